package io.breakwater.advisory.version;

/**
 * Questions about ASCII characters and ranges of text that every scheme asks. No locale, no copy.
 */
final class Chars {
  /** Longest part of a refused text that a message repeats. */
  private static final int SHOWN = 80;

  private Chars() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isLetter(char c) {
    return isLower(c) || (c >= 'A' && c <= 'Z');
  }

  static boolean isAlphanumeric(char c) {
    return isDigit(c) || isLetter(c);
  }

  /** The six characters that C and Python call space in ASCII text. */
  static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  static char toLower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }

  /** Whether the text has the character {@code c} at {@code at}, an index before {@code end}. */
  static boolean at(String text, int at, int end, char c) {
    return at < end && text.charAt(at) == c;
  }

  /** Whether a digit stands at {@code at}, an index before {@code end}. */
  static boolean digitAt(String text, int at, int end) {
    return at < end && isDigit(text.charAt(at));
  }

  /** The index after the digits that begin at {@code from}. */
  static int skipDigits(String text, int from, int end) {
    int i = from;
    while (i < end && isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The index after the letters that begin at {@code from}. */
  static int skipLetters(String text, int from, int end) {
    int i = from;
    while (i < end && isLetter(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The index after the zeros that begin at {@code from}. */
  static int skipZeros(String text, int from, int end) {
    int i = from;
    while (i < end && text.charAt(i) == '0') {
      i++;
    }
    return i;
  }

  /** Index of the first character of the range that is not a space. */
  static int trimStart(String text) {
    int i = 0;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Index after the last character from {@code start} on that is not a space. */
  static int trimEnd(String text, int start) {
    int i = text.length();
    while (i > start && isSpace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** Compares two ranges of digits as numbers of any length; an empty range is zero. */
  static int compareNumbers(String a, int aStart, int aEnd, String b, int bStart, int bEnd) {
    int i = skipZeros(a, aStart, aEnd);
    int j = skipZeros(b, bStart, bEnd);
    int lengths = Integer.compare(aEnd - i, bEnd - j);
    return lengths != 0 ? lengths : compareText(a, i, aEnd, b, j, bEnd);
  }

  /** Compares two ranges character by character; a prefix comes first. */
  static int compareText(String a, int aStart, int aEnd, String b, int bStart, int bEnd) {
    int length = Math.min(aEnd - aStart, bEnd - bStart);
    for (int i = 0; i < length; i++) {
      int order = Character.compare(a.charAt(aStart + i), b.charAt(bStart + i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(aEnd - aStart, bEnd - bStart);
  }

  /** {@link #compareText} that sees no difference between the cases of ASCII letters. */
  static int compareIgnoringCase(String a, int aStart, int aEnd, String b, int bStart, int bEnd) {
    int length = Math.min(aEnd - aStart, bEnd - bStart);
    for (int i = 0; i < length; i++) {
      int order = Character.compare(toLower(a.charAt(aStart + i)), toLower(b.charAt(bStart + i)));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(aEnd - aStart, bEnd - bStart);
  }

  /** Whether the range is exactly {@code word}. */
  static boolean is(String text, int start, int end, String word) {
    return end - start == word.length() && text.startsWith(word, start);
  }

  /** The text in quotes for a message: its beginning, without control characters. */
  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < Math.min(text.length(), SHOWN); i++) {
      char c = text.charAt(i);
      quoted.append(Character.isISOControl(c) ? '\ufffd' : c);
    }
    return quoted.append(text.length() > SHOWN ? "…\"" : "\"").toString();
  }
}
