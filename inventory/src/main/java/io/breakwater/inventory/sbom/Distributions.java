package io.breakwater.inventory.sbom;

import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Purl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which distribution an SBOM is about, by whatever name its tool gives it. */
final class Distributions {
  private Distributions() {}

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
    return OperatingSystem.called(
        qualifiers.getOrDefault("os_name", ""), qualifiers.getOrDefault("os_version", ""));
  }

  /** {@code distro=debian-12}, {@code distro=3.18.2} after the name, or a rolling release. */
  private static Optional<OperatingSystem> said(Purl purl) {
    if (!isDistributions(purl.type())) return Optional.empty();
    String namespace = purl.namespace().orElse("");
    String distro = purl.qualifiers().getOrDefault("distro", "");
    if (distro.isEmpty()) return rolling(namespace);
    boolean versionAlone = distro.indexOf('-') < 0 && !distro.equals(namespace);
    OperatingSystem system =
        versionAlone && !namespace.isEmpty()
            ? OperatingSystem.called(namespace, distro)
            : OperatingSystem.called(distro);
    return system.known() ? Optional.of(system) : Optional.empty();
  }

  private static boolean isDistributions(String type) {
    return switch (type) {
      case "deb", "rpm", "apk", "alpm" -> true;
      default -> false;
    };
  }

  private static Optional<OperatingSystem> rolling(String namespace) {
    return switch (namespace) {
      case "wolfi", "chainguard", "arch" -> Optional.of(OperatingSystem.called(namespace, ""));
      default -> Optional.empty();
    };
  }
}
