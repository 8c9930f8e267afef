package io.breakwater.inventory.sbom;

/** ASCII characters. */
final class Chars {
  private Chars() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    char lower = (char) (c | 0x20);
    return lower >= 'a' && lower <= 'z';
  }

  static boolean isLetterOrDigit(char c) {
    return isLetter(c) || isDigit(c);
  }

  static boolean isLowerHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f');
  }

  static boolean areDigits(String text) {
    for (int i = 0; i < text.length(); i++) if (!isDigit(text.charAt(i))) return false;
    return !text.isEmpty();
  }

  static boolean areLetters(String text) {
    for (int i = 0; i < text.length(); i++) if (!isLetter(text.charAt(i))) return false;
    return !text.isEmpty();
  }
}
