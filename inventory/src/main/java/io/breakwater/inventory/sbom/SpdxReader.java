package io.breakwater.inventory.sbom;

import io.breakwater.inventory.sbom.SbomComponent.Kind;
import io.breakwater.model.Scope;
import io.breakwater.model.SourcePackage;
import io.breakwater.model.json.Json;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** SPDX 2, as JSON has it; {@link SpdxTagValue} brings tag-value documents into this form. */
final class SpdxReader {
  private static final String BUILT_FROM = "built package from: ";
  private static final String ACQUIRED_FROM = "acquired package info from ";

  private final Assembly assembly;

  /** Paths by the ids of files. */
  private final Map<String, String> files = new HashMap<>();

  /** Names by the ids of licences that are not on SPDX's list. */
  private final Map<String, String> licences = new HashMap<>();

  private SpdxReader(Assembly assembly) {
    this.assembly = assembly;
  }

  /**
   * Reads a document.
   *
   * @param syntax as the format's name tells it
   */
  static Sbom read(Json.Obj document, String syntax) throws UnreadableSbomException {
    String version = document.text("spdxVersion").strip();
    switch (version) {
      case "SPDX-2.0", "SPDX-2.1", "SPDX-2.2", "SPDX-2.3" -> {}
      default ->
          throw new UnreadableSbomException(
              "the SPDX version " + Draft.cut(version, 30) + " is not read; 2.0 to 2.3 are");
    }
    var assembly = new Assembly(version.replace('-', ' ') + " (" + syntax + ")");
    new SpdxReader(assembly).document(document);
    return assembly.build();
  }

  private void document(Json.Obj document) {
    assembly.created(document.object("creationInfo").text("created"));
    for (Json.Obj licence : document.objects("hasExtractedLicensingInfos")) licence(licence);
    for (Json.Obj file : document.objects("files")) file(file);
    for (Json.Obj json : document.objects("packages")) {
      for (Json.Obj file : json.objects("files")) file(file);
      assembly.add(draft(json));
    }
    List<Json.Obj> relationships = document.objects("relationships");
    subject(document, relationships);
    for (Json.Obj relationship : relationships) {
      relation(
          relationship.text("spdxElementId"),
          relationship.text("relationshipType"),
          relationship.text("relatedSpdxElement"),
          relationship.text("comment"));
    }
  }

  private void file(Json.Obj file) {
    files.put(file.text("SPDXID"), file.text("fileName"));
  }

  private void licence(Json.Obj licence) {
    String name = licence.text("name").strip();
    String words = licence.text("extractedText").strip();
    boolean named = !name.isEmpty() && !name.equals("NOASSERTION");
    boolean short_ = !words.isEmpty() && words.length() <= 200 && words.indexOf('\n') < 0;
    if (named) licences.put(licence.text("licenseId"), name);
    else if (short_) licences.put(licence.text("licenseId"), words);
  }

  private Draft draft(Json.Obj json) {
    var draft = new Draft(json.text("SPDXID"));
    String purpose = json.text("primaryPackagePurpose");
    boolean system = draft.ref.startsWith("SPDXRef-OperatingSystem");
    draft.kind = system ? Kind.OPERATING_SYSTEM : CycloneDxReader.kind(purpose, Kind.LIBRARY);
    draft.name = json.text("name");
    draft.version = json.text("versionInfo");
    for (Json.Obj reference : json.objects("externalRefs")) {
      String type = reference.text("referenceType");
      String locator = reference.text("referenceLocator").strip();
      if (type.equals("purl") || type.endsWith("/purl")) draft.purl(locator, assembly.defects);
      else if (type.endsWith("cpe23Type") || type.endsWith("cpe22Type")) draft.cpe(locator);
    }
    for (Json.Obj hash : json.objects("checksums")) {
      draft.hash(hash.text("algorithm"), hash.text("checksumValue"), assembly.defects);
    }
    String declared = json.text("licenseDeclared");
    boolean none = declared.isEmpty() || declared.equals("NOASSERTION") || declared.equals("NONE");
    licences(draft, none ? json.text("licenseConcluded") : declared);
    sourceInfo(draft, json.text("sourceInfo"));
    for (String text : json.texts("attributionTexts")) keyAndValue(draft, text);
    for (Json.Obj annotation : json.objects("annotations")) {
      for (String line : annotation.text("comment").split("\n", -1)) keyAndValue(draft, line);
    }
    return draft;
  }

  private void licences(Draft draft, String expression) {
    for (String part : LicenceExpression.conjuncts(expression)) {
      draft.licence(licences.getOrDefault(part, part));
    }
  }

  /** Where Trivy tells the source package, and Syft the files that told of the package. */
  private static void sourceInfo(Draft draft, String text) {
    if (text.startsWith(BUILT_FROM)) {
      String source = text.substring(BUILT_FROM.length()).strip();
      int blank = source.indexOf(' ');
      String name = blank < 0 ? source : source.substring(0, blank);
      String version = blank < 0 ? draft.version : source.substring(blank + 1).strip();
      if (!name.isEmpty()) draft.source = new SourcePackage(name, version);
    } else if (text.startsWith(ACQUIRED_FROM) && text.indexOf(": /") > 0) {
      for (String path : text.substring(text.indexOf(": /") + 2).split(", ", -1)) {
        draft.location(path, "", 0);
      }
    }
  }

  /** {@code breakwater:name=value} as we write it, {@code Name: value} as Trivy does. */
  private static void keyAndValue(Draft draft, String line) {
    int equals = line.indexOf('=');
    if (equals > 0 && isPropertyName(line, equals)) {
      draft.property(line.substring(0, equals), Escapes.undone(line.substring(equals + 1)));
      return;
    }
    int colon = line.indexOf(": ");
    if (colon <= 0) return;
    String key = line.substring(0, colon);
    switch (key) {
      case "LayerDiffID", "LayerDigest", "PkgID", "PkgType", "FilePath", "SrcName", "SrcVersion" ->
          draft.property(Names.TRIVY + key, line.substring(colon + 2));
      default -> {
        // somebody's prose
      }
    }
  }

  private static boolean isPropertyName(String line, int end) {
    boolean colon = false;
    for (int i = 0; i < end; i++) {
      if (line.charAt(i) <= ' ') return false;
      colon |= line.charAt(i) == ':';
    }
    return colon;
  }

  /** What the document describes, when it is one thing; otherwise all are components. */
  private void subject(Json.Obj document, List<Json.Obj> relationships) {
    String id = document.text("SPDXID");
    Set<String> described = new LinkedHashSet<>(document.texts("documentDescribes"));
    for (Json.Obj relationship : relationships) {
      String from = relationship.text("spdxElementId");
      String to = relationship.text("relatedSpdxElement");
      switch (relationship.text("relationshipType")) {
        case "DESCRIBES" -> {
          if (from.equals(id)) described.add(to);
        }
        case "DESCRIBED_BY" -> {
          if (to.equals(id)) described.add(from);
        }
        default -> {
          // said later
        }
      }
    }
    described.removeIf(ref -> assembly.find(ref).isEmpty());
    if (described.size() == 1) {
      assembly.subject(assembly.find(described.iterator().next()).orElseThrow());
      return;
    }
    var draft = new Draft("SPDXRef-DOCUMENT");
    draft.kind = Kind.APPLICATION;
    draft.name = document.text("name");
    assembly.subject(draft);
  }

  private void relation(String from, String type, String to, String comment) {
    switch (type) {
      case "DEPENDS_ON", "HAS_PREREQUISITE", "DYNAMIC_LINK", "STATIC_LINK" ->
          assembly.depends(from, to);
      case "DEPENDENCY_OF", "PREREQUISITE_FOR", "RUNTIME_DEPENDENCY_OF", "PROVIDED_DEPENDENCY_OF" ->
          assembly.depends(to, from);
      case "BUILD_DEPENDENCY_OF", "DEV_DEPENDENCY_OF", "TEST_DEPENDENCY_OF" ->
          scoped(from, to, Scope.DEVELOPMENT);
      case "OPTIONAL_DEPENDENCY_OF" -> scoped(from, to, Scope.OPTIONAL);
      case "CONTAINS" -> contains(from, to);
      case "CONTAINED_BY" -> contains(to, from);
      case "OTHER" -> syft(from, to, comment);
      default -> {
        // of files, patches, documents: nothing that we keep
      }
    }
  }

  private void scoped(String from, String to, Scope scope) {
    assembly.depends(to, from);
    assembly.find(from).ifPresent(draft -> draft.scope = scope);
  }

  private void contains(String whole, String part) {
    String file = files.get(part);
    if (file != null) {
      assembly.find(whole).ifPresent(draft -> located(draft, file));
    }
  }

  private void syft(String from, String to, String comment) {
    String file = files.get(to);
    if (comment.startsWith("evident-by") && file != null) {
      assembly.find(from).ifPresent(draft -> located(draft, file));
    } else if (comment.startsWith("ownership-by-file-overlap") && assembly.find(from).isPresent()) {
      assembly.find(to).ifPresent(draft -> draft.property(Names.OWNED_BY, from));
    }
  }

  private static void located(Draft draft, String file) {
    if (draft.locations.size() < 50) draft.location(file, "", 0);
  }
}
