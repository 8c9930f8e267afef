package io.breakwater.inspect.lint;

/** A file of configuration that cannot be understood: one clear reason, and its place. */
public final class InvalidConfigurationException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final int line;
  private final int column;

  /**
   * A file that cannot be understood.
   *
   * @param reason in English, without the place
   * @param line from 1
   * @param column from 1
   */
  public InvalidConfigurationException(String reason, int line, int column) {
    super(line + ":" + column + ": " + reason);
    this.reason = reason;
    this.line = line;
    this.column = column;
  }

  /** What is wrong. */
  public String reason() {
    return reason;
  }

  /** From 1. */
  public int line() {
    return line;
  }

  /** From 1. */
  public int column() {
    return column;
  }
}
