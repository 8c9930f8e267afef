package io.breakwater.inventory.base;

import io.breakwater.model.BaseImage;
import io.breakwater.model.BaseImage.Confidence;
import io.breakwater.model.BaseImage.Reason;
import io.breakwater.model.Digest;
import io.breakwater.model.InvalidDigestException;
import io.breakwater.oci.Image;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the image that another one was built from: the longest run of lowest layers that is a known
 * image, then what the image says of itself, then what its history looks like.
 */
public final class BaseDetection {
  /** The label and annotation by which an image names its base. */
  private static final String NAME = "org.opencontainers.image.base.name";

  private static final String DIGEST = "org.opencontainers.image.base.digest";

  /** Proved ones first; of those the longest, of those the surest. */
  private static final Comparator<BaseImage> ORDER =
      Comparator.comparingInt((BaseImage base) -> isProved(base) ? 0 : 1)
          .thenComparing(Comparator.comparingInt(BaseImage::layers).reversed())
          .thenComparing(BaseImage::reason)
          .thenComparing(BaseImage::confidence);

  private final List<KnownImage> declared;
  private final ScannedImages scanned;

  /** With what is known. */
  public BaseDetection(List<KnownImage> declared, ScannedImages scanned) {
    this.declared = List.copyOf(declared);
    this.scanned = scanned;
  }

  /** All images that may be the base of an image, the likeliest first. */
  public List<BaseImage> candidates(Image image) {
    Optional<KnownImage> known = KnownImage.of(image, image.name());
    if (known.isEmpty()) return List.of();
    List<Digest> diffIds = known.get().diffIds();
    String named = image.labels().getOrDefault(NAME, "");
    Optional<Digest> namedDigest = digest(image.labels().getOrDefault(DIGEST, ""));
    int told = image.baseLayers().orElse(0);
    var found = new ArrayList<BaseImage>();
    for (KnownImage base : declared) {
      if (base.isBelow(diffIds)) {
        found.add(proved(base, Reason.DECLARED, Confidence.HIGH));
      }
    }
    for (KnownImage base : scanned.below(diffIds)) {
      boolean agrees =
          base.diffIds().size() == told
              || base.name().equals(named)
              || (namedDigest.isPresent() && base.digest().equals(namedDigest));
      boolean declaredByName = declared.stream().anyMatch(d -> d.name().equals(base.name()));
      Reason reason = declaredByName ? Reason.DECLARED : Reason.SCANNED;
      boolean sure = declaredByName || agrees;
      found.add(proved(base, reason, sure ? Confidence.HIGH : Confidence.MEDIUM));
    }
    if (!named.isEmpty() || namedDigest.isPresent()) {
      found.add(new BaseImage(named, namedDigest, told, Reason.LABEL, Confidence.MEDIUM));
    } else if (told > 0) {
      found.add(new BaseImage("", Optional.empty(), told, Reason.HISTORY, Confidence.LOW));
    }
    found.sort(ORDER);
    return distinct(found);
  }

  private static BaseImage proved(KnownImage base, Reason reason, Confidence confidence) {
    return new BaseImage(base.name(), base.digest(), base.diffIds().size(), reason, confidence);
  }

  private static boolean isProved(BaseImage base) {
    return switch (base.reason()) {
      case DECLARED, SCANNED -> true;
      case LABEL, HISTORY -> false;
    };
  }

  /** Of equal names with as many layers the first. */
  private static List<BaseImage> distinct(List<BaseImage> bases) {
    var first = new LinkedHashMap<Map.Entry<String, Integer>, BaseImage>();
    for (BaseImage base : bases) first.putIfAbsent(Map.entry(base.name(), base.layers()), base);
    return List.copyOf(first.values());
  }

  private static Optional<Digest> digest(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Digest.parse(text));
    } catch (InvalidDigestException notADigest) {
      return Optional.empty();
    }
  }
}
