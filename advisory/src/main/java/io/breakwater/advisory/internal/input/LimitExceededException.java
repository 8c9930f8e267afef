package io.breakwater.advisory.internal.input;

import java.io.IOException;

/** An input that is larger than {@link Limits} allow. */
public final class LimitExceededException extends IOException {
  private static final long serialVersionUID = 1L;

  LimitExceededException(String reason) {
    super(reason);
  }
}
