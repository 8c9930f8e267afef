package io.breakwater.inventory.internal.python;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.model.Digest;
import io.breakwater.model.Scope;
import io.breakwater.model.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pipfile.lock: the packages of {@code default}, {@code develop} and other categories. */
final class PipfileLock {
  private PipfileLock() {}

  static void read(Json.Obj document, FactSink facts) {
    var lock = new PythonLock();
    for (String category : document.members().keySet()) {
      Scope scope =
          switch (category) {
            case "default" -> Scope.REQUIRED;
            case "develop" -> Scope.DEVELOPMENT;
            default -> Scope.OPTIONAL;
          };
      if (category.equals("_meta")) continue;
      for (Map.Entry<String, Json> entry : document.object(category).members().entrySet()) {
        if (!(entry.getValue() instanceof Json.Obj pkg)) continue;
        String version = pkg.text("version");
        lock.add(
            entry.getKey(),
            version.startsWith("==") ? version.substring(version.lastIndexOf('=') + 1) : "",
            scope,
            List.of(),
            hashes(pkg.texts("hashes")),
            PythonLock.git(pkg.text("git"), pkg.text("ref")));
      }
    }
    lock.report(facts, "Pipfile.lock");
  }

  private static List<Digest> hashes(List<String> words) {
    var hashes = new ArrayList<Digest>(words.size());
    for (String word : words) hashes.addAll(Hashes.tagged(word));
    return hashes;
  }
}
