package io.breakwater.inventory.sbom;

import io.breakwater.inventory.sbom.SbomComponent.Kind;
import io.breakwater.inventory.sbom.SbomComponent.Property;
import io.breakwater.model.Digest;
import io.breakwater.model.Location;
import io.breakwater.model.Scope;
import io.breakwater.model.json.JsonOut;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * SPDX 2.3 as JSON. What SPDX has no member for stands in annotations, one {@code name=value} a
 * line.
 */
final class SpdxWriter {
  private static final String NO_ASSERTION = "NOASSERTION";
  private static final String DOCUMENT = "SPDXRef-DOCUMENT";

  /** SPDX demands a time, and of some images nobody knows one. */
  private static final String UNKNOWN_TIME = "1970-01-01T00:00:00Z";

  private final SbomWriter writer;
  private final Sbom sbom;
  private final SbomComponent subject;
  private final String subjectId;
  private final SpdxIds ids = new SpdxIds();
  private final SpdxLicences licences = new SpdxLicences();
  private final String time;

  private record Element(SbomComponent component, String id) {}

  private record Reference(String category, String type, String locator) {}

  private record Relationship(String from, String type, String to) {}

  SpdxWriter(SbomWriter writer, Sbom sbom) {
    this.writer = writer;
    this.sbom = sbom;
    this.subject = sbom.subject();
    for (SbomComponent component : sbom.components()) ids.of(component.ref());
    boolean taken = sbom.components().stream().anyMatch(c -> c.ref().equals(subject.ref()));
    this.subjectId = ids.of(taken ? subject.ref() + "-subject" : subject.ref());
    this.time = writer.time(sbom).orElse(UNKNOWN_TIME);
  }

  void write(OutputStream out) throws IOException {
    try (JsonOut json = JsonOut.to(out)) {
      json.object(
          () -> {
            json.text("spdxVersion", "SPDX-2.3");
            json.text("dataLicense", "CC0-1.0");
            json.text("SPDXID", DOCUMENT);
            json.text("name", subject.name().isEmpty() ? "unnamed" : subject.name());
            json.text("documentNamespace", namespace());
            json.object(
                "creationInfo",
                () -> {
                  json.text("created", time);
                  json.texts("creators", List.of("Tool: " + tool()));
                });
            var packages = new ArrayList<Element>();
            packages.add(new Element(subject, subjectId));
            for (SbomComponent each : sbom.components()) {
              packages.add(new Element(each, ids.of(each.ref())));
            }
            json.array("packages", packages, each -> component(json, each.component(), each.id()));
            extracted(json);
            json.array("relationships", relationships(), each -> relationship(json, each));
          });
    }
  }

  private String tool() {
    return writer.tool() + "-" + writer.version();
  }

  /** Of what the document says, so that another document has another one. */
  private String namespace() {
    var content = new StringBuilder(subject.name()).append('\n').append(subject.version());
    for (Property property : subject.properties()) content.append('\n').append(property);
    for (SbomComponent component : sbom.components()) {
      content.append('\n').append(component.ref()).append(' ').append(component.purl());
      content.append(' ').append(component.version());
    }
    UUID uuid =
        writer
            .serial()
            .orElseGet(
                () -> UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8)));
    // The address that SPDX offers to those who publish no documents of their own.
    String name = SpdxIds.sanitised(Draft.cut(subject.name(), 100));
    return "https://spdx.org/spdxdocs/" + name + "-" + uuid;
  }

  private void component(JsonOut json, SbomComponent component, String id) throws IOException {
    json.text("name", component.name().isEmpty() ? "unnamed" : component.name());
    json.text("SPDXID", id);
    if (!component.version().isEmpty()) json.text("versionInfo", component.version());
    json.text("downloadLocation", NO_ASSERTION);
    json.bool("filesAnalyzed", false);
    List<Digest> hashes =
        component.hashes().stream().filter(hash -> Hashes.spdx(hash).isPresent()).toList();
    if (!hashes.isEmpty()) {
      json.array(
          "checksums",
          hashes,
          hash -> {
            json.text("algorithm", Hashes.spdx(hash).orElseThrow());
            json.text("checksumValue", hash.hex());
          });
    }
    json.text("licenseConcluded", NO_ASSERTION);
    json.text("licenseDeclared", licences.expression(component.licences()));
    json.text("copyrightText", NO_ASSERTION);
    List<Reference> references = references(component);
    if (!references.isEmpty()) {
      json.array(
          "externalRefs",
          references,
          reference -> {
            json.text("referenceCategory", reference.category());
            json.text("referenceType", reference.type());
            json.text("referenceLocator", reference.locator());
          });
    }
    json.text("primaryPackagePurpose", purpose(component.kind()));
    List<String> lines = lines(component);
    if (!lines.isEmpty()) {
      json.array(
          "annotations",
          List.of(String.join("\n", lines)),
          comment -> {
            json.text("annotationDate", time);
            json.text("annotationType", "OTHER");
            json.text("annotator", "Tool: " + tool());
            json.text("comment", comment);
          });
    }
  }

  private static List<Reference> references(SbomComponent component) {
    var references = new ArrayList<Reference>();
    component
        .purl()
        .ifPresent(
            purl -> references.add(new Reference("PACKAGE-MANAGER", "purl", purl.toString())));
    for (String cpe : component.cpes()) {
      if (Cpes.is23(cpe)) references.add(new Reference("SECURITY", "cpe23Type", cpe));
    }
    return references;
  }

  private static String purpose(Kind kind) {
    return hasPurpose(kind) ? kind.name() : "OTHER";
  }

  private static boolean hasPurpose(Kind kind) {
    return switch (kind) {
      case APPLICATION, FRAMEWORK, LIBRARY, CONTAINER, OPERATING_SYSTEM, DEVICE, FIRMWARE, FILE ->
          true;
      case PLATFORM, DEVICE_DRIVER, MACHINE_LEARNING_MODEL, DATA, CRYPTOGRAPHIC_ASSET -> false;
    };
  }

  private List<String> lines(SbomComponent component) {
    var lines = new ArrayList<String>();
    boolean told =
        component.purl().map(purl -> EcosystemNames.of(purl).equals(component.name())).orElse(true);
    if (!told) add(lines, Names.NAME, component.name());
    if (!hasPurpose(component.kind())) add(lines, Names.KIND, component.kind().id());
    if (component.scope() != Scope.REQUIRED) add(lines, Names.SCOPE, component.scope().id());
    component
        .source()
        .ifPresent(
            source -> {
              add(lines, Names.SOURCE_NAME, source.name());
              add(lines, Names.SOURCE_VERSION, source.version());
            });
    for (Location location : component.locations()) {
      add(lines, Names.LOCATION, Draft.text(location));
    }
    for (String cpe : component.cpes()) if (!Cpes.is23(cpe)) add(lines, Names.CPE, cpe);
    for (Digest hash : component.hashes()) {
      if (Hashes.spdx(hash).isEmpty()) add(lines, Names.HASH, hash.toString());
    }
    for (Property property : component.properties()) {
      boolean ref =
          property.name().equals(Names.OWNED_BY) || property.name().equals(Names.CONTAINED_IN);
      add(lines, property.name(), ref ? ids.of(property.value()) : property.value());
    }
    return lines;
  }

  private static void add(List<String> lines, String name, String value) {
    lines.add(name + "=" + Escapes.done(value));
  }

  private void extracted(JsonOut json) throws IOException {
    if (licences.own.isEmpty()) return;
    json.array(
        "hasExtractedLicensingInfos",
        List.copyOf(licences.own.entrySet()),
        licence -> {
          json.text("licenseId", licence.getKey());
          json.text("extractedText", licence.getValue());
          json.text("name", licence.getValue());
        });
  }

  private List<Relationship> relationships() {
    Graph graph = Graph.of(sbom);
    var all = new ArrayList<Relationship>();
    all.add(new Relationship(DOCUMENT, "DESCRIBES", subjectId));
    for (String ref : graph.subject()) {
      all.add(new Relationship(subjectId, "DEPENDS_ON", ids.of(ref)));
    }
    for (Map.Entry<String, List<String>> edge : graph.others().entrySet()) {
      for (String ref : edge.getValue()) {
        all.add(new Relationship(ids.of(edge.getKey()), "DEPENDS_ON", ids.of(ref)));
      }
    }
    return all;
  }

  private static void relationship(JsonOut json, Relationship relationship) throws IOException {
    json.text("spdxElementId", relationship.from());
    json.text("relationshipType", relationship.type());
    json.text("relatedSpdxElement", relationship.to());
  }
}
