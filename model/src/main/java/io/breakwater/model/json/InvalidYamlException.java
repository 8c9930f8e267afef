package io.breakwater.model.json;

import java.io.IOException;

/** A file that is not the YAML it should be, and where. */
public final class InvalidYamlException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong and where, both counted from 1. */
  public InvalidYamlException(String reason, int line, int column) {
    super("line " + line + ", column " + column + ": " + reason.replace('\n', ' '));
  }
}
