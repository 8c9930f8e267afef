package io.breakwater.inspect.internal.secret;

import io.breakwater.model.Confidence;

/**
 * A secret that was found. It must not leave this package but masked.
 *
 * @param rule what kind
 * @param start where the secret starts
 * @param end where it ends
 * @param secret itself
 * @param before what stands before it and tells where it belongs, such as the name of a variable
 * @param known how many of its first characters all of its kind share
 * @param confidence how sure it is
 */
record Found(
    SecretRule rule,
    long start,
    long end,
    String secret,
    String before,
    int known,
    Confidence confidence) {

  /** A better one of two that overlap: what has a form of its own before what has a name. */
  boolean isBetterThan(Found other) {
    int byForm = Integer.compare(rank(), other.rank());
    if (byForm != 0) return byForm < 0;
    return confidence.compareTo(other.confidence) > 0;
  }

  private int rank() {
    if (rule.isGeneric()) return 2;
    return rule.facts().form() == SecretRule.Form.VALUE ? 1 : 0;
  }

  boolean overlaps(Found other) {
    return start < other.end && other.start < end;
  }

  /** The same secret, standing elsewhere. */
  Found at(long from, long until) {
    return new Found(rule, from, until, secret, before, known, confidence);
  }

  /** What a report shows. */
  String masked() {
    return Mask.clean(before) + Mask.of(secret, known);
  }

  @Override
  public String toString() {
    return rule + " " + masked();
  }
}
