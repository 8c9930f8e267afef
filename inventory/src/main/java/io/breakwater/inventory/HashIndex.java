package io.breakwater.inventory;

import java.util.Arrays;

/**
 * A sorted set of 64-bit hashes, each with a tag in its lowest bits. A table over the highest bits
 * says where to look, so that a search takes about two steps; and no more than a binary search when
 * somebody chose the hashes to be alike.
 */
final class HashIndex {
  private static final int PER_BUCKET_BITS = 2;

  private final int tagBits;
  private final long[] sorted;
  private final int[] starts;
  private final int shift;

  private HashIndex(int tagBits, long[] sorted, int[] starts) {
    this.tagBits = tagBits;
    this.sorted = sorted;
    this.starts = starts;
    this.shift = 64 - (31 - Integer.numberOfLeadingZeros(starts.length - 1));
  }

  /** An index of the first {@code count} values, which are sorted in place; equal ones are one. */
  static HashIndex of(int tagBits, long[] values, int count) {
    Arrays.sort(values, 0, count);
    int n = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || values[i] != values[i - 1]) values[n++] = values[i];
    }
    // Signed order: the buckets go by the flipped highest bits, which is the same order.
    long[] sorted = Arrays.copyOf(values, n);
    int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(n >> PER_BUCKET_BITS));
    int[] starts = new int[(1 << bits) + 1];
    int next = 0;
    for (int b = 0; b <= 1 << bits; b++) {
      while (next < n && (b == 1 << bits || bucket(sorted[next], 64 - bits) < b)) next++;
      starts[b] = next;
    }
    return new HashIndex(tagBits, sorted, starts);
  }

  /**
   * An index as {@link #sorted} and {@link #starts} gave it away. Wrong arrays give wrong answers,
   * never an exception.
   */
  static HashIndex ofParts(int tagBits, long[] sorted, int[] starts) {
    if (starts.length < 3 || Integer.bitCount(starts.length - 1) != 1) {
      throw new IllegalArgumentException("a table has 2^n + 1 starts, not " + starts.length);
    }
    return new HashIndex(tagBits, sorted, starts);
  }

  long[] sorted() {
    return sorted;
  }

  int[] starts() {
    return starts;
  }

  int size() {
    return sorted.length;
  }

  /** Where the entries with this hash begin, its tag bits being zero; or a negative number. */
  int first(long hash) {
    int b = bucket(hash, shift);
    int low = Math.clamp(starts[b], 0, sorted.length);
    int end = Math.clamp(starts[b + 1], low, sorted.length);
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < hash) low = middle + 1;
      else high = middle;
    }
    return low < end && untagged(sorted[low]) == hash ? low : -1;
  }

  /** Whether an entry has this hash, so that the entries of one hash can be walked. */
  boolean matches(int at, long hash) {
    return at < sorted.length && untagged(sorted[at]) == hash;
  }

  int tag(int at) {
    return (int) (sorted[at] & ((1L << tagBits) - 1));
  }

  private long untagged(long value) {
    return value & -(1L << tagBits);
  }

  private static int bucket(long value, int shift) {
    return (int) ((value ^ Long.MIN_VALUE) >>> shift);
  }
}
