package io.breakwater.cli;

import java.nio.file.Path;
import java.util.Map;

/** Where things are kept when nobody says where, by the XDG base directory specification. */
final class Folders {
  private Folders() {}

  /** Where results that can be made again are kept. */
  static Path cache(Map<String, String> environment) {
    return base(environment, "XDG_CACHE_HOME", ".cache").resolve("layers");
  }

  /** The advisory database. */
  static Path database(Map<String, String> environment) {
    return base(environment, "XDG_DATA_HOME", ".local/share").resolve("advisories.db");
  }

  /** The feeds that the database is made of. */
  static Path feeds(Map<String, String> environment) {
    return base(environment, "XDG_DATA_HOME", ".local/share").resolve("feeds");
  }

  /** The user's own list of feeds. */
  static Path feedsFile(Map<String, String> environment) {
    return base(environment, "XDG_DATA_HOME", ".local/share").resolve("feeds.yaml");
  }

  /** The declared base images. */
  static Path bases(Map<String, String> environment) {
    return base(environment, "XDG_DATA_HOME", ".local/share").resolve("bases.jsonl");
  }

  private static Path base(Map<String, String> environment, String variable, String otherwise) {
    String said = environment.getOrDefault(variable, "");
    Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home", ".")));
    // The specification tells to ignore relative paths.
    Path base = said.startsWith("/") ? Path.of(said) : home.resolve(otherwise);
    return base.resolve("breakwater");
  }
}
