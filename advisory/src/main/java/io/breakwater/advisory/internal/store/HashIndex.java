package io.breakwater.advisory.internal.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An index from texts to numbers, as it lies in the file: the number of buckets (a power of two),
 * the start of each bucket, then the entries, each a hash and a number. Different texts may share a
 * hash: whoever looks something up compares the text itself.
 */
final class HashIndex {
  private static final int MAX_BUCKETS = 1 << 26;

  private final PagedFile file;
  private final int start;
  private final int buckets;
  private final int entries;

  /** Reads the index that lies in these bytes. */
  HashIndex(PagedFile file, int start, int length) {
    this.file = file;
    this.start = start;
    if (length < 8) throw new CorruptDatabaseException("an index is too short");
    this.buckets = file.i32(start);
    this.entries = file.i32(start + 4);
    boolean fits =
        buckets > 0
            && buckets <= MAX_BUCKETS
            && Integer.bitCount(buckets) == 1
            && entries >= 0
            && 8L + 4L * (buckets + 1) + 8L * entries == length;
    if (!fits) throw new CorruptDatabaseException("an index has a wrong size");
  }

  /** The numbers whose texts may be this one. */
  int[] candidates(String text) {
    int hash = hash(text);
    int bucket = hash & (buckets - 1);
    int from = file.i32(start + 8 + 4 * bucket);
    int to = file.i32(start + 8 + 4 * bucket + 4);
    if (from < 0 || from > to || to > entries) {
      throw new CorruptDatabaseException("an index leads outside of itself");
    }
    int table = start + 8 + 4 * (buckets + 1);
    int[] found = new int[to - from];
    int count = 0;
    for (int i = from; i < to; i++) {
      if (file.i32(table + 8 * i) == hash) found[count++] = file.i32(table + 8 * i + 4);
    }
    return Arrays.copyOf(found, count);
  }

  /** Hashes texts; two rounds, so that short texts spread over all buckets. */
  static int hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    hash *= 0x9e3779b97f4a7c15L;
    return (int) (hash >>> 32);
  }

  /** Collects an index and writes it. */
  static final class Builder {
    private final List<long[]> entries = new ArrayList<>();

    /** Leads from a text to a number. */
    void add(String text, int number) {
      entries.add(new long[] {hash(text), number});
    }

    void write(ByteWriter out) {
      int buckets = Math.max(1, Integer.highestOneBit(Math.max(1, entries.size())));
      long mask = buckets - 1L;
      entries.sort(
          (a, b) -> {
            int order = Long.compare(a[0] & mask, b[0] & mask);
            if (order == 0) order = Long.compare(a[0], b[0]);
            return order == 0 ? Long.compare(a[1], b[1]) : order;
          });
      List<long[]> distinct = new ArrayList<>(entries.size());
      for (long[] entry : entries) {
        if (distinct.isEmpty() || !Arrays.equals(distinct.getLast(), entry)) distinct.add(entry);
      }
      out.i32(buckets).i32(distinct.size());
      int next = 0;
      for (int bucket = 0; bucket < buckets; bucket++) {
        out.i32(next);
        while (next < distinct.size() && (distinct.get(next)[0] & mask) == bucket) next++;
      }
      out.i32(next);
      for (long[] entry : distinct) out.i32((int) entry[0]).i32((int) entry[1]);
    }
  }
}
