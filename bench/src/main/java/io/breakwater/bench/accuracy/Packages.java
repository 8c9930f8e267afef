package io.breakwater.bench.accuracy;

import io.breakwater.model.Component;
import io.breakwater.model.Location;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Origin;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Purl;
import io.breakwater.model.SourcePackage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Installed packages made of what a table says of them. */
final class Packages {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("npm", "npm"),
          Map.entry("PyPI", "pypi"),
          Map.entry("Maven", "maven"),
          Map.entry("Go", "golang"),
          Map.entry("RubyGems", "gem"),
          Map.entry("Packagist", "composer"),
          Map.entry("NuGet", "nuget"),
          Map.entry("crates.io", "cargo"),
          Map.entry("Hex", "hex"),
          Map.entry("Pub", "pub"),
          Map.entry("CRAN", "cran"),
          Map.entry("Hackage", "hackage"),
          Map.entry("SwiftURL", "swift"),
          Map.entry("Bitnami", "bitnami"));

  private Packages() {}

  /** The purl type of an ecosystem as OSV names it; empty for distributions and unknown ones. */
  static Optional<String> type(String ecosystem) {
    return Optional.ofNullable(TYPES.get(ecosystem));
  }

  /** The distribution that an ecosystem as OSV names it is of. */
  static Optional<OperatingSystem> distribution(String ecosystem) {
    int colon = ecosystem.indexOf(':');
    if (colon < 0) return Optional.empty();
    String release = ecosystem.substring(colon + 1);
    return switch (ecosystem.substring(0, colon)) {
      case "Debian" -> os("debian", release);
      case "Ubuntu" ->
          release.startsWith("Pro") ? Optional.empty() : os("ubuntu", release.replace(":LTS", ""));
      case "Alpine" ->
          release.equals("edge") ? Optional.empty() : os("alpine", release.substring(1) + ".0");
      case "AlmaLinux" -> os("almalinux", release + ".0");
      case "Rocky Linux" -> os("rocky", release + ".0");
      case "Amazon Linux" -> os("amzn", release);
      case "Red Hat" -> os("rhel", release.replaceAll("[^0-9]", ""));
      default -> Optional.empty();
    };
  }

  private static Optional<OperatingSystem> os(String id, String version) {
    return Optional.of(new OperatingSystem(id, version, id + " " + version));
  }

  /** The type of the packages that a distribution installs. */
  static String type(OperatingSystem os) {
    return switch (os.id()) {
      case "debian", "ubuntu" -> "deb";
      case "alpine", "wolfi", "chainguard" -> "apk";
      default -> "rpm";
    };
  }

  /** A package of a type; of distributions with the source that it was built from. */
  static Component of(
      String type, String name, String version, String source, String sourceVersion) {
    boolean installed = type.equals("deb") || type.equals("apk") || type.equals("rpm");
    int cut = Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1;
    String namespace = installed || type.equals("maven") || type.equals("composer") ? "x" : "";
    Purl purl = Purl.of(type, namespace, name.substring(cut), version);
    return new Component(
        type + ":" + name + "@" + version,
        purl,
        name,
        version,
        List.of(Location.of(Optional.empty(), "/somewhere")),
        installed && !source.isEmpty()
            ? Optional.of(new SourcePackage(source, sourceVersion))
            : Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Origin.OWN,
        List.of(),
        PackageTraits.INSTALLED);
  }
}
