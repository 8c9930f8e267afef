package io.breakwater.model;

/**
 * The distribution in an image.
 *
 * @param id as os-release writes it: {@code debian}, {@code rhel}; {@code unknown} when nothing
 *     tells
 * @param version as os-release writes it, such as {@code 12} or {@code 3.18.9}; may be empty
 * @param name the distribution's name for people, such as {@code Debian GNU/Linux 12 (bookworm)}
 */
public record OperatingSystem(String id, String version, String name) {
  /** What is said when nothing tells. */
  public static final OperatingSystem UNKNOWN = new OperatingSystem("unknown", "", "");

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
      case "debian", "ubuntu", "linuxmint", "kali", "raspbian", "devuan" -> "debian";
      case "alpine", "wolfi", "chainguard", "postmarketos" -> "alpine";
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
          "scientific" ->
          "redhat";
      case "sles",
          "sled",
          "sle-micro",
          "opensuse",
          "opensuse-leap",
          "opensuse-tumbleweed",
          "suse" ->
          "suse";
      default -> id;
    };
  }
}
