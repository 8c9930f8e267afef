package io.breakwater.inspect.internal.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds where bytes may be text: wherever four in a row are ASCII that can be printed, or space.
 * Most of a program is no such thing, and is passed eight bytes at a time. Immutable, safe for use
 * by several threads.
 */
final class TextRuns {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGHEST = 0x8080808080808080L;
  private static final int WORD = 8;

  private TextRuns() {}

  /** Takes stretches in order. */
  @FunctionalInterface
  interface Taker {
    /**
     * A stretch with text in it: what lies before it is none.
     *
     * @param from its first byte
     * @param to the position behind its last byte
     */
    void take(int from, int to);
  }

  /**
   * Tells the stretches of an array that may hold text: whole words of eight bytes, but at the end.
   *
   * @param from where to start
   * @param to the position behind the last byte
   */
  static void each(byte[] bytes, int from, int to, Taker taker) {
    int start = -1;
    int before = 0;
    int at = from;
    for (; at + WORD <= to; at += WORD) {
      int printed = printed((long) LONGS.get(bytes, at));
      int three = printed << 3 | before >>> 5; // with the last three of the word before
      before = printed;
      if ((three & three >>> 1 & three >>> 2 & three >>> 3) != 0) {
        if (start < 0) start = Math.max(from, at - WORD);
      } else if (start >= 0) {
        taker.take(start, at);
        start = -1;
      }
    }
    // The last few bytes are not worth a thought.
    if (start < 0 && at < to) start = Math.max(from, at - WORD);
    if (start >= 0) taker.take(start, to);
  }

  /** A bit for each byte that can be printed or is space, the first byte's lowest. */
  private static int printed(long word) {
    long low = word & ~HIGHEST;
    long visible = low + 0x6060606060606060L;
    long space = (low + 0x7777777777777777L) & ~(low + 0x7272727272727272L);
    long both = (visible | space) & ~word & HIGHEST;
    return (int) (((both >>> 7) * 0x0102040810204080L) >>> 56);
  }
}
