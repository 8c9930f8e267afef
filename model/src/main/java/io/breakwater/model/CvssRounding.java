package io.breakwater.model;

/**
 * Rounds scores to one decimal. The standards mean exact decimal numbers; what the last bits of
 * binary ones add or lack must not move a score, so five decimals are looked at.
 */
final class CvssRounding {
  private static final long SCALE = 100_000;
  private static final long TENTH = SCALE / 10;

  private CvssRounding() {}

  /** The nearest number with one decimal; the higher one when two are as near. */
  static double nearest(double score) {
    return Math.floorDiv(Math.round(score * SCALE) + TENTH / 2, TENTH) / 10.0;
  }

  /** The smallest number with one decimal that is not below: Roundup of CVSS 3.1, appendix A. */
  static double up(double score) {
    return Math.ceilDiv(Math.round(score * SCALE), TENTH) / 10.0;
  }
}
