package io.breakwater.report;

import java.io.IOException;

/** A file is no report of Breakwater, or one that this version cannot read. */
public final class InvalidDocumentException extends IOException {
  private static final long serialVersionUID = 1;

  InvalidDocumentException(String reason) {
    super(reason);
  }
}
