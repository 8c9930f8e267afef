package io.breakwater.oci.internal.containers;

import java.io.IOException;

/** Notes of tar-split that are malformed. */
final class InvalidTarSplitException extends IOException {
  private static final long serialVersionUID = 1L;

  InvalidTarSplitException(String message) {
    super(message);
  }
}
