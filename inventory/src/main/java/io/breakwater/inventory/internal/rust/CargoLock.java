package io.breakwater.inventory.internal.rust;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.model.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A Cargo.lock: a table for each crate. Needs are {@code name}, where several versions are locked
 * {@code name version}, and with the source behind it in version 1, which keeps the hashes apart.
 */
final class CargoLock {
  private final Json.Obj lock;

  CargoLock(Json.Obj lock) {
    this.lock = lock;
  }

  void report(FactSink facts, String source) {
    Json.Obj root = lock.object("root");
    if (!root.members().isEmpty()) report(root, facts, source);
    for (Json.Obj crate : lock.objects("package")) report(crate, facts, source);
  }

  private void report(Json.Obj crate, FactSink facts, String source) {
    String name = crate.text("name");
    String version = crate.text("version");
    String from = crate.text("source");
    String hash = crate.text("checksum");
    if (hash.isEmpty() && !from.isEmpty()) {
      String key = "checksum " + name + " " + version + " (" + from + ")";
      hash = lock.object("metadata").text(key);
    }
    Declared.of(Coordinates.plain("cargo", name, version))
        .needing(needs(crate))
        .hashed(Hashes.hex("sha256", hash))
        .report(facts, source);
  }

  private static List<String> needs(Json.Obj crate) {
    var needs = new ArrayList<String>();
    for (String need : crate.texts("dependencies")) {
      String[] words = need.split(" ", 3);
      needs.add(words.length > 1 ? words[0] + "@" + words[1] : words[0]);
    }
    return needs;
  }
}
