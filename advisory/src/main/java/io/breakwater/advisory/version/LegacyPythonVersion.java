package io.breakwater.advisory.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A Python version that PEP 440 refuses, as setuptools ordered versions before that PEP: parts of
 * digits and of other characters, where words before {@code final} are older than the end.
 */
final class LegacyPythonVersion {
  private static final String FINAL = "*final";
  private static final String FINAL_DASH = "*final-";

  /** Numbers without leading zeros; words with a {@code *} before, so that they come first. */
  private final List<String> parts = new ArrayList<>();

  LegacyPythonVersion(String version) {
    String text = version.toLowerCase(Locale.ROOT);
    int at = 0;
    while (at < text.length()) {
      int start = at;
      char c = text.charAt(at);
      if (Chars.isDigit(c)) {
        at = Chars.skipDigits(text, at, text.length());
        parts.add(text.substring(Chars.skipZeros(text, start, at), at));
        continue;
      }
      if (Chars.isLower(c)) {
        at = Chars.skipLetters(text, at, text.length());
      } else if (c == '.' || c == '-') {
        at++;
      } else {
        while (at < text.length() && !isPartStart(text.charAt(at))) {
          at++;
        }
      }
      if (c != '.') {
        addWord(text.substring(start, at));
      }
    }
    addWord("final");
  }

  private static boolean isPartStart(char c) {
    return Chars.isAlphanumeric(c) || c == '.' || c == '-';
  }

  private void addWord(String word) {
    String part =
        switch (word) {
          case "pre", "preview", "rc" -> "*c";
          case "-" -> FINAL_DASH;
          case "dev" -> "*@";
          default -> "*" + word;
        };
    if (part.compareTo(FINAL) < 0) {
      dropLast(FINAL_DASH);
    }
    dropLast("");
    parts.add(part);
  }

  private void dropLast(String unwanted) {
    while (!parts.isEmpty() && parts.getLast().equals(unwanted)) {
      parts.removeLast();
    }
  }

  int compareTo(LegacyPythonVersion other) {
    int common = Math.min(parts.size(), other.parts.size());
    for (int i = 0; i < common; i++) {
      int order = comparePart(parts.get(i), other.parts.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(parts.size(), other.parts.size());
  }

  private static int comparePart(String a, String b) {
    boolean aWord = a.startsWith("*");
    boolean bWord = b.startsWith("*");
    if (aWord || bWord) {
      return aWord && bWord ? a.compareTo(b) : Boolean.compare(bWord, aWord);
    }
    return Chars.compareNumbers(a, 0, a.length(), b, 0, b.length());
  }
}
