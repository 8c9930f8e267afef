package io.breakwater.model;

/** Thrown for text that is no CVSS vector; the message shows the text and says why. */
public final class InvalidCvssException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidCvssException(String vector, String problem) {
    super("invalid CVSS vector " + Quoted.of(vector) + ": " + problem);
  }
}
