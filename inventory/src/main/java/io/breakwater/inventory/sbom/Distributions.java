package io.breakwater.inventory.sbom;

import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Purl;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which distribution an SBOM is about, by whatever name its tool gives it. */
final class Distributions {
  private Distributions() {}

  /** A distribution by a tool's words for it. */
  static OperatingSystem of(String name, String version) {
    String id = id(name);
    if (id.isEmpty()) return OperatingSystem.UNKNOWN;
    String number = codename(version);
    return new OperatingSystem(id, number, (name + " " + version).strip());
  }

  /** What most of the packages' purls say, else what the image's own purl says. */
  static OperatingSystem of(SbomComponent subject, List<SbomComponent> components) {
    Map<OperatingSystem, Integer> votes = new HashMap<>();
    OperatingSystem best = OperatingSystem.UNKNOWN;
    int most = 0;
    for (SbomComponent component : components) {
      Optional<OperatingSystem> said = component.purl().flatMap(Distributions::said);
      if (said.isEmpty()) continue;
      int count = votes.merge(said.get(), 1, Integer::sum);
      if (count > most) {
        most = count;
        best = said.get();
      }
    }
    if (best.known() || subject.purl().isEmpty()) return best;
    Map<String, String> qualifiers = subject.purl().get().qualifiers();
    return of(qualifiers.getOrDefault("os_name", ""), qualifiers.getOrDefault("os_version", ""));
  }

  /** {@code distro=debian-12}, {@code distro=3.18.2} after the name, or a rolling release. */
  private static Optional<OperatingSystem> said(Purl purl) {
    if (!isDistributions(purl.type())) return Optional.empty();
    String namespace = purl.namespace().orElse("");
    String distro = purl.qualifiers().getOrDefault("distro", "");
    if (distro.isEmpty()) return rolling(namespace);
    int dash = dash(distro);
    OperatingSystem system;
    if (dash >= 0) {
      system = of(distro.substring(0, dash), distro.substring(dash + 1));
    } else if (namespace.isEmpty() || distro.equals(namespace)) {
      system = of(distro, "");
    } else {
      system = of(namespace, distro);
    }
    return system.known() ? Optional.of(system) : Optional.empty();
  }

  private static boolean isDistributions(String type) {
    return switch (type) {
      case "deb", "rpm", "apk", "alpm" -> true;
      default -> false;
    };
  }

  /** Where the version starts, after the last dash before a digit. */
  private static int dash(String distro) {
    for (int i = distro.length() - 2; i > 0; i--) {
      if (distro.charAt(i) == '-' && Character.isDigit(distro.charAt(i + 1))) return i;
    }
    return distro.lastIndexOf('-');
  }

  private static Optional<OperatingSystem> rolling(String namespace) {
    return switch (namespace) {
      case "wolfi", "chainguard", "arch" -> Optional.of(of(namespace, ""));
      default -> Optional.empty();
    };
  }

  /** The id that os-release has; empty for what is no distribution. */
  private static String id(String name) {
    String word = name.strip().toLowerCase(Locale.ROOT);
    return switch (word) {
      case "", "none", "unknown", "linux" -> "";
      case "redhat", "red hat enterprise linux" -> "rhel";
      case "amazon", "amazonlinux", "amazon linux" -> "amzn";
      case "alma" -> "almalinux";
      case "oracle", "oraclelinux", "oracle linux server" -> "ol";
      case "cbl-mariner" -> "mariner";
      case "rockylinux" -> "rocky";
      case "suse linux enterprise server", "suse linux enterprise" -> "sles";
      case "slem" -> "sle-micro";
      case "opensuse.leap" -> "opensuse-leap";
      case "opensuse.tumbleweed" -> "opensuse-tumbleweed";
      case "openeuler" -> "openEuler";
      default -> word.indexOf('\n') >= 0 ? "" : word;
    };
  }

  /** The number of a release that is called by its name. */
  private static String codename(String version) {
    return switch (version.toLowerCase(Locale.ROOT)) {
      case "wheezy" -> "7";
      case "jessie" -> "8";
      case "stretch" -> "9";
      case "buster" -> "10";
      case "bullseye" -> "11";
      case "bookworm" -> "12";
      case "trixie" -> "13";
      case "forky" -> "14";
      case "trusty" -> "14.04";
      case "xenial" -> "16.04";
      case "bionic" -> "18.04";
      case "focal" -> "20.04";
      case "jammy" -> "22.04";
      case "noble" -> "24.04";
      default -> version;
    };
  }
}
