package io.breakwater.model;

import java.util.List;

/**
 * How soon to act on a finding, and why.
 *
 * @param score 0 (never) to 100 (now)
 * @param terms what the score is made of, in the order in which it was applied
 */
public record Priority(int score, List<Term> terms) {
  /** Checks the score and copies the terms. */
  public Priority {
    if (score < 0 || score > 100) {
      throw new IllegalArgumentException("a priority is between 0 and 100, not " + score);
    }
    terms = List.copyOf(terms);
  }

  /**
   * One reason for a priority.
   *
   * @param name a stable word: {@code severity}, {@code exploited}, {@code epss}, {@code fix},
   *     {@code origin}
   * @param value what it was for this finding, such as {@code critical} or {@code 0.97}
   * @param points what it added to the score; may be negative
   */
  public record Term(String name, String value, int points) {}
}
