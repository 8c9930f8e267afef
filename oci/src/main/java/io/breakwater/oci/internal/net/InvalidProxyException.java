package io.breakwater.oci.internal.net;

import java.io.IOException;

/** A proxy variable that cannot be used. Its value is not shown, as it may hold a password. */
public final class InvalidProxyException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong. */
  public InvalidProxyException(String message) {
    super(message);
  }
}
