package io.breakwater.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Text in the cells of a terminal: how wide it is, cut and wrapped to fit, and free of what could
 * steer the terminal. Everything that comes from an image goes through {@link #clean}.
 */
final class Cells {
  private Cells() {}

  /** How many columns a text takes; East Asian wide characters take two, combining marks none. */
  static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      width += width(c);
    }
    return width;
  }

  private static int width(int c) {
    if (c < 0x300) return 1;
    if (isWide(c)) return 2;
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> 1;
    };
  }

  /** The ranges of Unicode's East Asian Width W and F that occur in practice. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x2e80 && c <= 0x303e)
        || (c >= 0x3041 && c <= 0xa4cf)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6)
        || (c >= 0x1f300 && c <= 0x1f64f)
        || (c >= 0x1f900 && c <= 0x1f9ff)
        || (c >= 0x20000 && c <= 0x3fffd);
  }

  /**
   * A text without control characters and without marks that turn the writing direction, so that an
   * image cannot move the cursor, change colours or hide what is written.
   */
  static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (harmful(text.charAt(i))) return cleaned(text);
    }
    return text;
  }

  private static String cleaned(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\t' || c == '\r') out.append(' ');
      else out.append(harmful(c) ? '\ufffd' : c);
    }
    return out.toString();
  }

  private static boolean harmful(char c) {
    return c < 0x20
        || (c >= 0x7f && c < 0xa0)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200e
        || c == 0x200f
        || c == 0x2028
        || c == 0x2029;
  }

  /** The text, cut at its end to fit. */
  static String cut(String text, int columns) {
    if (width(text) <= columns) return text;
    var out = new StringBuilder();
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (used + width(c) > columns - 1) break;
      out.appendCodePoint(c);
      used += width(c);
      i += Character.charCount(c);
    }
    return out.append('…').toString();
  }

  /** The text, filled with spaces on its right to a width. */
  static String left(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /** The text, filled with spaces on its left to a width. */
  static String right(String text, int columns) {
    return " ".repeat(Math.max(0, columns - width(text))) + text;
  }

  /**
   * A text in lines that fit: broken at spaces and after {@code /}, {@code !} and East Asian
   * characters; a word that is longer than a line is broken anywhere.
   */
  static List<String> wrap(String text, int columns) {
    var lines = new ArrayList<String>();
    int start = 0;
    while (start < text.length()) {
      int used = 0;
      int end = start;
      int breakAt = -1;
      while (end < text.length()) {
        int c = text.codePointAt(end);
        if (used + width(c) > columns && end > start) break;
        used += width(c);
        end += Character.charCount(c);
        if (c == ' ' || c == '/' || c == '!' || isWide(c)) breakAt = end;
      }
      if (end < text.length() && breakAt > start) end = breakAt;
      lines.add(text.substring(start, end).stripTrailing());
      start = end;
      while (start < text.length() && text.charAt(start) == ' ') start++;
    }
    if (lines.isEmpty()) lines.add("");
    return lines;
  }
}
