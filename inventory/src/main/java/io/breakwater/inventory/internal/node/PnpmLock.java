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
 * A pnpm-lock.yaml. Version 5 names packages {@code /name/1.0_peers}, version 6 {@code
 * /name@1.0(peers)}, version 9 {@code name@1.0}, with a map of snapshots {@code name@1.0(peers)}
 * that have the dependencies. What comes from elsewhere has an address for a key.
 */
final class PnpmLock {
  /** One package with its peers. */
  private record Locked(String name, String version, String address, Json.Obj says) {
    String label() {
      return version.isEmpty() ? name : name + "@" + version;
    }
  }

  private final Json.Obj lock;
  private final Map<String, Integer> lines;
  private final FactSink facts;
  private final double format;
  private final Map<String, Locked> packages = new LinkedHashMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private @Nullable NpmScopes<String> scopes;

  PnpmLock(Json.Obj lock, Map<String, Integer> lines, FactSink facts) {
    this.lock = lock;
    this.lines = lines;
    this.facts = facts;
    this.format = format(lock.text("lockfileVersion"));
  }

  private static double format(String version) {
    try {
      return Double.parseDouble(version);
    } catch (NumberFormatException none) {
      return 5;
    }
  }

  void report(String source) {
    lock.object("packages").members().forEach(this::read);
    packages.forEach((key, pkg) -> labels.put(key, pkg.label()));
    if (format < 9) {
      packages.forEach((key, pkg) -> report(key, pkg, pkg.says, scope(pkg.says), source));
      return;
    }
    Json.Obj snapshots = lock.object("snapshots");
    scopes = scopes(snapshots);
    var told = new LinkedHashSet<String>();
    snapshots
        .members()
        .forEach(
            (key, value) -> {
              Locked pkg = packages.get(withoutPeers(key));
              if (pkg == null || !(value instanceof Json.Obj says)) return;
              told.add(withoutPeers(key));
              report(withoutPeers(key), pkg, says, of(key), source);
            });
    packages.forEach(
        (key, pkg) -> {
          if (!told.contains(key)) report(key, pkg, Json.Obj.EMPTY, of(key), source);
        });
  }

  private Scope of(String key) {
    return scopes == null ? Scope.REQUIRED : scopes.of(key);
  }

  private void read(String key, Json value) {
    if (!(value instanceof Json.Obj says)) return;
    Locked pkg = format < 6 ? slashed(key, says) : separated(key, says);
    if (pkg.name.isEmpty() || pkg.name.equals("@")) {
      facts.notAnalysed("", Reason.MALFORMED, "package " + shown(key) + " has no name");
    } else {
      packages.put(key, pkg);
    }
  }

  private static String shown(String key) {
    return key.length() <= 100 ? key : key.substring(0, 100) + "…";
  }

  /** {@code /@scope/name/1.0_peers}, before it perhaps the host of a registry. */
  private static Locked slashed(String key, Json.Obj says) {
    String name = says.text("name");
    String version = says.text("version");
    if (name.isEmpty() && key.indexOf(':') < 0) {
      int last = key.lastIndexOf('/');
      // Peers may be scoped: /a/1.0_@b+c@2.0 has plus signs for slashes.
      int scope = last <= 0 ? -1 : key.lastIndexOf('/', last - 1);
      if (scope >= 0) {
        int up = scope == 0 ? -1 : key.lastIndexOf('/', scope - 1);
        boolean scoped = up >= 0 && key.charAt(up + 1) == '@';
        name = key.substring(scoped ? up + 1 : scope + 1, last);
        if (version.isEmpty()) version = withoutSuffix(key.substring(last + 1));
      }
    }
    return new Locked(name, version, address(key, says), says);
  }

  private static String withoutSuffix(String version) {
    int underscore = version.indexOf('_');
    return underscore < 0 ? version : version.substring(0, underscore);
  }

  /** {@code /@scope/name@1.0(peers)} or without the slash. */
  private static Locked separated(String key, Json.Obj says) {
    String plain = withoutPeers(key.startsWith("/") ? key.substring(1) : key);
    String name = says.text("name");
    String version = says.text("version");
    int at = plain.indexOf('@', 1);
    boolean named = at > 0 && plain.indexOf(':') != plain.indexOf('/') - 1;
    if (name.isEmpty() && (named || plain.indexOf(':') > at) && at > 0) {
      name = plain.substring(0, at);
    }
    if (version.isEmpty() && at > 0 && NpmSources.isVersion(plain.substring(at + 1))) {
      version = withoutSuffix(plain.substring(at + 1));
    }
    return new Locked(name, version, address(plain, says), says);
  }

  private static String address(String key, Json.Obj says) {
    Json.Obj resolution = says.object("resolution");
    String repository = resolution.text("repo");
    if (!repository.isEmpty()) {
      String address = repository.startsWith("git") ? repository : "git+" + repository;
      return address + "#" + resolution.text("commit");
    }
    String tarball = resolution.text("tarball");
    return tarball.isEmpty() ? key : tarball;
  }

  /** A key without the peers in parentheses. */
  private static String withoutPeers(String key) {
    int peers = key.indexOf('(');
    return peers < 0 ? key : key.substring(0, peers);
  }

  private static Scope scope(Json.Obj says) {
    if (says.text("dev").equals("true")) return Scope.DEVELOPMENT;
    return says.text("optional").equals("true") ? Scope.OPTIONAL : Scope.REQUIRED;
  }

  private void report(String key, Locked pkg, Json.Obj says, Scope scope, String source) {
    var needs = new LinkedHashSet<String>();
    forEachNeed(
        says,
        (need, _) -> {
          String label = labels.get(format < 9 ? need : withoutPeers(need));
          if (label != null) needs.add(label);
        });
    String integrity = pkg.says.object("resolution").text("integrity");
    NpmSources.declared(pkg.name, pkg.version, pkg.address)
        .scoped(scope)
        .needing(List.copyOf(needs))
        .hashed(Hashes.integrity(integrity))
        .at(lines.getOrDefault(key, 0))
        .report(facts, source);
  }

  private void forEachNeed(Json.Obj says, NpmScopes.Receiver<String> receiver) {
    says.object("dependencies")
        .members()
        .forEach((name, value) -> receiver.needs(key(name, value), false));
    says.object("optionalDependencies")
        .members()
        .forEach((name, value) -> receiver.needs(key(name, value), true));
  }

  /** The key that a dependency means. */
  private String key(String name, Json value) {
    String version =
        switch (value) {
          case Json.Str(String text) -> text;
          case Json.Obj object -> object.text("version");
          default -> "";
        };
    if (version.startsWith("/")) return version;
    String key =
        format < 6
            ? "/" + name + "/" + version
            : format < 9 ? "/" + name + "@" + version : name + "@" + version;
    // An alias, or an address, is a key by itself.
    boolean whole = !packages.containsKey(withoutPeers(key)) && !packages.containsKey(key);
    return whole ? version : key;
  }

  private NpmScopes<String> scopes(Json.Obj snapshots) {
    var found = new NpmScopes<String>();
    Json.Obj importers = lock.object("importers");
    if (importers.members().isEmpty()) root(found, lock);
    for (Json importer : importers.members().values()) {
      if (importer instanceof Json.Obj object) root(found, object);
    }
    found.follow((key, receiver) -> forEachNeed(snapshots.object(key), receiver));
    return found;
  }

  private void root(NpmScopes<String> found, Json.Obj importer) {
    roots(found, importer.object("dependencies"), Scope.REQUIRED);
    roots(found, importer.object("optionalDependencies"), Scope.OPTIONAL);
    roots(found, importer.object("devDependencies"), Scope.DEVELOPMENT);
  }

  private void roots(NpmScopes<String> found, Json.Obj wanted, Scope scope) {
    wanted.members().forEach((name, value) -> found.root(key(name, value), scope));
  }
}
