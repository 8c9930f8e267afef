package io.breakwater.inventory;

import java.io.IOException;

/** A file that does not keep to its format. */
public final class MalformedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong and where, without a full stop. */
  public MalformedFileException(String message) {
    super(message);
  }
}
