package io.breakwater.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real advisories, package databases and test vectors, which lie beside the project and are no part
 * of it. {@code -Dbreakwater.shared=DIR} names their folder; else {@code shared/data} is looked for
 * beside each folder from the working directory upwards. A test whose data is missing is skipped.
 */
public final class SharedData {
  private SharedData() {}

  /**
   * A file or folder of the shared data, such as {@code vectors/purl}; skips when it is missing.
   */
  public static Path path(String relative) {
    Path found = root().resolve(relative);
    Assumptions.assumeTrue(
        Files.exists(found), () -> "skipped: the shared data is not here: " + relative);
    return found;
  }

  private static Path root() {
    String given = System.getProperty("breakwater.shared", "");
    if (!given.isEmpty()) return Path.of(given);
    for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
      Path candidate = dir.resolve("shared").resolve("data");
      if (Files.isDirectory(candidate)) return candidate;
    }
    return Path.of("shared-data-not-found");
  }
}
