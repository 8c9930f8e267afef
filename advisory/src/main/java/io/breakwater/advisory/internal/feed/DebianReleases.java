package io.breakwater.advisory.internal.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Debian's releases by their code names. */
final class DebianReleases {
  /** Those that get security updates, and what becomes the next. */
  static final List<String> MAINTAINED = List.of("bullseye", "bookworm", "trixie", "forky");

  private static final Map<String, String> VERSIONS =
      Map.ofEntries(
          Map.entry("woody", "3.0"),
          Map.entry("sarge", "3.1"),
          Map.entry("etch", "4"),
          Map.entry("lenny", "5"),
          Map.entry("squeeze", "6"),
          Map.entry("wheezy", "7"),
          Map.entry("jessie", "8"),
          Map.entry("stretch", "9"),
          Map.entry("buster", "10"),
          Map.entry("bullseye", "11"),
          Map.entry("bookworm", "12"),
          Map.entry("trixie", "13"),
          Map.entry("forky", "14"),
          Map.entry("duke", "15"),
          Map.entry("sid", "unstable"));

  private DebianReleases() {}

  /** The ecosystem of a code name, such as {@code Debian:12} of {@code bookworm}. */
  static Optional<String> ecosystem(String codename) {
    return Optional.ofNullable(VERSIONS.get(codename)).map(version -> "Debian:" + version);
  }
}
