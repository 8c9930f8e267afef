package io.breakwater.advisory.vex;

import io.breakwater.advisory.vex.VexProduct.Identity;
import io.breakwater.model.InvalidPurlException;
import io.breakwater.model.Purl;
import io.breakwater.model.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the analyses in CycloneDX. What they are about is named by the bom-ref of a component, a
 * package URL or a BOM-link that ends with either. Where the document says what product it
 * describes, its word holds inside that product only.
 */
final class CycloneDxVex {
  private final Json.Obj document;
  private final String name;
  private final Map<String, Identity> components = new HashMap<>();
  private Identity subject = new IdentityBuilder().build();
  private String subjectRef = "";
  private int products;

  CycloneDxVex(Json.Obj document, String name) {
    this.document = document;
    this.name = name;
  }

  VexDocument read() throws InvalidVexException {
    if (!(document.members().get("vulnerabilities") instanceof Json.Arr)) {
      throw new InvalidVexException("this CycloneDX has no vulnerabilities");
    }
    Json.Obj metadata = document.object("metadata");
    Json.Obj described = metadata.object("component");
    subjectRef = described.text("bom-ref");
    subject = identity(described);
    components(described);
    components(document);
    Optional<Instant> timestamp = VexReader.instant(metadata.text("timestamp"));
    var statements = new ArrayList<VexStatement>();
    for (Json.Obj hole : document.objects("vulnerabilities")) {
      statements(hole, timestamp, statements);
    }
    return new VexDocument(
        VexFormat.CYCLONEDX,
        VexReader.first(document.text("serialNumber"), name),
        author(metadata),
        timestamp,
        statements);
  }

  private static String author(Json.Obj metadata) {
    for (Json.Obj author : metadata.objects("authors")) {
      if (!author.text("name").isEmpty()) return author.text("name");
    }
    return VexReader.first(
        metadata.object("supplier").text("name"), metadata.object("manufacturer").text("name"));
  }

  /** The nesting is bounded as that of the JSON is. */
  private void components(Json.Obj parent) {
    String ref = parent.text("bom-ref");
    if (!ref.isEmpty()) components.putIfAbsent(ref, identity(parent));
    for (Json.Obj child : parent.objects("components")) components(child);
  }

  private static Identity identity(Json.Obj component) {
    var identity = new IdentityBuilder();
    identity.purl(component.text("purl"));
    for (Json.Obj hash : component.objects("hashes")) {
      identity.hash(hash.text("alg"), hash.text("content"));
    }
    return identity.build();
  }

  private void statements(Json.Obj hole, Optional<Instant> ofDocument, List<VexStatement> out)
      throws InvalidVexException {
    Json.Obj analysis = hole.object("analysis");
    if (analysis.text("state").isEmpty()) return; // a plain report of a hole
    VexStatus status = status(analysis.text("state"));
    var ids = new ArrayList<String>();
    ids.add(hole.text("id"));
    for (Json.Obj reference : hole.objects("references")) ids.add(reference.text("id"));
    ids.removeIf(String::isBlank);
    if (ids.isEmpty()) throw new InvalidVexException("a vulnerability has no id");
    var meant = new ArrayList<VexProduct>();
    var spared = new ArrayList<VexProduct>();
    for (Json.Obj affects : hole.objects("affects")) affects(affects, meant, spared);
    Optional<Instant> timestamp =
        VexReader.instant(analysis.text("lastUpdated"))
            .or(() -> VexReader.instant(analysis.text("firstIssued")))
            .or(() -> ofDocument);
    String words = VexReader.first(analysis.text("detail"), hole.text("recommendation"));
    Optional<Justification> why = Justification.parse(analysis.text("justification"));
    if (!meant.isEmpty()) {
      out.add(new VexStatement(ids, meant, status, why, words, timestamp));
    }
    if (!spared.isEmpty()) {
      out.add(
          new VexStatement(
              ids, spared, VexStatus.NOT_AFFECTED, Optional.empty(), words, timestamp));
    }
  }

  private static VexStatus status(String state) throws InvalidVexException {
    return switch (state) {
      case "resolved", "resolved_with_pedigree" -> VexStatus.FIXED;
      case "exploitable" -> VexStatus.AFFECTED;
      case "in_triage" -> VexStatus.UNDER_INVESTIGATION;
      case "false_positive", "not_affected" -> VexStatus.NOT_AFFECTED;
      default -> throw new InvalidVexException("an analysis has no state that CycloneDX knows");
    };
  }

  /** Versions that are told apart: the analysis is about the affected, the others are spared. */
  private void affects(Json.Obj affects, List<VexProduct> meant, List<VexProduct> spared)
      throws InvalidVexException {
    String ref = affects.text("ref");
    Identity identity = resolve(ref);
    if (identity.isEmpty()) return;
    List<Json.Obj> versions = affects.objects("versions");
    if (versions.isEmpty()) add(ref, identity, meant);
    for (Json.Obj version : versions) {
      if (version.text("version").isEmpty()) continue; // a range, which only the author can read
      Identity exact = withVersion(identity, version.text("version"));
      switch (version.text("status")) {
        case "unaffected" -> add(ref, exact, spared);
        case "unknown" -> {}
        default -> add(ref, exact, meant);
      }
    }
  }

  private void add(String ref, Identity identity, List<VexProduct> to) throws InvalidVexException {
    if (identity.isEmpty()) return;
    if (++products > VexReader.MOST_PRODUCTS) {
      throw new InvalidVexException("it names too many products");
    }
    boolean isPart = !subject.isEmpty() && !ref.equals(subjectRef);
    to.add(
        isPart ? new VexProduct(subject, List.of(identity)) : new VexProduct(identity, List.of()));
  }

  private static Identity withVersion(Identity identity, String version) {
    var purls = identity.purls().stream().flatMap(p -> withVersion(p, version).stream()).toList();
    return new Identity(purls, List.of(), List.of(), List.of());
  }

  /** Empty for a version that no package of this type can have. */
  private static Optional<Purl> withVersion(Purl purl, String version) {
    try {
      return Optional.of(
          new Purl(
              purl.type(),
              purl.namespace(),
              purl.name(),
              Optional.of(version),
              purl.qualifiers(),
              purl.subpath()));
    } catch (InvalidPurlException impossible) {
      return Optional.empty();
    }
  }

  private Identity resolve(String ref) {
    Identity known = components.get(ref);
    if (known != null) return known;
    if (ref.startsWith("urn:cdx:")) {
      int hash = ref.indexOf('#');
      String inside = hash < 0 ? "" : decoded(ref.substring(hash + 1));
      Identity linked = components.get(inside);
      return linked != null ? linked : new IdentityBuilder().purl(inside).build();
    }
    return new IdentityBuilder().purl(ref).build();
  }

  private static String decoded(String fragment) {
    try {
      return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return fragment;
    }
  }
}
