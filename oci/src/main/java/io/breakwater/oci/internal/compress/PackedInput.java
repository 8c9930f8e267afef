package io.breakwater.oci.internal.compress;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream's bytes in a buffer, from which eight bytes may be read at once wherever one may: behind
 * the last byte there are zeros.
 */
final class PackedInput {
  /** So many bytes behind {@link #end} are zeros once the stream has ended. */
  static final int PADDING = 32;

  final byte[] buffer = new byte[(128 << 10) + PADDING];

  /** The next byte. */
  int at;

  /** Behind the last byte. */
  int end;

  /** Whether nothing follows behind {@link #end}. */
  boolean ended;

  private final InputStream stream;

  PackedInput(InputStream stream) {
    this.stream = stream;
  }

  /** Makes so many bytes be there, at most {@link #PADDING}, unless the stream ends before. */
  boolean has(int bytes) throws IOException {
    while (end - at < bytes && !ended) fill();
    return end - at >= bytes;
  }

  /** Moves what is left to the front and reads more behind it. */
  void fill() throws IOException {
    System.arraycopy(buffer, at, buffer, 0, end - at);
    end -= at;
    at = 0;
    int n = stream.read(buffer, end, buffer.length - PADDING - end);
    if (n > 0) {
      end += n;
    } else {
      ended = true;
      Arrays.fill(buffer, end, end + PADDING, (byte) 0);
    }
  }

  void close() throws IOException {
    stream.close();
  }
}
