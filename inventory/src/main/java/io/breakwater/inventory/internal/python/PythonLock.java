package io.breakwater.inventory.internal.python;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.model.Digest;
import io.breakwater.model.Scope;
import io.breakwater.model.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The packages of one lock file, so that their needs are told in the spelling and, where there is
 * one version only, with the version of the packages themselves.
 */
final class PythonLock {
  /** More archives than these are builds for many systems, none of which is the package's. */
  static final int MOST_HASHES = 4;

  private record Locked(
      String name,
      String version,
      Scope scope,
      List<String> needs,
      List<Digest> hashes,
      String vcs) {}

  private final List<Locked> packages = new ArrayList<>();
  private final Map<String, String> spelling = new HashMap<>();

  /**
   * Adds a package; one without name is none.
   *
   * @param needs other packages as {@code name} in any spelling, or {@code name@version}
   * @param vcs where its source was taken from instead of an archive; may be empty
   */
  void add(
      String name,
      String version,
      Scope scope,
      List<String> needs,
      List<Digest> hashes,
      String vcs) {
    if (name.isEmpty()) return;
    packages.add(
        new Locked(
            name, version, scope, needs, hashes.size() > MOST_HASHES ? List.of() : hashes, vcs));
    spelling.putIfAbsent(PythonNames.normal(name), name);
  }

  /** Reports all. */
  void report(FactSink facts, String source) {
    for (Locked locked : packages) {
      var needs = new ArrayList<String>(locked.needs.size());
      for (String need : locked.needs) {
        int at = need.indexOf('@');
        String name = spelling.get(PythonNames.normal(at < 0 ? need : need.substring(0, at)));
        if (name == null) continue;
        String found = at < 0 ? name : name + need.substring(at);
        if (!needs.contains(found)) needs.add(found);
      }
      Declared.of(PythonNames.coordinates(locked.name, locked.version))
          .scoped(locked.scope)
          .needing(needs)
          .hashed(locked.hashes)
          .qualified("vcs_url", locked.vcs)
          .report(facts, source);
    }
  }

  /** A need in the words of {@link #add}: the version stands there where several are locked. */
  static String need(Json.Obj dependency) {
    String version = dependency.text("version");
    return dependency.text("name") + (version.isEmpty() ? "" : "@" + version);
  }

  /** Hashes under a key of each of these objects. */
  static List<Digest> hashes(List<Json.Obj> files, String key) {
    if (files.size() > MOST_HASHES) return List.of();
    var hashes = new ArrayList<Digest>(files.size());
    for (Json.Obj file : files) hashes.addAll(Hashes.tagged(file.text(key)));
    return hashes;
  }

  /** The place of a source in a git repository, as package URLs write it. */
  static String git(String url, String commit) {
    if (url.isEmpty()) return "";
    return (url.startsWith("git+") ? url : "git+" + url) + (commit.isEmpty() ? "" : "@" + commit);
  }
}
