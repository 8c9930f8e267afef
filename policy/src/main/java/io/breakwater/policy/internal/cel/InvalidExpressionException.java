package io.breakwater.policy.internal.cel;

/** An expression that cannot be used. */
public final class InvalidExpressionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;

  InvalidExpressionException(int offset, String reason) {
    super(reason);
    this.offset = offset;
  }

  /** Where in the expression, in UTF-16 units from 0. */
  public int offset() {
    return offset;
  }

  /** What is wrong, in English. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
