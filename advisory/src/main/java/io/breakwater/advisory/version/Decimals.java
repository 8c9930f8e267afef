package io.breakwater.advisory.version;

/** Arithmetic on decimal numbers of any length, kept as text. */
final class Decimals {
  private Decimals() {}

  /** The number after this one; the empty text is zero. */
  static String increment(String digits) {
    int nines = digits.length();
    while (nines > 0 && digits.charAt(nines - 1) == '9') {
      nines--;
    }
    String zeros = "0".repeat(digits.length() - nines);
    return nines == 0
        ? "1" + zeros
        : digits.substring(0, nines - 1) + (char) (digits.charAt(nines - 1) + 1) + zeros;
  }
}
