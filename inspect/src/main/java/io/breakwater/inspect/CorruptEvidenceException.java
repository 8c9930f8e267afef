package io.breakwater.inspect;

import java.io.IOException;

/** Kept evidence of a layer that makes no sense: to be collected afresh. */
public final class CorruptEvidenceException extends IOException {
  private static final long serialVersionUID = 1;

  /** What is wrong with it. */
  CorruptEvidenceException(IOException cause) {
    super("kept evidence of a layer is damaged: " + cause.getMessage(), cause);
  }
}
