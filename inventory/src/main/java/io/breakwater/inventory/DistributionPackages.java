package io.breakwater.inventory;

import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Purl;

/** The purl types of packages that a distribution installs, and that own files. */
final class DistributionPackages {
  private DistributionPackages() {}

  static boolean isType(String purlType) {
    return switch (purlType) {
      case "deb", "rpm", "apk", "alpm", "opkg", "ebuild" -> true;
      default -> false;
    };
  }

  /** How package URLs name the distribution. */
  static String qualifier(OperatingSystem os) {
    return os.version().isEmpty() ? os.id() : os.id() + "-" + os.version();
  }

  /** Whether a package says itself that it is of another distribution, as those of snaps do. */
  static boolean isForeign(Purl purl, OperatingSystem os) {
    String own = purl.qualifiers().get("distro");
    return own != null && !own.equals(qualifier(os));
  }
}
