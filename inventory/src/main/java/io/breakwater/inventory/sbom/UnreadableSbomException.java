package io.breakwater.inventory.sbom;

import java.io.IOException;

/** A document that is no SBOM, is broken, or is of a format or version that is not read. */
public final class UnreadableSbomException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says why, in English, without a full stop. */
  public UnreadableSbomException(String reason) {
    super(reason);
  }

  /** Says why, with the failure that showed it. */
  public UnreadableSbomException(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** Why. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
