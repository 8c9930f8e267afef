package io.breakwater.advisory.internal;

import io.breakwater.model.Cvss;
import io.breakwater.model.Finding.CvssRating;
import io.breakwater.model.InvalidCvssException;
import java.util.Optional;

/** CVSS ratings made of vectors as feeds write them. */
public final class Ratings {
  private static final int MAX_LENGTH = 500;

  private Ratings() {}

  /** The rating of a vector, by its base score; empty when it is no CVSS vector. */
  public static Optional<CvssRating> of(String source, String vector) {
    String text = vector.strip();
    if (text.isEmpty() || text.length() > MAX_LENGTH) return Optional.empty();
    try {
      return Optional.of(new CvssRating(source, text, Cvss.parse(text).baseScore()));
    } catch (InvalidCvssException noVector) {
      return Optional.empty();
    }
  }
}
