package io.breakwater.oci.internal.engine;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Single bytes of an answer. */
final class Bytes {
  private Bytes() {}

  /** The next byte of a message that must not end here. */
  static int next(InputStream in) throws IOException {
    int b = in.read();
    if (b < 0) throw new EOFException("the answer ends too early");
    return b;
  }
}
