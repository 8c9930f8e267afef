package io.breakwater.bench.accuracy;

import io.breakwater.inventory.Inventories;
import io.breakwater.model.Component;
import io.breakwater.model.Location;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Origin;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Purl;
import io.breakwater.model.SourcePackage;
import io.breakwater.oci.Image;
import io.breakwater.oci.ImageSources;
import io.breakwater.oci.OpenOptions;
import io.breakwater.oci.collect.LayerResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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

  /** The sources of binary packages, by type and name, as package databases of images tell. */
  static Map<String, String> sources(Path databases) throws IOException {
    var out = new HashMap<String, String>();
    if (!Files.isDirectory(databases)) return out;
    try (var roots = Files.list(databases)) {
      for (Path root : roots.filter(Files::isDirectory).sorted().toList()) {
        try (Image image = ImageSources.open("dir:" + root, OpenOptions.defaults())) {
          var inventory = new Inventories(LayerResults.none(), 2).take(image, _ -> Origin.UNKNOWN);
          for (Component one : inventory.components()) {
            one.source().ifPresent(s -> out.put(one.type() + " " + one.name(), s.name()));
          }
        }
      }
    }
    return out;
  }

  /** A package of a type; of distributions with the source that it was built from. */
  static Component of(
      String type, String name, String version, String source, String sourceVersion) {
    boolean installed = type.equals("deb") || type.equals("apk") || type.equals("rpm");
    int cut = Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1;
    String namespace = installed || type.equals("maven") || type.equals("composer") ? "x" : "";
    Purl purl = Purl.of(type, namespace, name.substring(cut), version);
    return of(
        purl,
        name,
        version,
        installed && !source.isEmpty()
            ? Optional.of(new SourcePackage(source, sourceVersion))
            : Optional.empty());
  }

  /** A package by its purl. */
  static Component of(Purl purl, String name, String version, Optional<SourcePackage> source) {
    return new Component(
        purl.type() + ":" + name + "@" + version,
        purl,
        name,
        version,
        List.of(Location.of(Optional.empty(), "/somewhere")),
        source,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Origin.OWN,
        List.of(),
        PackageTraits.INSTALLED);
  }
}
