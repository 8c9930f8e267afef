package io.breakwater.model;

/** The character classes of the grammars here, which know ASCII only. */
final class Ascii {
  private Ascii() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isLowerOrDigit(char c) {
    return isLower(c) || isDigit(c);
  }

  static boolean isLowerHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f');
  }

  static boolean isLetterOrDigit(char c) {
    return isLower(c) || isUpper(c) || isDigit(c);
  }
}
