package io.breakwater.advisory.version;

/** PHP's version_compare, which Composer builds upon. */
final class PhpVersion {
  /** What a word begins with, in PHP's order of trial, and its place; a number is a {@code #}. */
  private static final String[] FORMS = {
    "dev", "alpha", "a", "beta", "b", "RC", "rc", "#", "pl", "p"
  };

  private static final int[] PLACES = {0, 1, 1, 2, 2, 3, 3, 4, 5, 5};
  private static final int NUMBER = 4;
  private static final int UNKNOWN = -1;

  private PhpVersion() {}

  /** Compares two versions that are not empty from the given index on. */
  static int compare(String a, int aStart, String b, int bStart) {
    var left = canonical(a, aStart);
    var right = canonical(b, bStart);
    int i = 0;
    int j = 0;
    while (i < left.length() && j < right.length()) {
      int iEnd = partEnd(left, i);
      int jEnd = partEnd(right, j);
      int order = compareParts(left, i, iEnd, right, j, jEnd);
      if (order != 0) {
        return order;
      }
      i = iEnd + 1;
      j = jEnd + 1;
    }
    // An index beyond the end means that no dot was left either.
    if (i <= left.length() && j > right.length()) {
      return compareRest(left, i);
    }
    return j <= right.length() && i > left.length() ? -compareRest(right, j) : 0;
  }

  /** How what is left compares with nothing: more numbers are newer, more words as their form. */
  private static int compareRest(String text, int from) {
    int i = from;
    while (i < text.length()) {
      int end = partEnd(text, i);
      int order = Chars.isDigit(text.charAt(i)) ? 1 : Integer.compare(place(text, i, end), NUMBER);
      if (order != 0) {
        return order;
      }
      i = end + 1;
    }
    return i > text.length() ? 0 : -1;
  }

  private static int compareParts(String a, int aStart, int aEnd, String b, int bStart, int bEnd) {
    boolean aNumber = Chars.digitAt(a, aStart, aEnd);
    boolean bNumber = Chars.digitAt(b, bStart, bEnd);
    if (aNumber && bNumber) {
      return Chars.compareNumbers(a, aStart, aEnd, b, bStart, bEnd);
    }
    return Integer.compare(
        aNumber ? NUMBER : place(a, aStart, aEnd), bNumber ? NUMBER : place(b, bStart, bEnd));
  }

  private static int place(String text, int start, int end) {
    for (int i = 0; i < FORMS.length; i++) {
      if (end - start >= FORMS[i].length() && text.startsWith(FORMS[i], start)) {
        return PLACES[i];
      }
    }
    return UNKNOWN;
  }

  private static int partEnd(String text, int from) {
    int dot = text.indexOf('.', from);
    return dot < 0 ? text.length() : dot;
  }

  /** Puts one dot for each run of separators and between digits and anything else. */
  private static String canonical(String version, int from) {
    var text = new StringBuilder(version.length() + 8);
    char last = version.charAt(from);
    text.append(last);
    for (int i = from + 1; i < version.length(); i++) {
      char c = version.charAt(i);
      boolean word = c != '.' && !Chars.isDigit(c) && !isSeparator(c);
      boolean lastWord = last != '.' && !Chars.isDigit(last) && !isSeparator(last);
      boolean change = (lastWord && Chars.isDigit(c)) || (Chars.isDigit(last) && word);
      if (change) {
        dot(text).append(c);
      } else if (Chars.isAlphanumeric(c)) {
        text.append(c);
      } else {
        dot(text);
      }
      last = c;
    }
    return text.toString();
  }

  private static StringBuilder dot(StringBuilder text) {
    return text.charAt(text.length() - 1) == '.' ? text : text.append('.');
  }

  private static boolean isSeparator(char c) {
    return c == '-' || c == '_' || c == '+';
  }
}
