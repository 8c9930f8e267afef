package io.breakwater.model.json;

import java.io.IOException;

/** A file that is not the YAML it should be, and where. */
public final class InvalidYamlException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final int line;
  private final int column;

  /** Says what is wrong and where, both counted from 1. */
  public InvalidYamlException(String reason, int line, int column) {
    super("line " + line + ", column " + column + ": " + reason.replace('\n', ' '));
    this.reason = reason.replace('\n', ' ');
    this.line = line;
    this.column = column;
  }

  /** What is wrong, without the place. */
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
