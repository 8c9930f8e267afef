package io.breakwater.inventory.internal.node;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.model.Scope;
import io.breakwater.model.json.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bun.lock. Its packages are lists: what it is, as {@code name@version} or {@code name@address};
 * for one of a registry the registry; an object with its dependencies; for one of a registry the
 * hash. The key is the way to it: {@code parent/name} where another one of this name is at the top.
 */
final class BunLock {
  /** How many characters of keys are looked up: ten times what the largest sound files need. */
  private static final int MOST_WORK = 1 << 29;

  private static final String[] NEEDS = {
    "dependencies", "peerDependencies", "optionalDependencies"
  };

  private record Locked(
      String key, String name, String version, String address, Json.Obj info, String integrity) {
    String label() {
      return version.isEmpty() ? name : name + "@" + version;
    }
  }

  private final Json.Obj lock;
  private final FactSink facts;
  private final Map<String, Locked> packages = new LinkedHashMap<>();

  /** By which packages name each other in facts, by key. */
  private final Map<String, String> labels = new HashMap<>();

  private int work = MOST_WORK;

  BunLock(Json.Obj lock, FactSink facts) {
    this.lock = lock;
    this.facts = facts;
  }

  void report(String source) {
    lock.object("packages").members().forEach(this::read);
    var scopes = scopes();
    for (Locked pkg : packages.values()) {
      NpmSources.declared(pkg.name, pkg.version, pkg.address)
          .scoped(scopes.of(pkg.key))
          .needing(needs(pkg))
          .hashed(Hashes.integrity(pkg.integrity))
          .report(facts, source);
    }
  }

  private void read(String key, Json value) {
    boolean tuple = value instanceof Json.Arr(List<Json> e) && !e.isEmpty();
    if (!tuple || !(((Json.Arr) value).elements().getFirst() instanceof Json.Str(String what))) {
      facts.notAnalysed("", Reason.MALFORMED, "package " + shown(key) + " is not what Bun writes");
      return;
    }
    Json.Obj info = Json.Obj.EMPTY;
    String last = "";
    for (Json element : ((Json.Arr) value).elements()) {
      if (element instanceof Json.Obj object) info = object;
      if (element instanceof Json.Str(String text)) last = text;
    }
    String address = NpmSources.range(what);
    String version = NpmSources.isVersion(address) ? address : "";
    if (address.startsWith("workspace:")) {
      String folder = address.substring("workspace:".length());
      info = lock.object("workspaces").object(folder);
      version = info.text("version");
    }
    var pkg = new Locked(key, NpmSources.name(what), version, address, info, last);
    packages.put(key, pkg);
    labels.put(key, pkg.label());
  }

  private static String shown(String key) {
    return key.length() <= 100 ? key : key.substring(0, 100) + "…";
  }

  private NpmScopes<String> scopes() {
    var scopes = new NpmScopes<String>();
    lock.object("workspaces")
        .members()
        .forEach(
            (folder, value) -> {
              if (!(value instanceof Json.Obj workspace)) return;
              String at = folder.isEmpty() ? "" : workspace.text("name");
              root(scopes, at, workspace.object("dependencies"), Scope.REQUIRED);
              root(scopes, at, workspace.object("peerDependencies"), Scope.REQUIRED);
              root(scopes, at, workspace.object("optionalDependencies"), Scope.OPTIONAL);
              root(scopes, at, workspace.object("devDependencies"), Scope.DEVELOPMENT);
            });
    scopes.follow(
        (key, receiver) -> {
          Locked pkg = packages.get(key);
          if (pkg == null) return;
          for (String kind : NEEDS) {
            for (String name : pkg.info.object(kind).members().keySet()) {
              Locked need = find(key, name);
              if (need != null) receiver.needs(need.key, kind.equals("optionalDependencies"));
            }
          }
        });
    return scopes;
  }

  private void root(NpmScopes<String> scopes, String at, Json.Obj wanted, Scope scope) {
    for (String name : wanted.members().keySet()) {
      Locked pkg = find(at, name);
      if (pkg != null) scopes.root(pkg.key, scope);
    }
  }

  private List<String> needs(Locked pkg) {
    var needs = new LinkedHashSet<String>();
    for (String kind : NEEDS) {
      for (String name : pkg.info.object(kind).members().keySet()) {
        Locked need = find(pkg.key, name);
        if (need != null) needs.add(labels.getOrDefault(need.key, ""));
      }
    }
    return List.copyOf(needs);
  }

  /** The package that a name means at a key: the one nearest upwards. */
  private @Nullable Locked find(String key, String name) {
    for (String at = key; work > 0; at = up(at)) {
      String place = at.isEmpty() ? name : at + "/" + name;
      work -= place.length();
      Locked found = packages.get(place);
      if (found != null || at.isEmpty()) return found;
    }
    return null;
  }

  /** The key without its last name, which has a slash when it is scoped. */
  private static String up(String key) {
    int slash = key.lastIndexOf('/');
    if (slash <= 0) return "";
    int before = key.lastIndexOf('/', slash - 1);
    if (key.charAt(before + 1) == '@') slash = before;
    return slash <= 0 ? "" : key.substring(0, slash);
  }
}
