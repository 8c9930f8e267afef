package io.breakwater.model;

import java.util.Locale;

/** What a package is needed for, the most binding first. */
public enum Scope {
  /** To run. Also everything of which nobody says anything else. */
  REQUIRED,

  /** For something that the software does without. */
  OPTIONAL,

  /** To build or to test, not to run. */
  DEVELOPMENT;

  /** The word in documents: lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The more binding of two: who needs a package to run has it to run. */
  public Scope and(Scope other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
