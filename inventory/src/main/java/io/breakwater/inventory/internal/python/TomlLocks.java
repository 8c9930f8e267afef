package io.breakwater.inventory.internal.python;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.model.Digest;
import io.breakwater.model.Scope;
import io.breakwater.model.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The lock files of Poetry, PDM and of everybody (PEP 751). */
final class TomlLocks {
  private TomlLocks() {}

  /** poetry.lock, 1.x and 2.x. */
  static void poetry(Json.Obj document, FactSink facts) {
    var lock = new PythonLock();
    for (Json.Obj pkg : document.objects("package")) {
      Json.Obj source = pkg.object("source");
      boolean git = source.text("type").equals("git");
      lock.add(
          pkg.text("name"),
          pkg.text("version"),
          poetryScope(pkg),
          List.copyOf(pkg.object("dependencies").members().keySet()),
          PythonLock.hashes(pkg.objects("files"), "hash"),
          git ? PythonLock.git(source.text("url"), source.text("resolved_reference")) : "");
    }
    lock.report(facts, "poetry.lock");
  }

  private static Scope poetryScope(Json.Obj pkg) {
    List<String> groups = pkg.texts("groups");
    if (pkg.text("category").equals("dev")) return Scope.DEVELOPMENT;
    if (!groups.isEmpty() && !groups.contains("main")) return Scope.DEVELOPMENT;
    return pkg.isTrue("optional") ? Scope.OPTIONAL : Scope.REQUIRED;
  }

  /** pdm.lock. */
  static void pdm(Json.Obj document, FactSink facts) {
    var lock = new PythonLock();
    for (Json.Obj pkg : document.objects("package")) {
      lock.add(
          pkg.text("name"),
          pkg.text("version"),
          pdmScope(pkg.texts("groups")),
          names(pkg.texts("dependencies")),
          PythonLock.hashes(pkg.objects("files"), "hash"),
          PythonLock.git(pkg.text("git"), pkg.text("revision")));
    }
    lock.report(facts, "pdm.lock");
  }

  private static Scope pdmScope(List<String> groups) {
    if (groups.isEmpty() || groups.contains("default")) return Scope.REQUIRED;
    for (String group : groups) if (!isForDevelopment(group)) return Scope.OPTIONAL;
    return Scope.DEVELOPMENT;
  }

  private static boolean isForDevelopment(String group) {
    return switch (group) {
      case "dev", "test", "tests", "testing", "lint", "doc", "docs", "typing" -> true;
      default -> false;
    };
  }

  private static List<String> names(List<String> requirements) {
    var names = new ArrayList<String>(requirements.size());
    for (String text : requirements) {
      Requirement.parse(text).ifPresent(requirement -> names.add(requirement.name()));
    }
    return names;
  }

  /** pylock.toml. A folder of the project itself is no package. */
  static void pylock(Json.Obj document, FactSink facts) {
    var lock = new PythonLock();
    for (Json.Obj pkg : document.objects("packages")) {
      if (pkg.get("directory").isPresent() && pkg.text("version").isEmpty()) continue;
      Json.Obj vcs = pkg.object("vcs");
      var needs = new ArrayList<String>();
      for (Json.Obj need : pkg.objects("dependencies")) needs.add(PythonLock.need(need));
      lock.add(
          pkg.text("name"),
          pkg.text("version"),
          Scope.REQUIRED,
          needs,
          hashes(pkg),
          PythonLock.git(vcs.text("url"), vcs.text("commit-id")));
    }
    lock.report(facts, "pylock.toml");
  }

  private static List<Digest> hashes(Json.Obj pkg) {
    var files = new ArrayList<>(pkg.objects("wheels"));
    if (pkg.get("sdist").isPresent()) files.add(pkg.object("sdist"));
    if (pkg.get("archive").isPresent()) files.add(pkg.object("archive"));
    if (files.size() > PythonLock.MOST_HASHES) return List.of();
    var hashes = new ArrayList<Digest>();
    for (Json.Obj file : files) {
      for (Map.Entry<String, Json> hash : file.object("hashes").members().entrySet()) {
        if (hash.getValue() instanceof Json.Str(String hex)) {
          hashes.addAll(Hashes.hex(hash.getKey(), hex));
        }
      }
    }
    return hashes;
  }
}
