package io.breakwater.oci.internal.tar;

import io.breakwater.oci.Content;
import io.breakwater.oci.internal.DefectException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Where the stored pieces of a sparse file belong; all between is zero. */
final class SparseMap {
  /** More pieces than any file system makes of a file that is worth its map. */
  static final int MAX_PIECES = 100_000;

  private final long[] offsets;
  private final long[] ends;

  /** Where each piece starts in the stored bytes; one more at the end: their total. */
  private final long[] stored;

  private SparseMap(int pieces) {
    offsets = new long[pieces];
    ends = new long[pieces];
    stored = new long[pieces + 1];
  }

  /** Checks that the pieces are in order, within the file, and all stored. */
  static SparseMap of(List<Long> pairs, long realSize, long storedSize) throws DefectException {
    int pieces = pairs.size() / 2;
    if (pieces > MAX_PIECES || pairs.size() % 2 != 0) throw broken();
    var map = new SparseMap(pieces);
    long last = 0;
    for (int i = 0; i < pieces; i++) {
      long offset = pairs.get(2 * i);
      long length = pairs.get(2 * i + 1);
      if (offset < last || length < 0 || length > realSize - offset) throw broken();
      map.offsets[i] = offset;
      map.ends[i] = last = offset + length;
      map.stored[i + 1] = map.stored[i] + length; // the sum is at most realSize
    }
    if (map.stored[pieces] > storedSize) throw broken();
    return map;
  }

  private static DefectException broken() {
    return DefectException.malformed("a sparse file has a map that contradicts itself");
  }

  /** The file as it unpacks. */
  Content expand(Content pieces, long realSize) {
    return new Content() {
      @Override
      public long size() {
        return realSize;
      }

      @Override
      public int read(long position, byte[] into, int offset, int length) throws IOException {
        if (position < 0 || position >= realSize) return 0;
        int n = (int) Math.min(length, realSize - position);
        fill(pieces, position, into, offset, n);
        return n;
      }
    };
  }

  private void fill(Content pieces, long position, byte[] into, int offset, int length)
      throws IOException {
    Arrays.fill(into, offset, offset + length, (byte) 0);
    int found = Arrays.binarySearch(offsets, position);
    int piece = found >= 0 ? found : Math.max(0, -found - 2);
    for (; piece < offsets.length && offsets[piece] < position + length; piece++) {
      long from = Math.max(position, offsets[piece]);
      long to = Math.min(position + length, ends[piece]);
      for (long at = from; at < to; ) {
        int n =
            pieces.read(
                stored[piece] + at - offsets[piece],
                into,
                offset + (int) (at - position),
                (int) (to - at));
        if (n <= 0) throw new java.io.EOFException("a sparse file lacks stored bytes");
        at += n;
      }
    }
  }
}
