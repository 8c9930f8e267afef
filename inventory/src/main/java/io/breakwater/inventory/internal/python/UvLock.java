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
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * uv.lock. What a package is needed for follows from who needs it, beginning at the members of the
 * workspace: their dependencies, their extras, their development groups.
 */
final class UvLock {
  private static final int MAX_DEPTH = 50;

  private final List<Json.Obj> packages;
  private final Map<String, List<Integer>> byName = new HashMap<>();
  private final Map<Integer, Set<String>> asked = new HashMap<>();
  private final @Nullable Scope[] scopes;
  private final ArrayDeque<Integer> open = new ArrayDeque<>();

  private UvLock(List<Json.Obj> packages) {
    this.packages = packages;
    this.scopes = new @Nullable Scope[packages.size()];
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
    follow(needs, scope, 0);
  }

  /** Extras may ask for extras. */
  private void follow(List<Json.Obj> needs, Scope scope, int depth) {
    if (depth > MAX_DEPTH) return;
    for (Json.Obj need : needs) {
      for (int index : byName.getOrDefault(need.text("name"), List.of())) {
        Json.Obj pkg = packages.get(index);
        String version = need.text("version");
        if (!version.isEmpty() && !version.equals(pkg.text("version"))) continue;
        if (scopes[index] == null) {
          scopes[index] = scope;
          open.push(index);
        }
        for (String extra : need.texts("extra")) {
          if (!asked.computeIfAbsent(index, _ -> new TreeSet<>()).add(extra)) continue;
          follow(pkg.object("optional-dependencies").objects(extra), scope, depth + 1);
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
          Objects.requireNonNullElse(scopes[i], Scope.REQUIRED),
          needs(i),
          hashes(pkg),
          git(git));
    }
    lock.report(facts, "uv.lock");
  }

  /** With what those of its extras need that somebody asks for; of a member everything. */
  private List<String> needs(int index) {
    Json.Obj pkg = packages.get(index);
    var needs = new ArrayList<String>();
    for (Json.Obj need : pkg.objects("dependencies")) needs.add(PythonLock.need(need));
    if (isOwn(pkg)) {
      for (String field : List.of("optional-dependencies", "dev-dependencies")) {
        Json.Obj groups = pkg.object(field);
        for (String group : groups.members().keySet()) {
          for (Json.Obj need : groups.objects(group)) needs.add(PythonLock.need(need));
        }
      }
    }
    for (String extra : asked.getOrDefault(index, Set.of())) {
      for (Json.Obj need : pkg.object("optional-dependencies").objects(extra)) {
        needs.add(PythonLock.need(need));
      }
    }
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
