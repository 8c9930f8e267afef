package io.breakwater.advisory.ignore;

import java.io.IOException;

/** A file of ignore rules that cannot be used, and where it is wrong. */
public final class InvalidIgnoreException extends IOException {
  private static final long serialVersionUID = 1L;

  InvalidIgnoreException(String reason) {
    super(reason);
  }

  InvalidIgnoreException(String reason, Throwable cause) {
    super(reason, cause);
  }

  InvalidIgnoreException(int line, int column, String reason) {
    super("line " + line + ", column " + column + ": " + reason);
  }

  /** What is wrong, in one line. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
