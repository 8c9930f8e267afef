package io.breakwater.inventory.internal.classifier;

import java.util.HexFormat;

/** How bytes are written in patterns, examples and evidence. */
final class Escapes {
  private Escapes() {}

  /**
   * Reads one character, escaped or not.
   *
   * @return where the next one starts
   */
  static int character(String source, int at, StringBuilder into) {
    char c = source.charAt(at);
    if (c != '\\') {
      into.append(c);
      return at + 1;
    }
    if (at + 1 == source.length()) throw new IllegalArgumentException("a backslash ends " + source);
    char escaped = source.charAt(at + 1);
    switch (escaped) {
      case '0' -> into.append('\0');
      case 'n' -> into.append('\n');
      case 't' -> into.append('\t');
      case 'r' -> into.append('\r');
      case '\\', '{' -> into.append(escaped);
      case 'x' -> {
        into.append((char) HexFormat.fromHexDigits(source, at + 2, at + 4));
        return at + 4;
      }
      default -> throw new IllegalArgumentException("no such escape: \\" + escaped);
    }
    return at + 2;
  }

  /** The bytes that an escaped text stands for. */
  static byte[] bytes(String source) {
    var text = new StringBuilder();
    for (int at = 0; at < source.length(); ) at = character(source, at, text);
    return text.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  /** Bytes in quotes as evidence shows them, cut where they are many. */
  static String quoted(byte[] bytes, int from, int to, int most) {
    var out = new StringBuilder("\"");
    for (int i = from; i < to; i++) {
      if (out.length() >= most) return out.append("…\"").toString();
      int b = bytes[i] & 0xff;
      switch (b) {
        case 0 -> out.append("\\0");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '"', '\\' -> out.append('\\').append((char) b);
        default -> {
          if (b >= ' ' && b < 0x7f) out.append((char) b);
          else out.append("\\x").append(HexFormat.of().toHexDigits((byte) b));
        }
      }
    }
    return out.append('"').toString();
  }
}
