package io.breakwater.oci.internal;

import io.breakwater.model.NotAnalysed.Reason;
import java.io.IOException;

/**
 * Bytes that are read as they are stored and do not keep to their format: a fault of the content,
 * not of the reading. It costs what comes after it, never the scan.
 */
public final class DefectException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** A fault of its class and in words, without a full stop. */
  public DefectException(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  /** The class of the fault. */
  public Reason reason() {
    return reason;
  }

  /** The fault in words. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** Something that does not keep to its format. */
  public static DefectException malformed(String detail) {
    return new DefectException(Reason.MALFORMED, detail);
  }
}
