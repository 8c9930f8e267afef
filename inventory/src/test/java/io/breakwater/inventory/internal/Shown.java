package io.breakwater.inventory.internal;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.model.Presence;
import io.breakwater.model.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What an analyser finds in a file, as lines that a test can list. */
public final class Shown {
  private Shown() {}

  /**
   * Each package as its purl with plain slashes, with {@code !} behind an installed one, {@code ?}
   * behind an optional one, {@code ~} behind one for development; behind an arrow what it needs.
   */
  public static List<String> of(Analyser analyser, String path, String text) throws IOException {
    return lines(RecordedFacts.of(analyser, path, text));
  }

  /** As {@link #of} for what was found already. */
  public static List<String> lines(RecordedFacts facts) {
    var lines = new ArrayList<String>();
    for (FoundPackage found : facts.packages) {
      var line = new StringBuilder(found.purl().toString().replace("%2F", "/"));
      if (found.traits().presence() == Presence.INSTALLED) line.append('!');
      if (found.traits().scope() == Scope.OPTIONAL) line.append('?');
      if (found.traits().scope() == Scope.DEVELOPMENT) line.append('~');
      if (!found.traits().dependsOn().isEmpty()) {
        line.append(" -> ").append(String.join(" ", found.traits().dependsOn()));
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
