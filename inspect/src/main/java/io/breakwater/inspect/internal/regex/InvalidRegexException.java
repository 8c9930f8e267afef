package io.breakwater.inspect.internal.regex;

/** An expression that is wrong, too large, or not regular: it says what and where. */
public final class InvalidRegexException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidRegexException(String what, int at) {
    super(what + " at character " + (at + 1));
  }
}
