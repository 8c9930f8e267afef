package io.breakwater.advisory.internal.match;

import io.breakwater.model.Component;
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
  private static final String RED_HAT = "Red Hat:enterprise_linux:";
  private static final String UBUNTU_BINARIES = "Ubuntu:binaries:";
  private static final String EPEL = "Fedora:EPEL ";

  /** The names by which a feed speaks of packages. */
  enum Naming {
    SOURCE,
    BINARY,
    BOTH
  }

  /**
   * The distribution of an image; one without name when it is unknown.
   *
   * <p>CentOS Linux had no feed of its own: as its packages were Red Hat's, to the byte of their
   * versions, Red Hat judges it. Its successor CentOS Stream, and all rebuilds, are judged by Red
   * Hat only when the caller asks for it.
   *
   * @param known every ecosystem in the database
   * @param byRedHat ids of rebuilds that Red Hat's feed is to judge, such as {@code rocky}
   */
  static Distribution of(OperatingSystem os, Set<String> known, Set<String> byRedHat) {
    String version = os.version();
    String major = part(version, 1);
    boolean stream = os.name().contains("Stream");
    boolean centos = os.id().equals("centos") && !stream;
    if (centos || byRedHat.contains(os.id())) return redHat(major, known);
    return switch (os.id()) {
      case "debian" ->
          exact("Debian:" + (major.isEmpty() ? "unstable" : major), Naming.SOURCE, known);
      case "ubuntu" -> ubuntu(os, known);
      case "alpine" -> exact("Alpine:" + alpine(version), Naming.SOURCE, known);
      case "wolfi" -> exact("Wolfi", Naming.BOTH, known);
      case "chainguard" -> exact("Chainguard", Naming.BOTH, known);
      case "minimos" -> exact("MinimOS", Naming.BOTH, known);
      case "alpaquita" -> exact("Alpaquita:" + major, Naming.BOTH, known);
      case "almalinux" -> withEpel("AlmaLinux:", major, Naming.BINARY, known);
      case "rocky" -> withEpel("Rocky Linux:", major, Naming.BOTH, known);
      case "rhel" -> redHat(major, known);
      case "centos" -> withEpel("CentOS Stream:", major, Naming.BOTH, known);
      case "ol" -> withEpel("Oracle Linux:", major, Naming.BINARY, known);
      case "amzn" -> exact("Amazon Linux:" + amazon(major), Naming.BINARY, known);
      case "fedora" -> exact("Fedora:" + major, Naming.BOTH, known);
      case "anolis" -> exact("Anolis OS:" + major, Naming.BOTH, known);
      case "mageia" -> exact("Mageia:" + major, Naming.SOURCE, known);
      case "photon" -> exact("Photon OS:" + part(version, 2), Naming.BOTH, known);
      case "mariner", "azurelinux" -> exact("Azure Linux:" + major, Naming.BOTH, known);
      case "openEuler", "openeuler" -> exact("openEuler:" + openEuler(os), Naming.BOTH, known);
      case "opensuse-leap" -> exact("openSUSE:Leap " + version, Naming.BOTH, known);
      case "opensuse-leap-micro" -> exact("openSUSE:Leap Micro " + version, Naming.BOTH, known);
      case "opensuse-tumbleweed", "opensuse-microos" ->
          exact("openSUSE:Tumbleweed", Naming.BOTH, known);
      case "sle-micro", "sl-micro", "sle-micro-rancher" -> suseMicro(version, major, known);
      case "sles", "sled", "sles_sap", "suse" -> suse(os, known);
      case "arch" -> exact("Arch Linux", Naming.BINARY, known);
      case "gentoo" -> exact("Gentoo", Naming.BINARY, known);
      case "bottlerocket" -> exact("Bottlerocket", Naming.BOTH, known);
      case "echo" -> exact("Echo", Naming.SOURCE, known);
      default -> new Distribution("", List.of(), Naming.SOURCE);
    };
  }

  /**
   * The distribution that a package is of: the image's, unless the package's purl says another one,
   * as those of snaps do. SBOMs of other tools have their own words for the image's.
   */
  static OperatingSystem systemOf(Component component, OperatingSystem image) {
    String told = component.purl().qualifiers().getOrDefault("distro", "");
    String word = component.purl().namespace().orElse("");
    if (told.length() <= word.length() + 1 || !told.startsWith(word + "-")) return image;
    OperatingSystem own = OperatingSystem.called(told);
    boolean same = own.id().equals(image.id()) && own.version().equals(image.version());
    return same ? image : own;
  }

  /**
   * Which of a package's names a feed uses: EPEL's two feeds use one each, and Ubuntu's OVAL of
   * updates names built packages, unlike all else of Ubuntu.
   */
  Naming namingIn(String ecosystem) {
    if (ecosystem.startsWith(UBUNTU_BINARIES)) return Naming.BINARY;
    return ecosystem.startsWith(EPEL) ? Naming.BOTH : naming;
  }

  /**
   * Further ecosystems for a package of this version. Ubuntu Pro speaks about the packages that it
   * installed, which tell by their versions; and so do Red Hat's channels of extended support,
   * whose packages are built for a minor release: {@code .el9_2}.
   */
  List<String> ecosystemsFor(String version, Set<String> known) {
    if (name.startsWith("Ubuntu:")) return ubuntuFor(version, known);
    return name.startsWith(RED_HAT) ? redHatFor(version, known) : ecosystems;
  }

  private List<String> ubuntuFor(String version, Set<String> known) {
    if (!(version.contains("esm") || version.contains("fips"))) return ecosystems;
    String release = name.substring("Ubuntu:".length());
    var out = new ArrayList<>(ecosystems);
    for (String channel :
        new String[] {"Pro:", "binaries:Pro:", "Pro:FIPS:", "Pro:FIPS-updates:"}) {
      boolean meant = !channel.contains("FIPS") || version.contains("fips");
      String pro = "Ubuntu:" + channel + release;
      if (meant && known.contains(pro) && !out.contains(pro)) out.add(pro);
    }
    return out;
  }

  private List<String> redHatFor(String version, Set<String> known) {
    String minor = Channels.minorRelease(version);
    if (minor.isEmpty()) return ecosystems;
    var out = new ArrayList<>(ecosystems);
    for (String channel : Channels.OF_RED_HAT) {
      String ecosystem = "Red Hat:" + channel + ":" + minor;
      for (String one : known) {
        boolean edition = one.startsWith(ecosystem + "::");
        if (one.equals(ecosystem) || edition) out.add(one);
      }
    }
    out.subList(ecosystems.size(), out.size()).sort(null);
    return out;
  }

  /** Ubuntu; those who are enrolled in its programme have the programme's word on everything. */
  private static Distribution ubuntu(OperatingSystem os, Set<String> known) {
    String release = part(os.version(), 2);
    Distribution plain = exact("Ubuntu:" + release, Naming.SOURCE, known);
    boolean enrolled = !os.programme().isEmpty();
    var all = new ArrayList<>(plain.ecosystems());
    for (String channel : new String[] {"binaries:", "Pro:", "binaries:Pro:"}) {
      String other = "Ubuntu:" + channel + release;
      boolean meant = enrolled || !channel.contains("Pro:");
      if (meant && known.contains(other)) all.add(other);
    }
    return new Distribution(plain.name(), all, Naming.SOURCE);
  }

  private static Distribution exact(String name, Naming naming, Set<String> known) {
    return new Distribution(name, known.contains(name) ? List.of(name) : List.of(), naming);
  }

  /** A distribution that EPEL's packages may be installed on. */
  private static Distribution withEpel(
      String prefix, String major, Naming naming, Set<String> known) {
    Distribution plain = exact(prefix + major, naming, known);
    String epel = EPEL + major;
    if (plain.ecosystems().isEmpty() || !known.contains(epel)) return plain;
    return new Distribution(plain.name(), List.of(plain.name(), epel), naming);
  }

  private static Distribution redHat(String major, Set<String> known) {
    String prefix = RED_HAT + major;
    var found = new ArrayList<String>();
    for (String one : known) {
      boolean own =
          one.equals(prefix)
              || one.startsWith(prefix + "::")
              || (major.length() > 1 && one.startsWith(prefix + "."))
              || one.equals("Red Hat:rhel_extras:" + major)
              || (one.startsWith("Red Hat:rhel_software_collections:")
                  && one.endsWith("::el" + major));
      if (own) found.add(one);
    }
    found.sort(null);
    if (!found.isEmpty() && known.contains(EPEL + major)) found.add(EPEL + major);
    return new Distribution(prefix, found, Naming.BOTH);
  }

  /**
   * SUSE has an ecosystem for each product and module of a service pack, and, for those who pay,
   * for its long-term support.
   */
  private static Distribution suse(OperatingSystem os, Set<String> known) {
    String version = os.version();
    int dot = version.indexOf('.');
    boolean pack = dot > 0 && part(version, 1).length() == 2 && version.compareTo("16") < 0;
    String release =
        pack
            ? version.substring(0, dot) + " SP" + version.substring(dot + 1)
            : version.endsWith(".0") && version.compareTo("16") < 0
                ? version.substring(0, dot)
                : version;
    boolean enrolled = !os.programme().isEmpty();
    var found = new ArrayList<String>();
    for (String one : known) {
      boolean own = one.startsWith("SUSE:") && !one.contains("Micro ");
      boolean longTerm = one.endsWith(" " + release + "-" + os.programme());
      if (own && (one.endsWith(" " + release) || (enrolled && longTerm))) found.add(one);
    }
    found.sort(null);
    return new Distribution("SUSE:Linux Enterprise Server " + release, found, Naming.BOTH);
  }

  private static Distribution suseMicro(String version, String major, Set<String> known) {
    boolean six = major.length() > 1 || major.compareTo("6") >= 0;
    String product = six ? "SUSE:Linux Micro " : "SUSE:Linux Enterprise Micro ";
    return exact(product + version, Naming.BOTH, known);
  }

  /** The first generation counted by years and months: 2018.03. */
  private static String amazon(String major) {
    return major.length() == 4 && major.compareTo("2022") < 0 ? "1" : major;
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
