package io.breakwater.inspect.internal.regex;

/** A set of byte values. */
record CharSet(long a, long b, long c, long d) {
  static final CharSet NONE = new CharSet(0, 0, 0, 0);
  static final CharSet DIGIT = NONE.with('0', '9');
  static final CharSet WORD = DIGIT.with('a', 'z').with('A', 'Z').with('_', '_');
  static final CharSet SPACE = NONE.with('\t', '\r').with(' ', ' ');
  static final CharSet ANY = NONE.not();
  static final CharSet NO_LINE_FEED = NONE.with('\n', '\n').not();

  static CharSet of(int value) {
    return NONE.with(value, value);
  }

  boolean has(int value) {
    long word =
        switch (value >> 6) {
          case 0 -> a;
          case 1 -> b;
          case 2 -> c;
          default -> d;
        };
    return (word >> (value & 63) & 1) != 0;
  }

  CharSet with(int from, int to) {
    long[] words = {a, b, c, d};
    for (int i = from; i <= to; i++) words[i >> 6] |= 1L << (i & 63);
    return new CharSet(words[0], words[1], words[2], words[3]);
  }

  CharSet with(CharSet o) {
    return new CharSet(a | o.a, b | o.b, c | o.c, d | o.d);
  }

  CharSet not() {
    return new CharSet(~a, ~b, ~c, ~d);
  }

  /** Without the values from one on. */
  CharSet without(int from) {
    CharSet others = NONE.with(from, 255).not();
    return new CharSet(a & others.a, b & others.b, c & others.c, d & others.d);
  }

  /** With both cases of every letter in it. */
  CharSet anyCase() {
    long letters = b & 0x07fffffe07fffffeL;
    return new CharSet(a, b | letters << 32 | letters >>> 32, c, d);
  }

  /** The only value in it; -1 when there are more or none. */
  int only() {
    if (Long.bitCount(a) + Long.bitCount(b) + Long.bitCount(c) + Long.bitCount(d) != 1) return -1;
    for (int i = 0; i < 256; i++) if (has(i)) return i;
    return -1;
  }
}
