package io.breakwater.oci.internal.engine;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body in chunks (RFC 9112, section 7.1). */
final class ChunkedStream extends InputStream {
  private static final int MOST_DIGITS = 15;
  private static final int LONGEST_EXTRA = 16 << 10;

  private final InputStream in;
  private long left;
  private boolean first = true;
  private boolean ended;

  ChunkedStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) return 0;
    if (left == 0) startChunk();
    if (ended) return -1;
    int n = in.read(into, offset, (int) Math.min(length, left));
    if (n < 0) throw new EOFException("the answer ends too early");
    left -= n;
    return n;
  }

  private void startChunk() throws IOException {
    if (ended) return;
    if (!first) endOfChunk();
    first = false;
    long size = 0;
    int digits = 0;
    int b = Bytes.next(in);
    for (int digit = Character.digit(b, 16); digit >= 0; digit = Character.digit(b, 16)) {
      if (++digits > MOST_DIGITS) throw new IOException("a malformed chunk");
      size = size << 4 | digit;
      b = Bytes.next(in);
    }
    if (digits == 0 || (b != '\r' && b != '\n' && b != ';' && b != ' ' && b != '\t')) {
      throw new IOException("a malformed chunk");
    }
    skipLine(b, LONGEST_EXTRA);
    left = size;
    if (size > 0) return;
    ended = true;
    for (int extra = 0; extra < LONGEST_EXTRA; ) { // trailers, up to an empty line
      int length = skipLine(Bytes.next(in), LONGEST_EXTRA - extra);
      if (length == 0) return;
      extra += length;
    }
    throw new IOException("the trailer of the answer is too long");
  }

  private void endOfChunk() throws IOException {
    int b = Bytes.next(in);
    if (b == '\r') b = Bytes.next(in);
    if (b != '\n') throw new IOException("a malformed chunk");
  }

  /** Skips the rest of a line and tells its length without the line end. */
  private int skipLine(int firstByte, int limit) throws IOException {
    int length = 0;
    for (int b = firstByte; b != '\n'; b = Bytes.next(in)) {
      if (b != '\r') length++;
      if (length > limit) throw new IOException("a line of the answer is too long");
    }
    return length;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
