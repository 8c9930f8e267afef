package io.breakwater.advisory.version;

/** A constraint that cannot be read. */
public final class InvalidConstraintException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what could not be read.
   *
   * @param scheme the scheme's name
   * @param constraint the refused text; the message shortens it and masks its control characters
   * @param reason what is wrong with it, without a full stop
   */
  public InvalidConstraintException(String scheme, String constraint, String reason) {
    super("not a valid " + scheme + " constraint: " + Chars.quoted(constraint) + ": " + reason);
  }
}
