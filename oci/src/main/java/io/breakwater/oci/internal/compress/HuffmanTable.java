package io.breakwater.oci.internal.compress;

import java.util.Arrays;

/**
 * Looks up prefix codes of DEFLATE by the next bits of the input: short codes in one step, longer
 * ones in two. An entry is a number made of
 *
 * <pre>
 * bit 31      a literal
 * bits 16-30  the literal, the base of a length or distance, or the start of a second table
 * bit 15      no literal, length or distance, but what the next bits say:
 * bit 14      a second table; bits 8-11 say by how many bits it is indexed
 * bit 13      the end of the block
 * bits 8-11   bits of the code, which extra bits follow
 * bits 0-7    bits of the code and its extra bits
 * </pre>
 *
 * An entry with bit 15 and neither 13 nor 14 is a code that nothing has.
 */
final class HuffmanTable {
  static final int LITERAL = 1 << 31;
  static final int SPECIAL = 1 << 15;
  static final int SECOND = 1 << 14;
  static final int END = 1 << 13;
  private static final int LONGEST = 15;

  /** The bits that the first step looks at. */
  final int bits;

  final int[] entries;

  /** For each symbol its entry, as if its code had no bits. */
  private final int[] meanings;

  private final int[] count = new int[LONGEST + 1];
  private final int[] next = new int[LONGEST + 1];
  private final int[] sorted;

  private HuffmanTable(int bits, int[] meanings) {
    this.bits = bits;
    this.meanings = meanings;
    this.sorted = new int[meanings.length];
    // More than the second tables of any code need.
    this.entries = new int[(1 << bits) + 4 * 1024];
  }

  /** For literals and lengths. */
  static HuffmanTable ofLiterals() {
    int[] meanings = new int[288];
    for (int i = 0; i < 256; i++) meanings[i] = LITERAL | i << 16;
    meanings[256] = SPECIAL | END;
    int base = 3;
    for (int i = 0; i < 28; i++) {
      int extra = i < 8 ? 0 : i / 4 - 1;
      meanings[257 + i] = base << 16 | extra;
      base += 1 << extra;
    }
    meanings[285] = 258 << 16;
    meanings[286] = SPECIAL;
    meanings[287] = SPECIAL;
    return new HuffmanTable(11, meanings);
  }

  /** For distances. */
  static HuffmanTable ofDistances() {
    int[] meanings = new int[32];
    int base = 1;
    for (int i = 0; i < 30; i++) {
      int extra = i < 4 ? 0 : i / 2 - 1;
      meanings[i] = base << 16 | extra;
      base += 1 << extra;
    }
    meanings[30] = SPECIAL;
    meanings[31] = SPECIAL;
    return new HuffmanTable(8, meanings);
  }

  /** For the lengths of codes; the symbol stands as a literal. */
  static HuffmanTable ofLengths() {
    int[] meanings = new int[19];
    for (int i = 0; i < 19; i++) meanings[i] = LITERAL | i << 16;
    return new HuffmanTable(7, meanings);
  }

  /**
   * Sets the code by the lengths of its words.
   *
   * @param lengths of all symbols, from {@code from} on; 0 for those without a word
   * @param symbols how many
   * @param loose whether a code of one word, or of none, may leave others free
   * @return false when the lengths make no code
   */
  boolean set(byte[] lengths, int from, int symbols, boolean loose) {
    Arrays.fill(count, 0);
    for (int i = 0; i < symbols; i++) count[lengths[from + i]]++;
    count[0] = 0;
    int used = 0;
    int longest = 0;
    int free = 1;
    for (int length = 1; length <= LONGEST; length++) {
      next[length] = used;
      used += count[length];
      if (count[length] > 0) longest = length;
      free = 2 * free - count[length];
      if (free < 0) return false;
    }
    if (free > 0 && (!loose || longest > 1)) return false;
    for (int i = 0; i < symbols; i++) {
      int length = lengths[from + i];
      if (length > 0) sorted[next[length]++] = i;
    }
    if (free > 0) Arrays.fill(entries, 0, 1 << bits, SPECIAL | 1);
    return fill(lengths, from, used, longest);
  }

  /** Gives each word its entries, from the shortest on. */
  private boolean fill(byte[] lengths, int from, int used, int longest) {
    int code = 0;
    int before = 0;
    int second = 1 << bits;
    int prefix = -1;
    int start = 0;
    int size = 0;
    for (int i = 0; i < used; i++) {
      int symbol = sorted[i];
      int length = lengths[from + symbol];
      code <<= length - before;
      before = length;
      int reversed = Integer.reverse(code) >>> (32 - length);
      if (length <= bits) {
        int entry = entry(symbol, length);
        for (int at = reversed; at < 1 << bits; at += 1 << length) entries[at] = entry;
      } else {
        if ((reversed & ((1 << bits) - 1)) != prefix) {
          prefix = reversed & ((1 << bits) - 1);
          size = sizeOfSecond(length, longest);
          start = second;
          second += 1 << size;
          if (second > entries.length) return false;
          entries[prefix] = start << 16 | SPECIAL | SECOND | size << 8 | bits;
        }
        int entry = entry(symbol, length - bits);
        int step = 1 << (length - bits);
        for (int at = reversed >>> bits; at < 1 << size; at += step) entries[start + at] = entry;
      }
      count[length]--;
      code++;
    }
    return true;
  }

  /** How many bits a second table has that starts with a word of this length. */
  private int sizeOfSecond(int length, int longest) {
    int size = length - bits;
    int room = 1 << size;
    while (size + bits < longest) {
      room -= count[size + bits];
      if (room <= 0) break;
      size++;
      room <<= 1;
    }
    return size;
  }

  private int entry(int symbol, int length) {
    int meaning = meanings[symbol];
    int ofCode = (meaning & SPECIAL) == 0 ? length << 8 : 0;
    return meaning + ofCode + length;
  }
}
