package io.breakwater.model;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A CVSS vector of version 2.0, 3.0, 3.1 or 4.0 and its scores, computed as the specification of
 * its version says. All scores are from 0.0 to 10.0 with one decimal. Two vectors are equal if they
 * are of the same version and define the same metrics in the same way.
 */
public sealed interface Cvss permits Cvss2, Cvss3, Cvss4 {
  /**
   * Reads a vector. Those of version 2.0 have no prefix, and may stand in parentheses as older
   * feeds write them; the others begin with {@code CVSS:} and their version. Versions 2.0 and 3.x
   * take metrics in any order, version 4.0 in the order of its specification only.
   *
   * @throws InvalidCvssException if the prefix is unknown, a metric is unknown, there twice, out of
   *     order or missing, or has a value that it cannot have
   */
  static Cvss parse(String vector) {
    int body = vector.indexOf('/') + 1;
    String prefix = vector.substring(0, Math.max(0, body - 1));
    return switch (prefix) {
      case "CVSS:4.0" -> new Cvss4(CvssVector.parse(Cvss4.GRAMMAR, vector, body, vector.length()));
      case "CVSS:3.1", "CVSS:3.0" ->
          new Cvss3(
              prefix.endsWith("1"), CvssVector.parse(Cvss3.GRAMMAR, vector, body, vector.length()));
      default -> {
        if (vector.startsWith("CVSS")) {
          throw new InvalidCvssException(
              vector, "after CVSS: come 3.0, 3.1 or 4.0 and a slash; version 2.0 has no prefix");
        }
        boolean inParentheses = vector.startsWith("(") && vector.endsWith(")");
        int outside = inParentheses ? 1 : 0;
        yield new Cvss2(
            CvssVector.parse(Cvss2.GRAMMAR, vector, outside, vector.length() - outside));
      }
    };
  }

  /** The version of the standard: {@code 2.0}, {@code 3.0}, {@code 3.1} or {@code 4.0}. */
  String version();

  /** The score from the base metrics alone. */
  double baseScore();

  /** How easily it is exploited, as the part of the base score; empty for 4.0. */
  OptionalDouble exploitabilityScore();

  /** How much harm it does, as the part of the base score; empty for 4.0. */
  OptionalDouble impactScore();

  /**
   * The base score lowered by what is known of exploits, fixes and reports. Empty for 4.0, and for
   * 2.0 without temporal metrics.
   */
  OptionalDouble temporalScore();

  /** The score in one environment. Empty for 4.0, and for 2.0 without environmental metrics. */
  OptionalDouble environmentalScore();

  /**
   * The most specific score that the vector defines: environmental, else temporal, else base; for
   * 4.0 the one score of all metrics.
   */
  double score();

  /** What {@link #score} means in words, on the scale that CVSS 3.1 and 4.0 have. */
  default Severity severity() {
    return Severity.ofScore(score());
  }

  /**
   * The value of a metric, for example {@code N} for {@code AV}; empty if the vector does not
   * define it.
   */
  Optional<String> metric(String name);
}
