package io.breakwater.inventory.sbom;

import io.breakwater.model.Purl;
import org.jspecify.annotations.Nullable;

/** How ecosystems write the names of their packages in full, and where a purl has them split. */
final class EcosystemNames {
  private EcosystemNames() {}

  /** The full name of the package that a purl names. */
  static String of(Purl purl) {
    String namespace = purl.namespace().orElse("");
    if (namespace.isEmpty() || !hasNamespace(purl.type())) return purl.name();
    if (purl.type().equals("maven")) return namespace + ":" + purl.name();
    return namespace + "/" + purl.name();
  }

  /** Whether the namespace is a part of the name, rather than a vendor or a distribution. */
  static boolean hasNamespace(String type) {
    return switch (type) {
      case "deb",
          "rpm",
          "apk",
          "alpm",
          "opkg",
          "pypi",
          "gem",
          "cargo",
          "nuget",
          "bitnami",
          "cran",
          "conda",
          "hackage",
          "pub" ->
          false;
      default -> true;
    };
  }

  /** A version with its epoch, which the purls of rpm packages have beside it. */
  static String withEpoch(@Nullable Purl purl, String version) {
    if (purl == null || !purl.type().equals("rpm") || version.isEmpty()) return version;
    String epoch = purl.qualifiers().getOrDefault("epoch", "0");
    boolean plain = epoch.equals("0") || version.indexOf(':') >= 0;
    return plain ? version : epoch + ":" + version;
  }

  /** Whether versions end in a release of the package, after a hyphen. */
  static boolean hasReleases(@Nullable Purl purl) {
    if (purl == null) return false;
    return switch (purl.type()) {
      case "deb", "rpm", "apk", "alpm" -> true;
      default -> false;
    };
  }
}
