package io.breakwater.inventory.sbom;

import io.breakwater.inventory.sbom.SbomComponent.Kind;
import io.breakwater.inventory.sbom.SbomComponent.Property;
import io.breakwater.model.Digest;
import io.breakwater.model.Location;
import io.breakwater.model.Purl;
import io.breakwater.model.Scope;
import io.breakwater.model.json.JsonOut;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** CycloneDX 1.6 as JSON. */
final class CycloneDxWriter {
  private final SbomWriter writer;
  private final Sbom sbom;
  private final Graph graph;
  private final String subjectRef;

  CycloneDxWriter(SbomWriter writer, Sbom sbom) {
    this.writer = writer;
    this.sbom = sbom;
    this.graph = Graph.of(sbom);
    Set<String> refs = new HashSet<>();
    for (SbomComponent component : sbom.components()) refs.add(component.ref());
    String ref = sbom.subject().ref();
    while (refs.contains(ref)) ref = ref + "-subject";
    this.subjectRef = ref;
  }

  void write(OutputStream out) throws IOException {
    try (JsonOut json = JsonOut.to(out)) {
      json.object(
          () -> {
            json.text("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
            json.text("bomFormat", "CycloneDX");
            json.text("specVersion", "1.6");
            json.optional("serialNumber", writer.serial().map(uuid -> "urn:uuid:" + uuid));
            json.number("version", 1);
            json.object("metadata", () -> metadata(json));
            json.array("components", sbom.components(), c -> component(json, c, c.ref()));
            json.array("dependencies", edges(), edge -> edge(json, edge));
          });
    }
  }

  private void metadata(JsonOut json) throws IOException {
    json.optional("timestamp", writer.time(sbom));
    json.object(
        "tools",
        () ->
            json.array(
                "components",
                List.of(writer.tool()),
                tool -> {
                  json.text("type", "application");
                  json.text("name", tool);
                  json.text("version", writer.version());
                }));
    json.object("component", () -> component(json, sbom.subject(), subjectRef));
  }

  private void component(JsonOut json, SbomComponent component, String ref) throws IOException {
    json.text("type", component.kind().id());
    json.text("bom-ref", ref);
    names(json, component);
    if (!component.version().isEmpty()) json.text("version", component.version());
    boolean scoped = component.purl().isPresent() && component.kind() != Kind.CONTAINER;
    if (scoped || component.scope() != Scope.REQUIRED) json.text("scope", scope(component.scope()));
    hashes(json, component.hashes());
    licences(json, component.licences());
    if (!component.cpes().isEmpty()) json.text("cpe", component.cpes().getFirst());
    json.optional("purl", component.purl());
    if (!component.locations().isEmpty()) {
      json.object(
          "evidence",
          () -> json.array("occurrences", component.locations(), at -> location(json, at)));
    }
    List<Property> properties = properties(component);
    if (!properties.isEmpty()) {
      json.array(
          "properties",
          properties,
          property -> {
            json.text("name", property.name());
            json.text("value", property.value());
          });
    }
  }

  /** The part of a name that its ecosystem keeps apart is the group. */
  private static void names(JsonOut json, SbomComponent component) throws IOException {
    Optional<Purl> purl = component.purl();
    String group = purl.flatMap(Purl::namespace).orElse("");
    String name = component.name();
    boolean split =
        purl.isPresent()
            && EcosystemNames.hasNamespace(purl.get().type())
            && name.length() > group.length() + 1
            && name.startsWith(group)
            && !group.isEmpty();
    if (split) json.text("group", group);
    json.text("name", split ? name.substring(group.length() + 1) : name);
  }

  private static String scope(Scope scope) {
    return switch (scope) {
      case REQUIRED -> "required";
      case OPTIONAL -> "optional";
      case DEVELOPMENT -> "excluded";
    };
  }

  private static void hashes(JsonOut json, List<Digest> hashes) throws IOException {
    var known = hashes.stream().filter(hash -> Hashes.cycloneDx(hash).isPresent()).toList();
    if (known.isEmpty()) return;
    json.array(
        "hashes",
        known,
        hash -> {
          json.text("alg", Hashes.cycloneDx(hash).orElseThrow());
          json.text("content", hash.hex());
        });
  }

  /** One expression, or any number of ids and names: the schema allows no mixture. */
  private static void licences(JsonOut json, List<String> licences) throws IOException {
    if (licences.isEmpty()) return;
    String first = licences.getFirst();
    Optional<String> expression =
        licences.size() == 1 && LicenceExpression.id(first).isEmpty()
            ? LicenceExpression.canonical(first)
            : Optional.empty();
    if (expression.isPresent()) {
      json.array("licenses", expression.stream().toList(), text -> json.text("expression", text));
      return;
    }
    json.array("licenses", licences, words -> json.object("license", () -> licence(json, words)));
  }

  private static void licence(JsonOut json, String words) throws IOException {
    Optional<String> id = LicenceExpression.id(words);
    if (id.isPresent()) json.text("id", id.get());
    else json.text("name", words);
  }

  private static void location(JsonOut json, Location at) throws IOException {
    json.text("location", at.path());
    if (at.line() > 0) json.number("line", at.line());
    json.optional("additionalContext", at.layer().map(layer -> "layer " + layer));
  }

  /** What has no member of its own. */
  private static List<Property> properties(SbomComponent component) {
    var properties = new ArrayList<Property>();
    boolean told =
        component.purl().map(p -> EcosystemNames.of(p).equals(component.name())).orElse(true);
    if (!told) properties.add(new Property(Names.NAME, component.name()));
    component
        .source()
        .ifPresent(
            source -> {
              properties.add(new Property(Names.SOURCE_NAME, source.name()));
              properties.add(new Property(Names.SOURCE_VERSION, source.version()));
            });
    for (int i = 1; i < component.cpes().size(); i++) {
      properties.add(new Property(Names.CPE, component.cpes().get(i)));
    }
    for (Digest hash : component.hashes()) {
      if (Hashes.cycloneDx(hash).isEmpty()) {
        properties.add(new Property(Names.HASH, hash.toString()));
      }
    }
    properties.addAll(component.properties());
    return properties;
  }

  private List<Map.Entry<String, List<String>>> edges() {
    var edges = new ArrayList<Map.Entry<String, List<String>>>();
    edges.add(Map.entry(subjectRef, graph.subject()));
    edges.addAll(graph.others().entrySet());
    return edges;
  }

  private static void edge(JsonOut json, Map.Entry<String, List<String>> edge) throws IOException {
    json.text("ref", edge.getKey());
    json.texts("dependsOn", edge.getValue());
  }
}
