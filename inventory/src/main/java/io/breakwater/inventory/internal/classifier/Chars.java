package io.breakwater.inventory.internal.classifier;

/** Kinds of ASCII characters, given as characters or unsigned bytes. */
final class Chars {
  private Chars() {}

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isLetter(int c) {
    return isLower(c) || (c >= 'A' && c <= 'Z');
  }

  static boolean isAlphanumeric(int c) {
    return isDigit(c) || isLetter(c);
  }

  /** What the words of versions are made of. */
  static boolean isWord(int c) {
    return isAlphanumeric(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '~';
  }
}
