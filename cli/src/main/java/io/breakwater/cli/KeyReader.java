package io.breakwater.cli;

import java.io.IOException;

/** Makes keys of the bytes that a terminal sends: ASCII, UTF-8, and the sequences of VT100 kin. */
final class KeyReader {
  private static final int MOST_SEQUENCE = 16;

  private final Bytes in;

  /** Where bytes come from. */
  @FunctionalInterface
  interface Bytes {
    /** The next byte; -1 when none comes in time. */
    int next() throws IOException;
  }

  KeyReader(Bytes in) {
    this.in = in;
  }

  /** The next key; {@link Press#NONE} when none comes in time. */
  Press next() throws IOException {
    int b = in.next();
    return switch (b) {
      case -1 -> Press.NONE;
      case 3 -> Press.of(Keys.INTERRUPT);
      case '\t' -> Press.of(Keys.TAB);
      case '\r', '\n' -> Press.of(Keys.ENTER);
      case 8, 127 -> Press.of(Keys.BACKSPACE);
      case 27 -> escape();
      default -> b < 32 ? Press.of(Keys.OTHER) : character(b);
    };
  }

  private Press escape() throws IOException {
    int kind = in.next();
    if (kind == -1) return Press.of(Keys.ESCAPE);
    if (kind != '[' && kind != 'O') return Press.of(Keys.OTHER);
    int number = 0;
    for (int i = 0; i < MOST_SEQUENCE; i++) {
      int b = in.next();
      if (b >= '0' && b <= '9') {
        number = number * 10 % 1_000 + b - '0';
        continue;
      }
      if (b == ';') continue;
      return Press.of(named(b, number));
    }
    return Press.of(Keys.OTHER);
  }

  private static Keys named(int last, int number) {
    return switch (last) {
      case 'A' -> Keys.UP;
      case 'B' -> Keys.DOWN;
      case 'C' -> Keys.RIGHT;
      case 'D' -> Keys.LEFT;
      case 'H' -> Keys.HOME;
      case 'F' -> Keys.END;
      case 'Z' -> Keys.TAB;
      case '~' ->
          switch (number) {
            case 1, 7 -> Keys.HOME;
            case 4, 8 -> Keys.END;
            case 5 -> Keys.PAGE_UP;
            case 6 -> Keys.PAGE_DOWN;
            default -> Keys.OTHER;
          };
      default -> Keys.OTHER;
    };
  }

  private Press character(int first) throws IOException {
    if (first < 0x80) return Press.character(first);
    int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
    int c = first & (0x3f >> more);
    for (int i = 0; i < more; i++) {
      int b = in.next();
      if (b == -1 || (b & 0xc0) != 0x80) return Press.of(Keys.OTHER);
      c = c << 6 | (b & 0x3f);
    }
    boolean valid = more > 0 && Character.isValidCodePoint(c) && !Character.isISOControl(c);
    return valid ? Press.character(c) : Press.of(Keys.OTHER);
  }
}
