package io.breakwater.model;

/** A text that is not a content digest. */
public final class InvalidDigestException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong. */
  public InvalidDigestException(String message) {
    super(message);
  }
}
