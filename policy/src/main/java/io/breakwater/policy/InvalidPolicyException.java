package io.breakwater.policy;

/** A policy that cannot be used: told with file, line and column. */
public final class InvalidPolicyException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;
  private final int column;
  private final String reason;

  /** What is wrong, and where. */
  public InvalidPolicyException(String file, int line, int column, String reason) {
    super(file + ":" + line + ":" + column + ": " + reason);
    this.file = file;
    this.line = line;
    this.column = column;
    this.reason = reason;
  }

  /** The file as it was named. */
  public String file() {
    return file;
  }

  /** From 1. */
  public int line() {
    return line;
  }

  /** From 1. */
  public int column() {
    return column;
  }

  /** What is wrong, in English. */
  public String reason() {
    return reason;
  }
}
