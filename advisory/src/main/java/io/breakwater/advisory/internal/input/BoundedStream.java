package io.breakwater.advisory.internal.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails after so many bytes, rather than go on. */
final class BoundedStream extends FilterInputStream {
  private long left;

  BoundedStream(InputStream in, long max) {
    super(in);
    left = max;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    if (next >= 0) count(1);
    return next;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int read = super.read(target, from, length);
    if (read > 0) count(read);
    return read;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = super.skip(n);
    count(skipped);
    return skipped;
  }

  private void count(long more) throws IOException {
    left -= more;
    if (left < 0) throw new LimitExceededException("it is larger than anything that is read");
  }
}
