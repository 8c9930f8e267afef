package io.breakwater.model;

import java.util.Locale;

/** What whoever publishes a package says about a fix for a hole in it. */
public enum FixState {
  /** A fixed version exists. */
  FIXED,
  /** No fixed version exists yet. */
  NOT_FIXED,
  /** There will be none. */
  WONT_FIX,
  /** There will be none, as the release is at the end of its life. */
  END_OF_LIFE,
  /** It is being looked at. */
  UNDER_INVESTIGATION,
  /** The package does not have the hole: never the state of a finding. */
  NOT_AFFECTED,
  /** Nobody has said. */
  UNKNOWN;

  /** The name as documents write it: {@code not-fixed}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
