package io.breakwater.model;

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
