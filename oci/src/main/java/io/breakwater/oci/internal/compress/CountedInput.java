package io.breakwater.oci.internal.compress;

import java.io.IOException;
import java.io.InputStream;

/** A stream that counts and grants a look at its first bytes. */
public final class CountedInput extends InputStream {
  private final InputStream in;
  private byte[] first = new byte[0];
  private int firstRead;
  private long count;
  private boolean ended;

  /** Counts what is read of a stream. */
  public CountedInput(InputStream in) {
    this.in = in;
  }

  /** How many bytes were read. */
  public long count() {
    return count;
  }

  /** Whether its end was met. */
  boolean hasEnded() {
    return ended;
  }

  /** The first bytes, up to so many, before anything is read. */
  public byte[] peek(int most) throws IOException {
    if (count == 0 && first.length == 0) first = in.readNBytes(most);
    return first;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) == 1 ? one[0] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int n = Math.min(length, first.length - firstRead);
    if (n > 0) {
      System.arraycopy(first, firstRead, into, offset, n);
      firstRead += n;
    } else {
      n = in.read(into, offset, length);
    }
    if (n > 0) count += n;
    if (n < 0) ended = true;
    return n;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
