package io.breakwater.oci.internal.config;

import io.breakwater.model.Platform;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Which image of several runs on a platform. */
final class PlatformChoice {
  private PlatformChoice() {}

  /**
   * Chooses.
   *
   * @param wanted the platform asked for; empty: this machine's, or whatever the only one is for
   * @throws ProblemException when there is none, naming those there are
   */
  static Descriptor choose(List<Descriptor> images, Optional<Platform> wanted, String subject)
      throws ProblemException {
    Platform platform = wanted.orElseGet(Platform::current);
    Descriptor best = null;
    int bestVariant = -1;
    for (Descriptor image : images) {
      int variant = image.platform().map(p -> suits(p, platform)).orElse(-1);
      if (variant > bestVariant) {
        best = image;
        bestVariant = variant;
      }
    }
    if (best != null) return best;
    boolean only = images.size() == 1;
    if (only && (wanted.isEmpty() || images.getFirst().platform().isEmpty())) {
      return images.getFirst();
    }
    var there = new TreeSet<String>();
    images.forEach(i -> there.add(i.platform().map(Platform::toString).orElse("unknown")));
    String list = there.isEmpty() ? "none" : String.join(", ", there);
    throw ProblemException.of(ProblemCode.PLATFORM_MISSING, subject, platform, list);
  }

  /** Whether an image for one platform is one for another, variants left aside when not told. */
  static boolean suitsAtAll(Platform image, Platform wanted) {
    return image.os().equals(wanted.os()) && image.architecture().equals(wanted.architecture());
  }

  /** How well: the image's variant, which must not be newer than the wanted one; -1: not. */
  private static int suits(Platform image, Platform wanted) {
    if (!suitsAtAll(image, wanted)) return -1;
    int variant = variant(image);
    return variant <= variant(wanted) ? variant : -1;
  }

  private static int variant(Platform platform) {
    String text = platform.variant().orElse("");
    if (text.length() == 2 && text.charAt(0) == 'v' && Character.isDigit(text.charAt(1))) {
      return text.charAt(1) - '0';
    }
    return switch (platform.architecture()) {
      case "arm64" -> 8;
      case "arm" -> 7;
      default -> 1;
    };
  }
}
