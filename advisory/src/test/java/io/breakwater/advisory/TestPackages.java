package io.breakwater.advisory;

import io.breakwater.model.Component;
import io.breakwater.model.Finding.Vulnerability;
import io.breakwater.model.Location;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Origin;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Purl;
import io.breakwater.model.SourcePackage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Installed packages for tests. */
final class TestPackages {
  static final OperatingSystem DEBIAN_12 = new OperatingSystem("debian", "12", "Debian 12");
  static final OperatingSystem UBUNTU_22 = new OperatingSystem("ubuntu", "22.04", "Ubuntu 22.04");
  static final OperatingSystem ALPINE_318 = new OperatingSystem("alpine", "3.18.9", "Alpine 3.18");
  static final OperatingSystem ALMA_9 = new OperatingSystem("almalinux", "9.3", "AlmaLinux 9.3");

  private TestPackages() {}

  /** A language package. */
  static Component language(String type, String name, String version) {
    return component(purl(type, name, version), name, version, Optional.empty(), Optional.empty());
  }

  /** A language package that a package of the distribution installed. */
  static Component owned(String type, String name, String version) {
    return component(
        purl(type, name, version), name, version, Optional.empty(), Optional.of("owner"));
  }

  /** A binary package whose source has another name or version. */
  static Component binary(
      String type, String name, String version, String source, String sourceVersion) {
    return component(
        purl(type, name, version),
        name,
        version,
        Optional.of(new SourcePackage(source, sourceVersion)),
        Optional.empty());
  }

  private static Purl purl(String type, String name, String version) {
    String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
    String namespace =
        switch (type) {
          case "deb", "rpm", "apk", "maven", "composer" -> "x";
          default -> "";
        };
    return Purl.of(type, namespace, plain, version);
  }

  /** A component of these parts. */
  static Component component(
      Purl purl,
      String name,
      String version,
      Optional<SourcePackage> source,
      Optional<String> ownedBy) {
    return new Component(
        purl.type() + ":" + name,
        purl,
        name,
        version,
        List.of(Location.of(Optional.empty(), "/somewhere")),
        source,
        List.of(),
        ownedBy,
        Optional.empty(),
        Origin.OWN,
        List.of(),
        PackageTraits.INSTALLED);
  }

  /** What the matcher finds in one package. */
  static List<Vulnerability> findings(Matcher matcher, OperatingSystem os, Component component)
      throws IOException {
    return matcher.match(os, List.of(component)).vulnerabilities();
  }

  /** The ids that the matcher finds in one package. */
  static List<String> ids(Matcher matcher, OperatingSystem os, Component component)
      throws IOException {
    return findings(matcher, os, component).stream().map(Vulnerability::id).sorted().toList();
  }
}
