package io.breakwater.oci.internal.bolt;

import java.io.IOException;

/** A file that is not the bbolt database it should be, or that changed while it was read. */
public final class InvalidBoltException extends IOException {
  private static final long serialVersionUID = 1L;

  InvalidBoltException(String message) {
    super(message);
  }
}
