package io.breakwater.model;

import java.util.Locale;

/** How sure a check is of what it found; a later constant is surer. */
public enum Confidence {
  /** It looks like it, and most often it is something else: a placeholder, test data, a name. */
  LOW,
  /** It has the form, and nothing speaks against it. */
  MEDIUM,
  /** Its structure or its checksum proves what it is, or nothing else has this form. */
  HIGH;

  /** The name as documents write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
