package io.breakwater.advisory.internal.input;

import java.io.IOException;
import java.util.Arrays;

/**
 * A block of bzip2: Huffman codes, of which one of several tables is used for fifty symbols at a
 * time; move-to-front numbers with runs; and what they give, sorted by Burrows and Wheeler's
 * transform, which is taken back byte by byte.
 */
final class Bzip2Block {
  static final Bzip2Block EMPTY = new Bzip2Block(new int[0], 0, 0);

  private static final int LONGEST_CODE = 20;
  private static final int GROUP = 50;

  /** In the low byte a byte, above it where the next one is. */
  private final int[] links;

  private int position;
  private int left;

  private Bzip2Block(int[] links, int position, int left) {
    this.links = links;
    this.position = position;
    this.left = left;
  }

  /** The next byte; -1 behind the last. */
  int next() {
    if (left == 0) return -1;
    left--;
    position = links[position];
    int value = position & 0xff;
    position >>>= 8;
    return value;
  }

  /** Codes of one table: by their length the largest, and where its symbols start. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never handed on
  private record Codes(int[] limits, int[] bases, int[] symbols) {
    int next(Bzip2Stream in) throws IOException {
      int code = 0;
      for (int length = 1; length <= LONGEST_CODE; length++) {
        code = (code << 1) | in.take(1);
        if (code <= limits[length]) {
          int at = code - bases[length];
          if (at >= 0 && at < symbols.length) return symbols[at];
          break;
        }
      }
      throw new IOException("a code of bzip2 that is none");
    }
  }

  static Bzip2Block read(Bzip2Stream in, int limit) throws IOException {
    if (in.take(1) != 0) throw new IOException("a randomised block of bzip2");
    int start = in.take(24);
    byte[] alphabet = alphabet(in);
    int tables = in.take(3);
    int selectorCount = in.take(15);
    if (tables < 2 || tables > 6 || selectorCount == 0) throw new IOException("no bzip2");
    byte[] selectors = selectors(in, tables, selectorCount);
    int size = alphabet.length + 2;
    var codes = new Codes[tables];
    for (int i = 0; i < tables; i++) codes[i] = codes(in, size);
    var links = new int[limit];
    int count = symbols(in, codes, selectors, alphabet, links);
    if (start >= count) throw new IOException("a block of bzip2 starts behind its end");
    link(links, count);
    return new Bzip2Block(links, links[start] >>> 8, count);
  }

  private static byte[] alphabet(Bzip2Stream in) throws IOException {
    int groups = in.take(16);
    var out = new byte[256];
    int count = 0;
    for (int i = 0; i < 16; i++) {
      if ((groups & (0x8000 >> i)) == 0) continue;
      int used = in.take(16);
      for (int j = 0; j < 16; j++) {
        if ((used & (0x8000 >> j)) != 0) out[count++] = (byte) (i * 16 + j);
      }
    }
    if (count == 0) throw new IOException("a block of bzip2 without bytes");
    return Arrays.copyOf(out, count);
  }

  private static byte[] selectors(Bzip2Stream in, int tables, int count) throws IOException {
    byte[] order = {0, 1, 2, 3, 4, 5};
    var out = new byte[count];
    for (int i = 0; i < count; i++) {
      int at = 0;
      while (in.take(1) == 1) {
        if (++at >= tables) throw new IOException("bzip2 selects a table that is none");
      }
      out[i] = toFront(order, at);
    }
    return out;
  }

  private static byte toFront(byte[] order, int at) {
    byte value = order[at];
    System.arraycopy(order, 0, order, 1, at);
    order[0] = value;
    return value;
  }

  private static Codes codes(Bzip2Stream in, int size) throws IOException {
    var lengths = new int[size];
    int length = in.take(5);
    for (int i = 0; i < size; i++) {
      while (in.take(1) == 1) {
        length += in.take(1) == 0 ? 1 : -1;
        if (length < 1 || length > LONGEST_CODE) throw new IOException("a code is too long");
      }
      if (length < 1 || length > LONGEST_CODE) throw new IOException("a code is too long");
      lengths[i] = length;
    }
    var limits = new int[LONGEST_CODE + 1];
    var bases = new int[LONGEST_CODE + 1];
    var symbols = new int[size];
    int at = 0;
    int code = 0;
    for (int bits = 1; bits <= LONGEST_CODE; bits++) {
      bases[bits] = code - at;
      for (int i = 0; i < size; i++) {
        if (lengths[i] != bits) continue;
        symbols[at++] = i;
        code++;
      }
      limits[bits] = code - 1;
      code <<= 1;
    }
    return new Codes(limits, bases, symbols);
  }

  /** Puts the bytes of the block into the links, and tells how many there are. */
  private static int symbols(
      Bzip2Stream in, Codes[] codes, byte[] selectors, byte[] order, int[] links)
      throws IOException {
    int end = order.length + 1;
    int count = 0;
    int run = 0;
    int weight = 1;
    for (byte selector : selectors) {
      Codes table = codes[selector];
      for (int i = 0; i < GROUP; i++) {
        int symbol = table.next(in);
        if (symbol <= 1) {
          if (weight > links.length) throw new IOException("a run of bzip2 is too long");
          run += weight << symbol;
          weight <<= 1;
          continue;
        }
        if (run > links.length - count) throw new IOException("a block of bzip2 is too long");
        for (; run > 0; run--) links[count++] = order[0] & 0xff;
        weight = 1;
        if (symbol == end) return count;
        if (count == links.length) throw new IOException("a block of bzip2 is too long");
        links[count++] = toFront(order, symbol - 1) & 0xff;
      }
    }
    throw new IOException("a block of bzip2 has no end");
  }

  private static void link(int[] links, int count) {
    var starts = new int[257];
    for (int i = 0; i < count; i++) starts[(links[i] & 0xff) + 1]++;
    for (int i = 0; i < 256; i++) starts[i + 1] += starts[i];
    for (int i = 0; i < count; i++) links[starts[links[i] & 0xff]++] |= i << 8;
  }
}
