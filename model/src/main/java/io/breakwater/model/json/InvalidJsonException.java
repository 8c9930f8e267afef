package io.breakwater.model.json;

import java.io.IOException;

/** A document that is not the JSON it should be, and where. */
public final class InvalidJsonException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong and where, both counted from 1. */
  public InvalidJsonException(String reason, int line, int column) {
    super("not JSON at line " + line + ", column " + column + ": " + reason);
  }
}
