package io.breakwater.inventory.internal.dotnet;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.model.json.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The JSON files in which NuGet keeps what it resolved, per target framework. */
final class NugetJson {
  /** One package of all targets: its needs in each of them. */
  private record Resolved(String name, String version, String hash, Set<String> needs) {}

  private NugetJson() {}

  /** packages.lock.json. Projects of the same solution are no packages. */
  static void lock(Json.Obj document, FactSink facts) {
    Map<String, Resolved> all = new LinkedHashMap<>();
    Json.Obj targets = document.object("dependencies");
    for (String target : targets.members().keySet()) {
      Json.Obj packages = targets.object(target);
      var versions = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      var names = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      for (String name : packages.members().keySet()) {
        versions.put(name, packages.object(name).text("resolved"));
        names.put(name, name);
      }
      for (String name : packages.members().keySet()) {
        Json.Obj pkg = packages.object(name);
        String version = pkg.text("resolved");
        if (version.isEmpty()) continue;
        Resolved one = resolved(all, name, version, hash(pkg.text("contentHash")));
        for (String need : pkg.object("dependencies").members().keySet()) {
          String to = versions.getOrDefault(need, "");
          if (!to.isEmpty()) one.needs.add(names.getOrDefault(need, need) + "@" + to);
        }
      }
    }
    report(all, "packages.lock.json", facts);
  }

  /** project.assets.json. */
  static void assets(Json.Obj document, FactSink facts) {
    Map<String, Resolved> all = new LinkedHashMap<>();
    Json.Obj libraries = document.object("libraries");
    for (String key : libraries.members().keySet()) {
      Json.Obj library = libraries.object(key);
      int slash = key.indexOf('/');
      if (slash <= 0 || !library.text("type").equals("package")) continue;
      resolved(
          all, key.substring(0, slash), key.substring(slash + 1), hash(library.text("sha512")));
    }
    Json.Obj targets = document.object("targets");
    for (String target : targets.members().keySet()) {
      Json.Obj packages = targets.object(target);
      var byName = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      for (String key : packages.members().keySet()) {
        int slash = key.indexOf('/');
        if (slash > 0) byName.put(key.substring(0, slash), key);
      }
      for (String key : packages.members().keySet()) {
        Resolved one = all.get(key);
        if (one == null) continue;
        for (String need : packages.object(key).object("dependencies").members().keySet()) {
          String to = byName.getOrDefault(need, "");
          if (!to.isEmpty()) one.needs.add(to.replace('/', '@'));
        }
      }
    }
    report(all, "project.assets.json", facts);
  }

  private static String hash(String base64) {
    return base64.isEmpty() ? "" : "sha512-" + base64;
  }

  private static Resolved resolved(
      Map<String, Resolved> all, String name, String version, String hash) {
    return all.computeIfAbsent(
        name + "/" + version, _ -> new Resolved(name, version, hash, new LinkedHashSet<>()));
  }

  private static void report(Map<String, Resolved> all, String source, FactSink facts) {
    for (Resolved one : all.values()) {
      Declared.of(Coordinates.plain("nuget", one.name, one.version))
          .needing(List.copyOf(one.needs))
          .hashed(Hashes.integrity(one.hash))
          .report(facts, source);
    }
  }
}
