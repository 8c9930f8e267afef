package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.internal.InspectedFile;
import java.io.IOException;
import java.util.Arrays;

/** Lines of a file. */
final class Lines {
  private static final int MOST = 1_000;

  private Lines() {}

  /** The line or lines that a place is in, cut where they are long. */
  static byte[] around(InspectedFile file, long start, long end) throws IOException {
    long first = Math.max(0, start - MOST);
    byte[] text = file.window(first, (int) Math.min(end - first + MOST, 64 << 10));
    int from = (int) (start - first);
    while (from > 0 && text[from - 1] != '\n') from--;
    int to = (int) Math.min(text.length, end - first);
    while (to < text.length && text[to] != '\n') to++;
    return Arrays.copyOfRange(text, from, to);
  }
}
