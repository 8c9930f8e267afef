package io.breakwater.inventory;

/** The purl types of packages that a distribution installs, and that own files. */
final class DistributionPackages {
  private DistributionPackages() {}

  static boolean isType(String purlType) {
    return switch (purlType) {
      case "deb", "rpm", "apk", "alpm", "opkg", "ebuild" -> true;
      default -> false;
    };
  }
}
