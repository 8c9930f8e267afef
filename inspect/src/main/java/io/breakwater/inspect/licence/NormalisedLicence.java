package io.breakwater.inspect.licence;

import io.breakwater.model.Confidence;

/**
 * What was made of a licence's words.
 *
 * @param expression the words of nobody become a {@code LicenseRef-} of theirs
 * @param how it was understood
 */
public record NormalisedLicence(LicenceExpression expression, How how) {
  /** Ways to understand words, the surest first. */
  public enum How {
    /** It is an SPDX expression. */
    SPDX,
    /** Every name in it is known. */
    NAME,
    /** Names that leave something open were read in their usual, else their strictest sense. */
    GUESS,
    /** Recognised by the text of the licence. */
    TEXT,
    /** Some or all of it is not known. */
    UNKNOWN;

    /** How sure that is. */
    public Confidence confidence() {
      return switch (this) {
        case SPDX, NAME -> Confidence.HIGH;
        case TEXT -> Confidence.MEDIUM;
        case GUESS, UNKNOWN -> Confidence.LOW;
      };
    }
  }

  /** The less sure of two ways. */
  static How lessSure(How a, How b) {
    return a.compareTo(b) < 0 ? b : a;
  }
}
