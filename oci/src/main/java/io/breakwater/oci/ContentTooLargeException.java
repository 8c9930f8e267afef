package io.breakwater.oci;

import java.io.IOException;

/** A piece of content that is longer than its reader takes. */
public final class ContentTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Names both, in bytes. */
  public ContentTooLargeException(long length, long limit) {
    super(length + " bytes, over the limit of " + limit);
  }
}
