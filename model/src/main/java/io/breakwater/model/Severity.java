package io.breakwater.model;

import java.util.Locale;
import java.util.Optional;

/**
 * How bad a finding is, in the order of the field: a later constant is worse. {@link #UNKNOWN}
 * means that nobody has said, not that it is harmless.
 */
public enum Severity {
  UNKNOWN,
  /** Debian's and Ubuntu's own level for holes that are not worth a fix of their own. */
  NEGLIGIBLE,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** Whether this severity is as bad as {@code threshold} or worse. */
  public boolean atLeast(Severity threshold) {
    return compareTo(threshold) >= 0;
  }

  /** The name as documents write it: {@code critical}, {@code high} and so on. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The severity that a feed's word means, in any letter case: also {@code moderate}, {@code
   * important} (Red Hat), {@code untriaged} and {@code none}. Empty for any other word.
   */
  public static Optional<Severity> parse(String word) {
    return Optional.ofNullable(
        switch (word.trim().toLowerCase(Locale.ROOT)) {
          case "critical" -> CRITICAL;
          case "high", "important" -> HIGH;
          case "medium", "moderate" -> MEDIUM;
          case "low", "minor" -> LOW;
          case "negligible", "none", "unimportant" -> NEGLIGIBLE;
          case "unknown", "untriaged", "undefined" -> UNKNOWN;
          default -> null;
        });
  }

  /**
   * The severity that a CVSS base score stands for in the qualitative scale of CVSS 3.1, section 5
   * (which CVSS 4.0 keeps). A score of 0 is {@link #NEGLIGIBLE}.
   *
   * @param score 0.0 to 10.0
   */
  public static Severity ofScore(double score) {
    if (score < 0 || score > 10 || Double.isNaN(score)) {
      throw new IllegalArgumentException("a CVSS score is between 0.0 and 10.0, not " + score);
    }
    if (score >= 9.0) return CRITICAL;
    if (score >= 7.0) return HIGH;
    if (score >= 4.0) return MEDIUM;
    if (score > 0.0) return LOW;
    return NEGLIGIBLE;
  }
}
