package io.breakwater.inventory.sbom;

import io.breakwater.inventory.sbom.SbomComponent.Kind;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.SourcePackage;
import io.breakwater.model.json.Json;
import java.util.Optional;

/** The JSON that Syft writes by itself, of every version of its schema that names artifacts. */
final class SyftReader {
  private final Assembly assembly;

  private SyftReader(Assembly assembly) {
    this.assembly = assembly;
  }

  static boolean isOne(Json.Obj document) {
    return document.get("artifacts").isPresent()
        && (document.object("schema").text("url").contains("syft")
            || document.object("descriptor").text("name").equals("syft"));
  }

  static Sbom read(Json.Obj document) {
    String version = document.object("schema").text("version");
    var assembly = new Assembly("Syft " + Draft.cut(version, 20) + " (JSON)");
    new SyftReader(assembly).document(document);
    return assembly.build();
  }

  private void document(Json.Obj document) {
    subject(document.object("source"));
    Json.Obj distro = document.object("distro");
    String id = distro.text("id").isEmpty() ? distro.text("name") : distro.text("id");
    String release = distro.text("versionID");
    assembly.operatingSystem(
        OperatingSystem.called(id, release.isEmpty() ? distro.text("version") : release));
    for (Json.Obj artifact : document.objects("artifacts")) assembly.add(draft(artifact));
    for (Json.Obj relation : document.objects("artifactRelationships")) {
      String parent = relation.text("parent");
      String child = relation.text("child");
      switch (relation.text("type")) {
        case "dependency-of" -> assembly.depends(child, parent);
        case "ownership-by-file-overlap" -> {
          if (assembly.find(parent).isPresent()) {
            assembly.find(child).ifPresent(draft -> draft.property(Names.OWNED_BY, parent));
          }
        }
        default -> {
          // of files
        }
      }
    }
  }

  private void subject(Json.Obj source) {
    var draft = new Draft(source.text("id").isEmpty() ? "subject" : source.text("id"));
    Json.Obj metadata = source.object("metadata");
    if (metadata.members().isEmpty()) metadata = source.object("target");
    draft.kind = source.text("type").equals("image") ? Kind.CONTAINER : Kind.APPLICATION;
    draft.name = metadata.text("userInput");
    if (draft.name.isEmpty()) draft.name = source.text("name");
    if (draft.name.isEmpty()) draft.name = source.text("target");
    draft.version = source.text("version");
    String digest = metadata.text("manifestDigest");
    if (!digest.isEmpty()) draft.property(Names.IMAGE_DIGEST, digest);
    assembly.subject(draft);
  }

  private Draft draft(Json.Obj artifact) {
    var draft = new Draft(artifact.text("id"));
    draft.name = artifact.text("name");
    draft.version = artifact.text("version");
    draft.purl(artifact.text("purl"), assembly.defects);
    for (Json cpe : artifact.array("cpes")) {
      if (cpe instanceof Json.Str(String name)) draft.cpe(name);
      else if (cpe instanceof Json.Obj object) draft.cpe(object.text("cpe"));
    }
    for (Json licence : artifact.array("licenses")) licence(draft, licence);
    for (Json.Obj place : artifact.objects("locations")) {
      draft.location(place.text("path"), place.text("layerID"), 0);
    }
    Json.Obj metadata = artifact.object("metadata");
    for (Json.Obj digest : metadata.objects("digest")) {
      draft.hash(digest.text("algorithm"), digest.text("value"), assembly.defects);
    }
    for (String key : new String[] {"foundBy", "type", "language"}) {
      if (!artifact.text(key).isEmpty()) draft.property("syft:package:" + key, artifact.text(key));
    }
    source(draft, metadata);
    return draft;
  }

  private static void licence(Draft draft, Json licence) {
    if (licence instanceof Json.Str(String name)) {
      draft.licence(name);
    } else if (licence instanceof Json.Obj object) {
      String expression = object.text("spdxExpression");
      draft.licence(expression.isEmpty() ? object.text("value") : expression);
    }
  }

  private static void source(Draft draft, Json.Obj metadata) {
    String name = metadata.text("source");
    String version = metadata.text("sourceVersion");
    if (name.isEmpty()) name = metadata.text("originPackage");
    if (!name.isEmpty()
        && (draft.purl == null || !EcosystemNames.hasNamespace(draft.purl.type()))) {
      draft.source = new SourcePackage(name, version.isEmpty() ? draft.version : version);
      return;
    }
    Optional<SourcePackage> rpm = Known.sourceRpm(metadata.text("sourceRpm"), draft.purl);
    if (rpm.isPresent()) draft.source = rpm.get();
  }
}
