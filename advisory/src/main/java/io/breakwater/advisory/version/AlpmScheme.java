package io.breakwater.advisory.version;

/**
 * Arch Linux's {@code [epoch:]version[-release]}, as pacman's vercmp orders it: like RPM's, but a
 * word at the end is a pre-release ({@code 1.0rc < 1.0}), separators count by their number, and a
 * release counts only where both have one.
 */
final class AlpmScheme implements VersionScheme {

  @Override
  public String name() {
    return "alpm";
  }

  @Override
  public boolean isValid(String version) {
    int start = versionStart(version);
    int dash = version.lastIndexOf('-');
    int end = dash < start ? version.length() : dash;
    for (int i = start; i < version.length(); i++) {
      char c = version.charAt(i);
      boolean forbidden = i < end ? c == ':' || c == '/' || c == '-' : i > end && !isRelease(c);
      if (forbidden || c <= ' ' || c == '\u007f') {
        return false;
      }
    }
    return end > start && end + 1 != version.length();
  }

  private static boolean isRelease(char c) {
    return Chars.isDigit(c) || c == '.';
  }

  @Override
  public int compare(String a, String b) {
    require(a);
    require(b);
    int aStart = versionStart(a);
    int bStart = versionStart(b);
    int order = Chars.compareNumbers(a, 0, Math.max(aStart - 1, 0), b, 0, Math.max(bStart - 1, 0));
    int aDash = a.lastIndexOf('-');
    int bDash = b.lastIndexOf('-');
    int aEnd = aDash < aStart ? a.length() : aDash;
    int bEnd = bDash < bStart ? b.length() : bDash;
    if (order == 0) {
      order = comparePart(a, aStart, aEnd, b, bStart, bEnd);
    }
    if (order == 0 && aEnd < a.length() && bEnd < b.length()) {
      order = comparePart(a, aEnd + 1, a.length(), b, bEnd + 1, b.length());
    }
    return order;
  }

  private static int comparePart(String a, int aStart, int aEnd, String b, int bStart, int bEnd) {
    int i = aStart;
    int j = bStart;
    while (i < aEnd && j < bEnd) {
      int iSegment = skipSeparators(a, i, aEnd);
      int jSegment = skipSeparators(b, j, bEnd);
      int separators = Integer.compare(iSegment - i, jSegment - j);
      i = iSegment;
      j = jSegment;
      if (i == aEnd || j == bEnd) {
        break;
      }
      if (separators != 0) {
        return separators;
      }
      boolean number = Chars.isDigit(a.charAt(i));
      if (number != Chars.isDigit(b.charAt(j))) {
        return number ? 1 : -1;
      }
      int iEnd = number ? Chars.skipDigits(a, i, aEnd) : Chars.skipLetters(a, i, aEnd);
      int jEnd = number ? Chars.skipDigits(b, j, bEnd) : Chars.skipLetters(b, j, bEnd);
      int order =
          number
              ? Chars.compareNumbers(a, i, iEnd, b, j, jEnd)
              : Chars.compareText(a, i, iEnd, b, j, jEnd);
      if (order != 0) {
        return order;
      }
      i = iEnd;
      j = jEnd;
    }
    if (i == aEnd && j == bEnd) {
      return 0;
    }
    boolean aWord = i < aEnd && Chars.isLetter(a.charAt(i));
    boolean bWord = j < bEnd && Chars.isLetter(b.charAt(j));
    return (i == aEnd && !bWord) || aWord ? -1 : 1;
  }

  private static int skipSeparators(String text, int from, int end) {
    int i = from;
    while (i < end && !Chars.isAlphanumeric(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The index after the epoch and its colon: digits alone, or nothing, before the first colon. */
  private static int versionStart(String version) {
    int digits = Chars.skipDigits(version, 0, version.length());
    return Chars.at(version, digits, version.length(), ':') ? digits + 1 : 0;
  }

  private void require(String version) {
    if (version.isEmpty()) {
      throw new InvalidVersionException(name(), version, "it is empty");
    }
  }
}
