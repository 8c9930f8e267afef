package io.breakwater.advisory.internal.match;

import io.breakwater.model.OperatingSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which ecosystems judge the packages that a distribution installed, and by which names. A
 * distribution is judged by its own feed only: never a rebuild by what it was rebuilt from.
 *
 * @param name its ecosystem, as OSV names it
 * @param ecosystems those of a database that speak about it
 * @param naming which of a package's names the feed uses
 */
record Distribution(String name, List<String> ecosystems, Naming naming) {
  /** The names by which a feed speaks of packages. */
  enum Naming {
    SOURCE,
    BINARY,
    BOTH
  }

  /**
   * The distribution of an image; one without name when it is unknown.
   *
   * @param known every ecosystem in the database
   */
  static Distribution of(OperatingSystem os, Set<String> known) {
    String version = os.version();
    String major = part(version, 1);
    return switch (os.id()) {
      case "debian" ->
          exact("Debian:" + (major.isEmpty() ? "unstable" : major), Naming.SOURCE, known);
      case "ubuntu" -> exact("Ubuntu:" + part(version, 2), Naming.SOURCE, known);
      case "alpine" -> exact("Alpine:" + alpine(version), Naming.SOURCE, known);
      case "wolfi" -> exact("Wolfi", Naming.BOTH, known);
      case "chainguard" -> exact("Chainguard", Naming.BOTH, known);
      case "minimos" -> exact("MinimOS", Naming.BOTH, known);
      case "alpaquita" -> exact("Alpaquita:" + major, Naming.BOTH, known);
      case "almalinux" -> exact("AlmaLinux:" + major, Naming.BINARY, known);
      case "rocky" -> exact("Rocky Linux:" + major, Naming.BOTH, known);
      case "rhel" -> redHat("Red Hat:enterprise_linux:" + major, known);
      case "ol" -> exact("Oracle Linux:" + major, Naming.BINARY, known);
      case "amzn" -> exact("Amazon Linux:" + major, Naming.BINARY, known);
      case "fedora" -> exact("Fedora:" + major, Naming.BOTH, known);
      case "anolis" -> exact("Anolis OS:" + major, Naming.BOTH, known);
      case "mageia" -> exact("Mageia:" + major, Naming.SOURCE, known);
      case "photon" -> exact("Photon OS:" + part(version, 2), Naming.BOTH, known);
      case "mariner", "azurelinux" -> exact("Azure Linux:" + major, Naming.BOTH, known);
      case "openEuler", "openeuler" -> exact("openEuler:" + openEuler(os), Naming.SOURCE, known);
      case "opensuse-leap" -> exact("openSUSE:Leap " + version, Naming.BOTH, known);
      case "opensuse-tumbleweed" -> exact("openSUSE:Tumbleweed", Naming.BOTH, known);
      case "sles", "sled", "sle-micro", "suse" -> suse(version, known);
      case "arch" -> exact("Arch Linux", Naming.BINARY, known);
      case "echo" -> exact("Echo", Naming.SOURCE, known);
      default -> new Distribution("", List.of(), Naming.SOURCE);
    };
  }

  /**
   * Further ecosystems for a package of this version: Ubuntu Pro speaks about the packages that it
   * installed, which tell by their versions.
   */
  List<String> ecosystemsFor(String version, Set<String> known) {
    if (!name.startsWith("Ubuntu:") || !(version.contains("esm") || version.contains("fips"))) {
      return ecosystems;
    }
    String release = name.substring("Ubuntu:".length());
    var out = new ArrayList<>(ecosystems);
    for (String channel : new String[] {"Pro:", "Pro:FIPS:", "Pro:FIPS-updates:"}) {
      boolean meant = channel.equals("Pro:") || version.contains("fips");
      String pro = "Ubuntu:" + channel + release;
      if (meant && known.contains(pro)) out.add(pro);
    }
    return out;
  }

  private static Distribution exact(String name, Naming naming, Set<String> known) {
    return new Distribution(name, known.contains(name) ? List.of(name) : List.of(), naming);
  }

  private static Distribution redHat(String prefix, Set<String> known) {
    var found =
        known.stream()
            .filter(e -> e.equals(prefix) || e.startsWith(prefix + "::"))
            .sorted()
            .toList();
    return new Distribution(prefix, found, Naming.BINARY);
  }

  /** SUSE has an ecosystem for each product and module of a service pack. */
  private static Distribution suse(String version, Set<String> known) {
    int dot = version.indexOf('.');
    String release =
        dot < 0 ? version : version.substring(0, dot) + " SP" + version.substring(dot + 1);
    var found =
        known.stream()
            .filter(e -> e.startsWith("SUSE:") && e.endsWith(" " + release))
            .sorted()
            .toList();
    return new Distribution("SUSE:Linux Enterprise " + release, found, Naming.BOTH);
  }

  private static String alpine(String version) {
    boolean released = !version.isEmpty() && version.indexOf('_') < 0;
    return released && Character.isDigit(version.charAt(0)) ? "v" + part(version, 2) : "edge";
  }

  /** Such as 22.03-LTS-SP1, of the name "openEuler 22.03 (LTS-SP1)". */
  private static String openEuler(OperatingSystem os) {
    int open = os.name().indexOf('(');
    int close = os.name().indexOf(')', Math.max(0, open));
    boolean named = open > 0 && close > open;
    return named ? os.version() + "-" + os.name().substring(open + 1, close) : os.version();
  }

  /** The first numbers of a version. */
  private static String part(String version, int numbers) {
    int end = -1;
    for (int i = 0; i < numbers; i++) {
      int dot = version.indexOf('.', end + 1);
      if (dot < 0) return version;
      end = dot;
    }
    return version.substring(0, end);
  }
}
