package io.breakwater.report;

import java.io.IOException;

/** A template cannot be read, or asks for what cannot be done. */
public final class InvalidTemplateException extends IOException {
  private static final long serialVersionUID = 1;

  private final int line;

  InvalidTemplateException(String reason, int line) {
    super(reason);
    this.line = line;
  }

  /** The line of the template, from 1. */
  public int line() {
    return line;
  }
}
