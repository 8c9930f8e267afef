package io.breakwater.inspect.licence;

/** A licence policy that cannot be understood: why, and where. */
public final class InvalidPolicyException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidPolicyException(int line, int column, String reason) {
    super("line " + line + ", column " + column + ": " + reason);
  }

  InvalidPolicyException(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** What is wrong, with the place. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
