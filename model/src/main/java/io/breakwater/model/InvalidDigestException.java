package io.breakwater.model;

/** Thrown for text that is no content digest; the message shows the text and says why. */
public final class InvalidDigestException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidDigestException(String text, String problem) {
    super("invalid digest " + Quoted.of(text) + ": " + problem);
  }
}
