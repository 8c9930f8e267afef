package io.breakwater.advisory.internal.feed;

import java.util.Map;
import java.util.Optional;

/** Ubuntu's releases by their code names. */
final class UbuntuReleases {
  private static final String BINARIES = "binaries:";

  private static final Map<String, String> VERSIONS =
      Map.ofEntries(
          Map.entry("dapper", "6.06"),
          Map.entry("hardy", "8.04"),
          Map.entry("lucid", "10.04"),
          Map.entry("precise", "12.04"),
          Map.entry("quantal", "12.10"),
          Map.entry("raring", "13.04"),
          Map.entry("saucy", "13.10"),
          Map.entry("trusty", "14.04"),
          Map.entry("utopic", "14.10"),
          Map.entry("vivid", "15.04"),
          Map.entry("wily", "15.10"),
          Map.entry("xenial", "16.04"),
          Map.entry("yakkety", "16.10"),
          Map.entry("zesty", "17.04"),
          Map.entry("artful", "17.10"),
          Map.entry("bionic", "18.04"),
          Map.entry("cosmic", "18.10"),
          Map.entry("disco", "19.04"),
          Map.entry("eoan", "19.10"),
          Map.entry("focal", "20.04"),
          Map.entry("groovy", "20.10"),
          Map.entry("hirsute", "21.04"),
          Map.entry("impish", "21.10"),
          Map.entry("jammy", "22.04"),
          Map.entry("kinetic", "22.10"),
          Map.entry("lunar", "23.04"),
          Map.entry("mantic", "23.10"),
          Map.entry("noble", "24.04"),
          Map.entry("oracular", "24.10"),
          Map.entry("plucky", "25.04"),
          Map.entry("questing", "25.10"),
          Map.entry("resolute", "26.04"));

  private UbuntuReleases() {}

  /**
   * The ecosystem of a release as the tracker writes it: {@code jammy}, {@code esm-infra/bionic},
   * {@code trusty/esm}, {@code fips-updates/focal}; empty for what is no release of ours.
   */
  static Optional<String> ecosystem(String release) {
    int slash = release.indexOf('/');
    if (slash < 0) return version(release).map(v -> "Ubuntu:" + v);
    String first = release.substring(0, slash);
    String second = release.substring(slash + 1);
    if (second.equals("esm")) return version(first).map(v -> "Ubuntu:Pro:" + v);
    return switch (first) {
      case "esm-infra", "esm-apps", "esm-infra-legacy", "esm-apps-legacy" ->
          version(second).map(v -> "Ubuntu:Pro:" + v);
      case "fips" -> version(second).map(v -> "Ubuntu:Pro:FIPS:" + v);
      case "fips-updates" -> version(second).map(v -> "Ubuntu:Pro:FIPS-updates:" + v);
      default -> Optional.empty();
    };
  }

  /** Where a fix of this version is: those with {@code esm} are for who is enrolled. */
  static String channel(String ecosystem, String version) {
    boolean plain = !ecosystem.startsWith("Ubuntu:Pro:");
    return plain && version.contains("esm")
        ? "Ubuntu:Pro:" + ecosystem.substring("Ubuntu:".length())
        : ecosystem;
  }

  /** Where statements stand that name built packages, as few of Ubuntu's do. */
  static String binaries(String ecosystem) {
    return "Ubuntu:" + BINARIES + ecosystem.substring("Ubuntu:".length());
  }

  private static Optional<String> version(String name) {
    return Optional.ofNullable(VERSIONS.get(name));
  }
}
