package io.breakwater.advisory.vex;

import java.util.Locale;
import java.util.Optional;

/** Where a product stands towards a hole, in OpenVEX's words. */
public enum VexStatus {
  /** The product does not have the hole, or it does no harm there. */
  NOT_AFFECTED,
  /** The product has it. */
  AFFECTED,
  /** This version of the product has the fix. */
  FIXED,
  /** Nobody knows yet. */
  UNDER_INVESTIGATION;

  /** The word that documents write. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a finding of this status is none. */
  public boolean suppresses() {
    return this == NOT_AFFECTED || this == FIXED;
  }

  static Optional<VexStatus> parse(String word) {
    for (VexStatus status : values()) if (status.id().equals(word)) return Optional.of(status);
    return Optional.empty();
  }
}
