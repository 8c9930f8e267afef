package io.breakwater.policy.internal.document;

import io.breakwater.model.ImageReference;
import io.breakwater.model.InvalidReferenceException;
import org.jspecify.annotations.Nullable;

/** The parts of an image's name; null where it is no name, as for {@code build/image.tar}. */
record ImageName(@Nullable String registry, @Nullable String repository, @Nullable String tag) {
  private static final ImageName NONE = new ImageName(null, null, null);

  static ImageName of(Rec image) {
    return of(image.text("name"));
  }

  static ImageName of(String name) {
    try {
      ImageReference parsed = ImageReference.parse(name);
      return new ImageName(
          parsed.registry(), parsed.repository(), parsed.tag().map(Object::toString).orElse(null));
    } catch (InvalidReferenceException none) {
      return NONE;
    }
  }
}
