package io.breakwater.advisory.internal.match;

import io.breakwater.model.Component;
import java.util.Optional;

/** The ecosystems of language packages, by purl type. */
final class Languages {
  private Languages() {}

  /** The ecosystem as OSV names it; empty for packages that no feed could speak about. */
  static Optional<String> ecosystem(Component component) {
    if (!component.type().equals(ErlangApplications.TYPE)) return ecosystem(component.type());
    return ErlangApplications.isPart(component.name()) ? Optional.empty() : ecosystem("hex");
  }

  private static Optional<String> ecosystem(String purlType) {
    return Optional.ofNullable(
        switch (purlType) {
          case "maven" -> "Maven";
          case "npm" -> "npm";
          case "pypi" -> "PyPI";
          case "golang" -> "Go";
          case "gem" -> "RubyGems";
          case "composer" -> "Packagist";
          case "nuget" -> "NuGet";
          case "cargo" -> "crates.io";
          case "hex" -> "Hex";
          case "pub" -> "Pub";
          case "cran" -> "CRAN";
          case "hackage" -> "Hackage";
          case "bitnami" -> "Bitnami";
          case "swift" -> "SwiftURL";
          case "githubactions" -> "GitHub Actions";
          case "conan" -> "ConanCenter";
          case "julia" -> "Julia";
          default -> null;
        });
  }

  /** Whether packages of this type are installed by a distribution. */
  static boolean isDistributions(String purlType) {
    return switch (purlType) {
      case "deb", "apk", "rpm", "alpm", "ebuild" -> true;
      default -> false;
    };
  }
}
