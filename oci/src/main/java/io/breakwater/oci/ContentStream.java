package io.breakwater.oci;

import java.io.IOException;
import java.io.InputStream;

/** A content from its beginning to its end. */
final class ContentStream extends InputStream {
  private final Content content;
  private long position;

  ContentStream(Content content) {
    this.content = content;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) == 1 ? one[0] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) return 0;
    int n = content.read(position, into, offset, length);
    if (n <= 0) return -1;
    position += n;
    return n;
  }

  @Override
  public long skip(long n) {
    long skipped = Math.max(0, Math.min(n, content.size() - position));
    position += skipped;
    return skipped;
  }
}
