package io.breakwater.inspect;

import java.io.IOException;

/** Settings for secrets that cannot be used, and where they are wrong. */
public final class InvalidSecretConfigException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong, and where, counted from 1. */
  public InvalidSecretConfigException(int line, int column, String reason) {
    super("line " + line + ", column " + column + ": " + reason);
  }

  /** The same, where the reason tells the place. */
  public InvalidSecretConfigException(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** What is wrong, in one line. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
