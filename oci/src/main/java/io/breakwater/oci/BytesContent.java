package io.breakwater.oci;

/** Content in memory. */
final class BytesContent implements Content {
  private final byte[] bytes;
  private final int start;
  private final int length;

  BytesContent(byte[] bytes, int start, int length) {
    java.util.Objects.checkFromIndexSize(start, length, bytes.length);
    this.bytes = bytes;
    this.start = start;
    this.length = length;
  }

  @Override
  public long size() {
    return length;
  }

  @Override
  public int read(long position, byte[] into, int offset, int count) {
    if (position < 0 || position >= length) return 0;
    int n = (int) Math.min(count, length - position);
    System.arraycopy(bytes, start + (int) position, into, offset, n);
    return n;
  }
}
