package io.breakwater.inspect.internal;

import java.io.IOException;

/**
 * Somebody outside who is asked about files does not answer: nothing is wrong with the file, and
 * what was seen of its layer must not be kept.
 */
public final class UnavailableException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says who does not answer, and why. */
  public UnavailableException(String message) {
    super(message);
  }
}
