package io.breakwater.oci.internal.layer;

import io.breakwater.oci.internal.tar.TarInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A tar archive that comes as a stream. */
final class StreamInput implements TarInput {
  private static final int BUFFER = 256 << 10;

  private final InputStream in;
  private final ContentKeeper keeper;
  private final byte[] buffer = new byte[BUFFER];
  private int start;
  private int end;
  private long position;

  StreamInput(InputStream in, ContentKeeper keeper) {
    this.in = in;
    this.keeper = keeper;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public int peek(int wanted) throws IOException {
    if (end - start < wanted) fill(wanted);
    return Math.min(wanted, end - start);
  }

  private void fill(int wanted) throws IOException {
    if (start + wanted > buffer.length) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    while (end - start < wanted) {
      int n = in.read(buffer, end, buffer.length - end);
      if (n < 0) return;
      end += n;
    }
  }

  @Override
  public byte[] buffer() {
    return buffer;
  }

  @Override
  public int offset() {
    return start;
  }

  @Override
  public long skip(long n) throws IOException {
    int here = (int) Math.min(n, end - start);
    start += here;
    long done = here;
    if (start == end) start = end = 0;
    while (done < n) {
      long skipped = in.skip(n - done);
      if (skipped <= 0) skipped = in.read(buffer, 0, (int) Math.min(n - done, buffer.length));
      if (skipped < 0) break;
      done += skipped;
    }
    position += done;
    return done;
  }

  @Override
  public Kept keep(long size) throws IOException {
    if (size <= buffer.length && keeper.viewsSuffice()) {
      if (peek((int) size) < size) throw new EOFException();
      Kept view = ContentKeeper.view(buffer, start, (int) size);
      start += (int) size;
      position += size;
      return view;
    }
    return keeper.keep(new Rest(), size);
  }

  /** What is buffered, then what is not. */
  private final class Rest extends InputStream {
    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int n = Math.min(length, end - start);
      if (n > 0) {
        System.arraycopy(buffer, start, into, offset, n);
        start += n;
      } else {
        start = end = 0;
        n = in.read(into, offset, length);
      }
      if (n > 0) position += n;
      return n;
    }
  }
}
