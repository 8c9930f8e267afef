package io.breakwater.advisory.version;

import org.jspecify.annotations.Nullable;

/**
 * Gentoo's versions, as the Package Manager Specification orders them: {@code
 * number{.number}{letter}{_suffix{number}}{-rN}}, where a number after the first that begins with a
 * zero is compared as a fraction.
 */
final class EbuildScheme implements VersionScheme {
  private static final String[] SUFFIXES = {"alpha", "beta", "pre", "rc", "p"};

  /** The place of having no suffix: after the pre-releases and before {@code _p}. */
  private static final int NO_SUFFIX = 4;

  @Override
  public String name() {
    return "ebuild";
  }

  @Override
  public boolean isValid(String version) {
    return parse(version) != null;
  }

  @Override
  public int compare(String a, String b) {
    var left = require(a);
    var right = require(b);
    int order = compareNumbers(left, right);
    if (order == 0) {
      order = Character.compare(left.letter(), right.letter());
    }
    if (order == 0) {
      order = compareSuffixes(left, right);
    }
    return order != 0
        ? order
        : Chars.compareNumbers(a, left.revision, a.length(), b, right.revision, b.length());
  }

  /** Where the parts of a version end and begin. */
  private record Parts(String text, int numbersEnd, int suffixes, int suffixesEnd, int revision) {
    char letter() {
      return suffixes > numbersEnd ? text.charAt(numbersEnd) : 0;
    }
  }

  private Parts require(String version) {
    var parts = parse(version);
    if (parts == null) {
      throw new InvalidVersionException(
          name(), version, "it is not numbers, a letter, suffixes and a revision");
    }
    return parts;
  }

  private static @Nullable Parts parse(String text) {
    int end = text.length();
    int at = Chars.skipDigits(text, 0, end);
    if (at == 0) {
      return null;
    }
    while (Chars.at(text, at, end, '.') && Chars.digitAt(text, at + 1, end)) {
      at = Chars.skipDigits(text, at + 1, end);
    }
    int numbersEnd = at;
    if (at < end && Chars.isLower(text.charAt(at))) {
      at++;
    }
    int suffixes = at;
    while (Chars.at(text, at, end, '_')) {
      int suffix = suffix(text, at);
      if (suffix == NO_SUFFIX) {
        return null;
      }
      at = Chars.skipDigits(text, Chars.skipLetters(text, at + 1, end), end);
    }
    int suffixesEnd = at;
    if (at == end) {
      return new Parts(text, numbersEnd, suffixes, suffixesEnd, end);
    }
    boolean revision =
        text.startsWith("-r", at) && at + 2 < end && Chars.skipDigits(text, at + 2, end) == end;
    return revision ? new Parts(text, numbersEnd, suffixes, suffixesEnd, at + 2) : null;
  }

  /** The place of the suffix that begins at {@code at}, or {@link #NO_SUFFIX}. */
  private static int suffix(String text, int at) {
    int end = Chars.skipLetters(text, Math.min(at + 1, text.length()), text.length());
    for (int i = 0; i < SUFFIXES.length; i++) {
      if (Chars.is(text, at + 1, end, SUFFIXES[i])) {
        return i < NO_SUFFIX ? i : NO_SUFFIX + 1;
      }
    }
    return NO_SUFFIX;
  }

  private static int compareNumbers(Parts a, Parts b) {
    int i = 0;
    int j = 0;
    while (i < a.numbersEnd && j < b.numbersEnd) {
      int iEnd = Chars.skipDigits(a.text, i, a.numbersEnd);
      int jEnd = Chars.skipDigits(b.text, j, b.numbersEnd);
      boolean fraction = i > 0 && (a.text.charAt(i) == '0' || b.text.charAt(j) == '0');
      int order =
          fraction
              ? Chars.compareText(
                  a.text,
                  i,
                  withoutZeros(a.text, i, iEnd),
                  b.text,
                  j,
                  withoutZeros(b.text, j, jEnd))
              : Chars.compareNumbers(a.text, i, iEnd, b.text, j, jEnd);
      if (order != 0) {
        return order;
      }
      i = iEnd + 1;
      j = jEnd + 1;
    }
    return Boolean.compare(i < a.numbersEnd, j < b.numbersEnd);
  }

  private static int withoutZeros(String text, int start, int end) {
    int i = end;
    while (i > start && text.charAt(i - 1) == '0') {
      i--;
    }
    return i;
  }

  private static int compareSuffixes(Parts a, Parts b) {
    int i = a.suffixes;
    int j = b.suffixes;
    while (i < a.suffixesEnd || j < b.suffixesEnd) {
      int iPlace = i < a.suffixesEnd ? suffix(a.text, i) : NO_SUFFIX;
      int jPlace = j < b.suffixesEnd ? suffix(b.text, j) : NO_SUFFIX;
      if (iPlace != jPlace) {
        return Integer.compare(iPlace, jPlace);
      }
      int iNumber = Chars.skipLetters(a.text, i + 1, a.suffixesEnd);
      int jNumber = Chars.skipLetters(b.text, j + 1, b.suffixesEnd);
      i = Chars.skipDigits(a.text, iNumber, a.suffixesEnd);
      j = Chars.skipDigits(b.text, jNumber, b.suffixesEnd);
      int order = Chars.compareNumbers(a.text, iNumber, i, b.text, jNumber, j);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
