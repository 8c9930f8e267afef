package io.breakwater.inventory.sbom;

import io.breakwater.inventory.sbom.SbomComponent.Kind;
import io.breakwater.model.Scope;
import io.breakwater.model.json.Json;
import java.util.Locale;

/** CycloneDX, as JSON has it; {@link CycloneDxXml} brings XML into this form. */
final class CycloneDxReader {
  private final Assembly assembly;

  private CycloneDxReader(Assembly assembly) {
    this.assembly = assembly;
  }

  /**
   * Reads a document.
   *
   * @param syntax as the format's name tells it
   */
  static Sbom read(Json.Obj bom, String syntax) throws UnreadableSbomException {
    String version = bom.text("specVersion");
    if (!isKnown(version)) {
      throw new UnreadableSbomException(
          version.isEmpty()
              ? "the CycloneDX document does not say its version"
              : "CycloneDX " + Draft.cut(version, 20) + " is not read; 1.0 to 1.7 are");
    }
    var assembly = new Assembly("CycloneDX " + version + " (" + syntax + ")");
    new CycloneDxReader(assembly).document(bom);
    return assembly.build();
  }

  private static boolean isKnown(String version) {
    return version.length() == 3
        && version.startsWith("1.")
        && version.charAt(2) >= '0'
        && version.charAt(2) <= '7';
  }

  private void document(Json.Obj bom) {
    Json.Obj metadata = bom.object("metadata");
    assembly.created(metadata.text("timestamp"));
    if (metadata.get("component").isPresent()) {
      Json.Obj about = metadata.object("component");
      Draft draft = draft(about, Kind.APPLICATION);
      if (draft.ref.isEmpty()) draft.ref = "subject";
      assembly.subject(draft);
      for (Json.Obj inner : about.objects("components")) component(inner, "");
    }
    for (Json.Obj component : bom.objects("components")) component(component, "");
    for (Json.Obj dependency : bom.objects("dependencies")) {
      for (String on : dependency.texts("dependsOn")) {
        assembly.depends(dependency.text("ref"), on);
      }
    }
  }

  /** The depth of the document bounds the recursion. */
  private void component(Json.Obj json, String parent) {
    Draft draft = draft(json, Kind.LIBRARY);
    assembly.add(draft);
    if (!parent.isEmpty()) draft.property(Names.CONTAINED_IN, parent);
    for (Json.Obj inner : json.objects("components")) component(inner, draft.ref);
  }

  private Draft draft(Json.Obj json, Kind otherwise) {
    var draft = new Draft(json.text("bom-ref"));
    draft.kind = kind(json.text("type"), otherwise);
    String group = json.text("group");
    draft.name = group.isEmpty() ? json.text("name") : group + "/" + json.text("name");
    draft.version = json.text("version");
    draft.scope =
        switch (json.text("scope")) {
          case "optional" -> Scope.OPTIONAL;
          case "excluded" -> Scope.DEVELOPMENT;
          default -> Scope.REQUIRED;
        };
    draft.purl(json.text("purl"), assembly.defects);
    draft.cpe(json.text("cpe"));
    for (Json.Obj hash : json.objects("hashes")) {
      draft.hash(hash.text("alg"), hash.text("content"), assembly.defects);
    }
    for (Json.Obj choice : json.objects("licenses")) {
      Json.Obj licence = choice.object("license");
      draft.licence(choice.text("expression"));
      draft.licence(licence.text("id").isEmpty() ? licence.text("name") : licence.text("id"));
    }
    for (Json.Obj place : json.object("evidence").objects("occurrences")) {
      String context = place.text("additionalContext");
      String layer = context.startsWith("layer ") ? context.substring("layer ".length()) : "";
      draft.location(place.text("location"), layer, (int) place.number("line").orElse(0));
    }
    for (Json.Obj property : json.objects("properties")) {
      draft.property(property.text("name"), property.text("value"));
    }
    return draft;
  }

  static Kind kind(String word, Kind otherwise) {
    String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
    for (Kind kind : Kind.values()) if (kind.name().equals(name)) return kind;
    return otherwise;
  }
}
