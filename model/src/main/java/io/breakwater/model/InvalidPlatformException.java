package io.breakwater.model;

/** Thrown for text that names no platform; the message shows the text and says why. */
public final class InvalidPlatformException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidPlatformException(String text, String problem) {
    super("invalid platform " + Quoted.of(text) + ": " + problem);
  }
}
