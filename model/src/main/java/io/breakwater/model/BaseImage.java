package io.breakwater.model;

import java.util.Locale;
import java.util.Optional;

/**
 * The image that another one was built from, as far as that is known.
 *
 * @param name may be empty when only its layers are known
 * @param digest of its manifest, where it is known
 * @param layers how many of the lowest layers it brought; 0 when that is not known
 * @param reason what says so
 * @param confidence how sure that is
 */
public record BaseImage(
    String name, Optional<Digest> digest, int layers, Reason reason, Confidence confidence) {
  /** Checks the number. */
  public BaseImage {
    if (layers < 0) throw new IllegalArgumentException("a number of layers: " + layers);
  }

  /** What says that an image is a base. */
  public enum Reason {
    /** It is declared as a base, and its layers are the lowest ones. */
    DECLARED,
    /** It was scanned before, and its layers are the lowest ones. */
    SCANNED,
    /** The image itself names it, in a label or annotation. */
    LABEL,
    /** The history of the image looks as if another one ended there. */
    HISTORY;

    /** The name as documents write it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How sure it is. */
  public enum Confidence {
    /** The layers prove it, and it is said to be a base. */
    HIGH,
    /** The layers prove that they are shared, or the image says so. */
    MEDIUM,
    /** A good guess. */
    LOW;

    /** The name as documents write it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
