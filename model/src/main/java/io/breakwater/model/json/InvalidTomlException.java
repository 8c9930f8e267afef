package io.breakwater.model.json;

import java.io.IOException;

/** A text that is not the TOML it should be, and where. */
public final class InvalidTomlException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong and in which line, counted from 1. */
  public InvalidTomlException(String reason, int line) {
    super("not TOML at line " + line + ": " + reason);
  }
}
