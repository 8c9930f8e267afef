package io.breakwater.cli;

import java.util.Locale;
import java.util.OptionalLong;

/** Sizes in bytes, as people write and read them. */
final class Sizes {
  private Sizes() {}

  /** A size in decimal units with at most three digits: {@code 312 MB}. */
  static String format(long bytes) {
    if (bytes < 1000) return bytes + " B";
    String[] units = {"kB", "MB", "GB", "TB", "PB", "EB"};
    double value = bytes;
    int unit = -1;
    do {
      value /= 1000;
      unit++;
    } while (value >= 999.5 && unit < units.length - 1);
    return String.format(Locale.ROOT, value < 9.95 ? "%.1f %s" : "%.0f %s", value, units[unit]);
  }

  /** A number with a comma between thousands. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Reads {@code 500M}, {@code 2G}, {@code 1000000}; units are of 1,000 bytes. */
  static OptionalLong parse(String text) {
    String word = text.trim().toUpperCase(Locale.ROOT);
    long factor = 1;
    if (word.endsWith("B")) word = word.substring(0, word.length() - 1);
    if (!word.isEmpty()) {
      int unit = "KMGT".indexOf(word.charAt(word.length() - 1));
      if (unit >= 0) {
        for (int i = 0; i <= unit; i++) factor *= 1000;
        word = word.substring(0, word.length() - 1);
      }
    }
    try {
      long value = Math.multiplyExact(Long.parseLong(word.trim()), factor);
      return value > 0 ? OptionalLong.of(value) : OptionalLong.empty();
    } catch (ArithmeticException | NumberFormatException notASize) {
      return OptionalLong.empty();
    }
  }
}
