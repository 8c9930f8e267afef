package io.breakwater.inspect.internal.regex;

/**
 * Which steps were tried at which places of a text: most searches end after a few, so it is a small
 * table of those, and a bit for each that is possible only once there are many. Used by one thread.
 */
final class Tried {
  private static final long MOST_BITS = 256L << 20;

  private final int width;
  private final long bits;
  private long[] table = new long[32];
  private int count;
  private boolean full;

  /**
   * For a search.
   *
   * @param width how many places there are
   * @throws IllegalArgumentException when there are too many
   */
  Tried(int width, int steps) {
    this.width = width;
    this.bits = (long) width * steps;
    if (bits > MOST_BITS) throw new IllegalArgumentException("a text too long to be searched");
  }

  /** How much room it takes, in long words. */
  int size() {
    return table.length;
  }

  /** Notes a step at a place; false when it was there before. */
  boolean isNew(int step, int place) {
    long number = (long) step * width + place;
    if (full) return set(table, number);
    if (!put(table, number + 1)) return false;
    if (++count > table.length / 2) grow();
    return true;
  }

  private static boolean set(long[] all, long number) {
    int word = (int) (number >> 6);
    long before = all[word];
    all[word] = before | 1L << number;
    return all[word] != before;
  }

  private static boolean put(long[] all, long key) {
    int mask = all.length - 1;
    for (int i = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask; ; i = (i + 1) & mask) {
      if (all[i] == key) return false;
      if (all[i] != 0) continue;
      all[i] = key;
      return true;
    }
  }

  private void grow() {
    long words = (bits + 63) >> 6;
    full = table.length * 4L >= words;
    var larger = new long[full ? (int) words : table.length * 4];
    for (long key : table) {
      if (key == 0) continue;
      if (full) set(larger, key - 1);
      else put(larger, key);
    }
    table = larger;
  }
}
