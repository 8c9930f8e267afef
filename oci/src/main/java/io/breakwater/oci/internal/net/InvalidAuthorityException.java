package io.breakwater.oci.internal.net;

import java.io.IOException;
import java.nio.file.Path;

/** A file of certificate authorities that cannot be used. */
public final class InvalidAuthorityException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final String reason;

  InvalidAuthorityException(Path file, String reason) {
    super(file + ": " + reason);
    this.file = file;
    this.reason = reason;
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** What is wrong with it. */
  public String reason() {
    return reason;
  }
}
