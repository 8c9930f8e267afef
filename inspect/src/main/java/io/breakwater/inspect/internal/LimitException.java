package io.breakwater.inspect.internal;

import java.io.IOException;

/** A file that would take more work than one file may: it is not analysed. */
public final class LimitException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what takes too much. */
  public LimitException(String message) {
    super(message);
  }
}
