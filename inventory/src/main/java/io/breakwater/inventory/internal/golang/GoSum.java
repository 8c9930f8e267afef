package io.breakwater.inventory.internal.golang;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.text.Lines;
import io.breakwater.model.Scope;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A go.sum: the hashes of modules and of their go.mod files, sorted by module and version. It has
 * versions that were passed over; of each module the last one is what the build selects.
 */
final class GoSum {
  private static final String ONLY_MOD = "/go.mod";

  /** A selected version; without the module's own hash nothing of it was built. */
  private record Selected(String version, boolean built, int line) {}

  private final Map<String, Selected> modules = new LinkedHashMap<>();

  private GoSum() {}

  /** Reads the file; lines that are none are left out. */
  static GoSum read(byte[] bytes) throws IOException {
    var sum = new GoSum();
    var lines = new Lines(bytes);
    for (int number = 1; lines.next(); number++) {
      List<String> words = GoWords.of(lines.whole());
      if (words.size() != 3 || !words.get(2).startsWith("h1:")) continue;
      String version = words.get(1);
      boolean built = !version.endsWith(ONLY_MOD);
      if (!built) version = version.substring(0, version.length() - ONLY_MOD.length());
      Selected last = sum.modules.get(words.getFirst());
      boolean same = last != null && last.version.equals(version);
      int line = last != null && same ? last.line : number;
      built |= same && last != null && last.built;
      sum.modules.put(words.getFirst(), new Selected(version, built, line));
    }
    return sum;
  }

  /**
   * Reports the modules beyond some; those of which nothing was built are optional.
   *
   * @param known by their paths
   */
  void report(Set<String> known, FactSink facts, String source) {
    modules.forEach(
        (path, selected) -> {
          if (known.contains(path)) return;
          Declared.of(Coordinates.path("golang", path, selected.version))
              .scoped(selected.built ? Scope.REQUIRED : Scope.OPTIONAL)
              .at(selected.line)
              .report(facts, source);
        });
  }
}
