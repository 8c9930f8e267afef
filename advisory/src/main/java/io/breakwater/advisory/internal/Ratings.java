package io.breakwater.advisory.internal;

import io.breakwater.model.Finding.CvssRating;
import java.util.Optional;

/** CVSS ratings made of vectors as feeds write them. */
public final class Ratings {
  private Ratings() {}

  /** The rating of a vector; empty when it is no CVSS vector. */
  public static Optional<CvssRating> of(String source, String vector) {
    String text = vector.strip();
    if (text.isEmpty() || text.length() > 500) return Optional.empty();
    return Optional.empty();
  }
}
