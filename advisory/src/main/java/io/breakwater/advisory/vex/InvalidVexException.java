package io.breakwater.advisory.vex;

import java.io.IOException;

/** A document that is not the VEX that it should be. */
public final class InvalidVexException extends IOException {
  private static final long serialVersionUID = 1L;

  InvalidVexException(String reason) {
    super(reason);
  }

  InvalidVexException(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** What is wrong, in one line. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
