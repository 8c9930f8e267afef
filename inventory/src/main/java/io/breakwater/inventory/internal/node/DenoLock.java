package io.breakwater.inventory.internal.node;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.model.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A deno.lock. Packages of npm and of JSR by {@code name@version}, below {@code packages} in the
 * middle versions of the format; specifiers that say which version answers a range; and modules by
 * their addresses. JSR has no package URL type: as other tools do, its packages are of type npm
 * with its address as a qualifier.
 */
final class DenoLock {
  static final String REPOSITORY = "repository_url";
  static final String JSR = "https://jsr.io";

  private final Json.Obj root;
  private final Json.Obj remote;
  private final Map<String, String> specifiers = new HashMap<>();

  DenoLock(Json.Obj lock) {
    this.root = lock.get("packages").isPresent() ? lock.object("packages") : lock;
    this.remote = lock.object("remote");
    this.root
        .object("specifiers")
        .members()
        .forEach(
            (specifier, value) -> {
              if (value instanceof Json.Str(String text)) specifiers.put(specifier, text);
            });
  }

  void report(FactSink facts, String source) {
    Json.Obj npm = root.object("npm");
    if (npm.get("packages").isPresent()) npm = npm.object("packages");
    report(npm, "npm", facts, source);
    report(root.object("jsr"), "jsr", facts, source);
    modules(facts, source);
  }

  private void report(Json.Obj packages, String registry, FactSink facts, String source) {
    packages
        .members()
        .forEach(
            (key, value) -> {
              if (!(value instanceof Json.Obj says)) return;
              String hash = says.text("integrity");
              boolean jsr = registry.equals("jsr");
              Declared.of(Coordinates.path("npm", NpmSources.name(key), version(key)))
                  .qualified(REPOSITORY, jsr ? JSR : "")
                  .needing(needs(says, registry))
                  .hashed(jsr ? Hashes.hex("sha256", hash) : Hashes.integrity(hash))
                  .report(facts, source);
            });
  }

  /** Without the peers: {@code 1.0_peer@2.0}. */
  private static String version(String key) {
    String version = NpmSources.range(key);
    int peers = version.indexOf('_');
    return peers < 0 ? version : version.substring(0, peers);
  }

  private List<String> needs(Json.Obj says, String registry) {
    var needs = new ArrayList<String>();
    for (String text : says.texts("dependencies")) needs.add(need(text, registry));
    // Versions 2 and 3: from the name to what answers it.
    for (Json value : says.object("dependencies").members().values()) {
      if (value instanceof Json.Str(String text)) needs.add(need(text, registry));
    }
    return needs;
  }

  private String need(String text, String registry) {
    String specifier =
        text.startsWith("npm:") || text.startsWith("jsr:") ? text : registry + ":" + text;
    String answer = specifiers.getOrDefault(specifier, "");
    String plain = specifier.substring(specifier.indexOf(':') + 1);
    if (answer.isEmpty()) answer = plain;
    answer = answer.substring(answer.indexOf(':') + 1);
    if (answer.indexOf('@', 1) < 0 && NpmSources.isVersion(withoutPeers(answer))) {
      answer = NpmSources.name(plain) + "@" + answer;
    }
    String name = NpmSources.name(answer);
    String version = version(answer);
    return version.isEmpty() ? name : name + "@" + version;
  }

  private static String withoutPeers(String version) {
    int peers = version.indexOf('_');
    return peers < 0 ? version : version.substring(0, peers);
  }

  /**
   * Addresses of deno.land tell name and version: {@code https://deno.land/x/oak@v12.0.0/mod.ts}.
   */
  private void modules(FactSink facts, String source) {
    var found = new LinkedHashMap<String, Declared>();
    for (String address : remote.members().keySet()) {
      String host = "https://deno.land/";
      if (!address.startsWith(host)) continue;
      int at = address.indexOf('@', host.length());
      int end = address.indexOf('/', Math.max(at, 0));
      if (at < 0 || end < 0) continue;
      String name = address.substring("https://".length(), at);
      String version = address.substring(at + 1, end);
      found.putIfAbsent(
          name + "@" + version,
          Declared.of(Coordinates.path("npm", name, version))
              .qualified(REPOSITORY, "https://deno.land"));
    }
    found.values().forEach(module -> module.report(facts, source));
  }
}
