package io.breakwater.model;

/** Thrown for text that is no image reference; the message says what is wrong and where. */
public final class InvalidReferenceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int position;

  InvalidReferenceException(String reference, int position, String problem) {
    super(
        "invalid image reference "
            + Quoted.of(reference)
            + ", character "
            + (position + 1)
            + ": "
            + problem);
    this.position = position;
  }

  /** Where in the text the problem begins, counted from 0. */
  public int position() {
    return position;
  }
}
