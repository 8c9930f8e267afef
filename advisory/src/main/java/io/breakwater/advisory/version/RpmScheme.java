package io.breakwater.advisory.version;

/**
 * RPM's {@code [epoch:]version[-release]}, as {@code rpmvercmp} orders it, with {@code ~} (older
 * than the end) and {@code ^} (newer than the end, older than anything else). A missing epoch is
 * zero; a missing release is older than any. Like rpm, it compares every text but the empty one.
 */
final class RpmScheme implements VersionScheme {
  /** What can come next in a part, the oldest first. */
  private static final int TILDE = 0;

  private static final int END = 1;
  private static final int CARET = 2;
  private static final int SEGMENT = 3;

  @Override
  public String name() {
    return "rpm";
  }

  @Override
  public boolean isValid(String version) {
    int start = versionStart(version);
    int dash = version.lastIndexOf('-');
    int end = dash < start ? version.length() : dash;
    return isPart(version, start, end)
        && (end == version.length() || isPart(version, end + 1, version.length()));
  }

  @Override
  public int compare(String a, String b) {
    require(a);
    require(b);
    int aStart = versionStart(a);
    int bStart = versionStart(b);
    int epochs = Chars.compareNumbers(a, 0, Math.max(aStart - 1, 0), b, 0, Math.max(bStart - 1, 0));
    if (epochs != 0) {
      return epochs;
    }
    int aDash = a.lastIndexOf('-');
    int bDash = b.lastIndexOf('-');
    int aEnd = aDash < aStart ? a.length() : aDash;
    int bEnd = bDash < bStart ? b.length() : bDash;
    int versions = comparePart(a, aStart, aEnd, b, bStart, bEnd);
    if (versions != 0) {
      return versions;
    }
    if (aEnd == a.length() || bEnd == b.length()) {
      return Boolean.compare(aEnd < a.length(), bEnd < b.length());
    }
    return comparePart(a, aEnd + 1, a.length(), b, bEnd + 1, b.length());
  }

  /** The algorithm that rpm calls rpmvercmp, over two ranges. */
  static int comparePart(String a, int aStart, int aEnd, String b, int bStart, int bEnd) {
    int i = aStart;
    int j = bStart;
    while (true) {
      i = skipSeparators(a, i, aEnd);
      j = skipSeparators(b, j, bEnd);
      int aMark = mark(a, i, aEnd);
      int bMark = mark(b, j, bEnd);
      if (aMark != bMark) {
        return Integer.compare(aMark, bMark);
      }
      if (aMark == END) {
        return 0;
      }
      if (aMark != SEGMENT) {
        i++;
        j++;
        continue;
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
  }

  private static int mark(String text, int at, int end) {
    if (at >= end) {
      return END;
    }
    return switch (text.charAt(at)) {
      case '~' -> TILDE;
      case '^' -> CARET;
      default -> SEGMENT;
    };
  }

  private static int skipSeparators(String text, int from, int end) {
    int i = from;
    while (i < end) {
      char c = text.charAt(i);
      if (Chars.isAlphanumeric(c) || c == '~' || c == '^') {
        break;
      }
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

  /** What rpmbuild allows in a version or release. */
  private static boolean isPart(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!Chars.isAlphanumeric(c) && "._+%{}~^".indexOf(c) < 0) {
        return false;
      }
    }
    return start < end;
  }
}
