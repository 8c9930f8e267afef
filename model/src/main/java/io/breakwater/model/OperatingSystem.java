package io.breakwater.model;

import java.util.Locale;

/**
 * The distribution in an image.
 *
 * @param id as os-release writes it: {@code debian}, {@code rhel}; {@code unknown} when nothing
 *     tells
 * @param version as os-release writes it, such as {@code 12} or {@code 3.18.9}; may be empty
 * @param name the distribution's name for people, such as {@code Debian GNU/Linux 12 (bookworm)}
 * @param programme of extended support that it is enrolled in, such as {@code ESM}; empty when
 *     nothing says so
 */
public record OperatingSystem(String id, String version, String name, String programme) {
  /** What is said when nothing tells. */
  public static final OperatingSystem UNKNOWN = new OperatingSystem("unknown", "", "");

  /** A distribution with the support that everybody gets. */
  public OperatingSystem(String id, String version, String name) {
    this(id, version, name, "");
  }

  /**
   * A distribution by the words that a tool has for it: {@code alma}, {@code amazon} and {@code 2
   * (Karoo)}, {@code debian} and {@code bookworm}.
   */
  public static OperatingSystem called(String word, String version) {
    String id = idOf(word);
    if (id.isEmpty()) return UNKNOWN;
    return new OperatingSystem(id, number(version.strip()), (word + " " + version).strip());
  }

  /**
   * A distribution as the {@code distro} of purls writes it: {@code debian-12}, {@code
   * opensuse-leap-15.6}, {@code amazon-2 (Karoo)}.
   */
  public static OperatingSystem called(String distro) {
    int dash = distro.lastIndexOf('-');
    // The version starts after the last dash before a digit.
    for (int i = distro.length() - 2; i > 0; i--) {
      char next = distro.charAt(i + 1);
      if (distro.charAt(i) == '-' && next >= '0' && next <= '9') {
        dash = i;
        break;
      }
    }
    return dash < 0
        ? called(distro, "")
        : called(distro.substring(0, dash), distro.substring(dash + 1));
  }

  /** The id that os-release has; empty for what is no distribution. */
  private static String idOf(String name) {
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

  /** The number of a release that is called by its name, or is among other words. */
  private static String number(String version) {
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
      default -> firstNumber(version);
    };
  }

  private static String firstNumber(String version) {
    for (int start = 0; start < version.length(); ) {
      int blank = version.indexOf(' ', start);
      int end = blank < 0 ? version.length() : blank;
      if (start < end && version.charAt(start) >= '0' && version.charAt(start) <= '9') {
        return version.substring(start, end);
      }
      start = end + 1;
    }
    return version;
  }

  /** The same with a programme of extended support. */
  public OperatingSystem enrolledIn(String other) {
    return new OperatingSystem(id, version, name, other);
  }

  /** Whether the distribution is known. */
  public boolean known() {
    return !id.equals("unknown");
  }

  /**
   * The family that shares package format and habits: {@code debian}, {@code alpine}, {@code
   * redhat}, {@code suse}, or the id itself.
   */
  public String family() {
    return switch (id) {
      case "debian", "ubuntu", "linuxmint", "kali", "raspbian", "devuan", "pop" -> "debian";
      case "alpine", "wolfi", "chainguard", "postmarketos", "alpaquita", "minimos" -> "alpine";
      case "rhel",
          "centos",
          "almalinux",
          "rocky",
          "ol",
          "amzn",
          "fedora",
          "mariner",
          "azurelinux",
          "photon",
          "openEuler",
          "openeuler",
          "anolis",
          "alinux",
          "eurolinux",
          "scientific",
          "tencentos",
          "opencloudos",
          "cloudlinux",
          "miraclelinux",
          "euleros",
          "virtuozzo" ->
          "redhat";
      case "sles",
          "sled",
          "sles_sap",
          "sle-micro",
          "sl-micro",
          "opensuse",
          "opensuse-microos",
          "opensuse-leap-micro",
          "opensuse-leap",
          "opensuse-tumbleweed",
          "suse" ->
          "suse";
      default -> id;
    };
  }
}
