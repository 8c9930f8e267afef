package io.breakwater.inventory.internal.python;

import io.breakwater.inventory.FactSink;
import io.breakwater.model.Digest;
import io.breakwater.model.Scope;
import io.breakwater.model.json.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * uv.lock. What a package is needed for follows from who needs it, beginning at the members of the
 * workspace: their dependencies, their extras, their development groups.
 */
final class UvLock {
  private final List<Json.Obj> packages;
  private final Map<String, List<Integer>> byName = new HashMap<>();
  private final Scope[] scopes;
  private final ArrayDeque<Integer> open = new ArrayDeque<>();

  private UvLock(List<Json.Obj> packages) {
    this.packages = packages;
    this.scopes = new Scope[packages.size()];
    for (int i = 0; i < packages.size(); i++) {
      byName.computeIfAbsent(packages.get(i).text("name"), _ -> new ArrayList<>(1)).add(i);
    }
  }

  static void read(Json.Obj document, FactSink facts) {
    var lock = new UvLock(document.objects("package"));
    for (Scope scope : Scope.values()) lock.mark(scope);
    lock.report(facts);
  }

  /** Everything that the workspace needs for this purpose. */
  private void mark(Scope scope) {
    for (int i = 0; i < packages.size(); i++) {
      Json.Obj pkg = packages.get(i);
      if (!isOwn(pkg)) continue;
      scopes[i] = Scope.REQUIRED;
      switch (scope) {
        case REQUIRED -> follow(pkg.objects("dependencies"), scope);
        case OPTIONAL -> followAll(pkg.object("optional-dependencies"), scope);
        case DEVELOPMENT -> followAll(pkg.object("dev-dependencies"), scope);
      }
    }
    while (!open.isEmpty()) follow(packages.get(open.pop()).objects("dependencies"), scope);
  }

  private void followAll(Json.Obj groups, Scope scope) {
    for (String group : groups.members().keySet()) follow(groups.objects(group), scope);
  }

  private void follow(List<Json.Obj> needs, Scope scope) {
    for (Json.Obj need : needs) {
      for (int index : byName.getOrDefault(need.text("name"), List.of())) {
        Json.Obj pkg = packages.get(index);
        String version = need.text("version");
        if (!version.isEmpty() && !version.equals(pkg.text("version"))) continue;
        if (scopes[index] == null) {
          scopes[index] = scope;
          open.push(index);
        }
        extras(pkg, need, scope);
      }
    }
  }

  /** What the asked extras of a package need: extras of extras one step deep. */
  private void extras(Json.Obj pkg, Json.Obj need, Scope scope) {
    for (String extra : need.texts("extra")) {
      for (Json.Obj more : pkg.object("optional-dependencies").objects(extra)) {
        for (int index : byName.getOrDefault(more.text("name"), List.of())) {
          if (scopes[index] != null) continue;
          scopes[index] = scope;
          open.push(index);
        }
      }
    }
  }

  /** Whether a package is a member of the workspace. */
  private static boolean isOwn(Json.Obj pkg) {
    Json.Obj source = pkg.object("source");
    return !source.text("virtual").isEmpty() || !source.text("editable").isEmpty();
  }

  private void report(FactSink facts) {
    var lock = new PythonLock();
    for (int i = 0; i < packages.size(); i++) {
      Json.Obj pkg = packages.get(i);
      String git = pkg.object("source").text("git");
      lock.add(
          pkg.text("name"),
          pkg.text("version"),
          scopes[i] == null ? Scope.REQUIRED : scopes[i],
          needs(pkg),
          hashes(pkg),
          git(git));
    }
    lock.report(facts, "uv.lock");
  }

  private static List<String> needs(Json.Obj pkg) {
    var needs = new ArrayList<String>();
    for (Json.Obj need : pkg.objects("dependencies")) needs.add(need.text("name"));
    return needs;
  }

  private static List<Digest> hashes(Json.Obj pkg) {
    var files = new ArrayList<>(pkg.objects("wheels"));
    if (pkg.get("sdist").isPresent()) files.add(pkg.object("sdist"));
    return PythonLock.hashes(files, "hash");
  }

  /** {@code url?rev=x#commit} as package URLs write it. */
  private static String git(String source) {
    int hash = source.lastIndexOf('#');
    String url = hash < 0 ? source : source.substring(0, hash);
    int query = url.indexOf('?');
    String plain = query < 0 ? url : url.substring(0, query);
    return PythonLock.git(plain, hash < 0 ? "" : source.substring(hash + 1));
  }
}
