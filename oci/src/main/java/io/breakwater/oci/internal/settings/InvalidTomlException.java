package io.breakwater.oci.internal.settings;

import java.io.IOException;

/** A document that is not the TOML it should be, and where. */
public final class InvalidTomlException extends IOException {
  private static final long serialVersionUID = 1L;

  InvalidTomlException(String reason, int line, int column) {
    super("not TOML at line " + line + ", column " + column + ": " + reason);
  }
}
