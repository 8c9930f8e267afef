package io.breakwater.oci.internal.tar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Names as text. */
final class TarText {
  private TarText() {}

  /**
   * UTF-8 where it is, else each byte as one character: a name that is no text keeps its identity,
   * so that the whiteout of a file still meets it.
   */
  static String decode(byte[] bytes, int offset, int length) {
    String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
    if (text.indexOf('\ufffd') < 0) return text;
    byte[] again = text.getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(again, 0, again.length, bytes, offset, offset + length)
        ? text
        : new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
  }
}
