package io.breakwater.oci.zip;

import io.breakwater.oci.Content;
import java.io.IOException;

/** A part of a content as a content of its own, without a copy. */
final class SlicedContent implements Content {
  private final Content whole;
  private final long start;
  private final long size;

  /** The caller has checked that the part lies in the whole. */
  SlicedContent(Content whole, long start, long size) {
    if (whole instanceof SlicedContent slice) {
      this.whole = slice.whole;
      this.start = slice.start + start;
    } else {
      this.whole = whole;
      this.start = start;
    }
    this.size = size;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int read(long position, byte[] into, int offset, int length) throws IOException {
    if (position < 0 || position >= size) return 0;
    return whole.read(start + position, into, offset, (int) Math.min(length, size - position));
  }
}
