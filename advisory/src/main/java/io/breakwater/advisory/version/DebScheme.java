package io.breakwater.advisory.version;

import org.jspecify.annotations.Nullable;

/**
 * Debian's {@code [epoch:]upstream[-revision]}, as {@code dpkg --compare-versions} orders it. What
 * dpkg only warns about (a version that begins with a letter, an unusual character) is compared, as
 * dpkg does; what it refuses (an empty part, a space inside, an epoch that is no number) is
 * invalid.
 */
final class DebScheme implements VersionScheme {
  /** dpkg keeps the epoch in a C int. */
  private static final String MAX_EPOCH = "2147483647";

  @Override
  public String name() {
    return "deb";
  }

  @Override
  public boolean isValid(String version) {
    return flaw(version) == null && hasOnlyGoodCharacters(version);
  }

  @Override
  public int compare(String a, String b) {
    require(a);
    require(b);
    int aStart = Chars.trimStart(a);
    int bStart = Chars.trimStart(b);
    int aEnd = Chars.trimEnd(a, aStart);
    int bEnd = Chars.trimEnd(b, bStart);
    int aColon = Math.max(a.indexOf(':'), aStart);
    int bColon = Math.max(b.indexOf(':'), bStart);
    int epochs = Chars.compareNumbers(a, aStart, aColon, b, bStart, bColon);
    if (epochs != 0) {
      return epochs;
    }
    int aUpstream = Chars.at(a, aColon, aEnd, ':') ? aColon + 1 : aStart;
    int bUpstream = Chars.at(b, bColon, bEnd, ':') ? bColon + 1 : bStart;
    int aDash = a.lastIndexOf('-');
    int bDash = b.lastIndexOf('-');
    int aRevision = aDash < 0 ? aEnd : aDash;
    int bRevision = bDash < 0 ? bEnd : bDash;
    int upstreams = comparePart(a, aUpstream, aRevision, b, bUpstream, bRevision);
    return upstreams != 0
        ? upstreams
        : comparePart(
            a, Math.min(aRevision + 1, aEnd), aEnd, b, Math.min(bRevision + 1, bEnd), bEnd);
  }

  /** Runs of non-digits, by {@link #weight}, and runs of digits, as numbers, in turn. */
  private static int comparePart(String a, int aStart, int aEnd, String b, int bStart, int bEnd) {
    int i = aStart;
    int j = bStart;
    while (i < aEnd || j < bEnd) {
      while ((i < aEnd && !Chars.isDigit(a.charAt(i)))
          || (j < bEnd && !Chars.isDigit(b.charAt(j)))) {
        int order = Integer.compare(weight(a, i++, aEnd), weight(b, j++, bEnd));
        if (order != 0) {
          return order;
        }
      }
      int iEnd = Chars.skipDigits(a, i, aEnd);
      int jEnd = Chars.skipDigits(b, j, bEnd);
      int order = Chars.compareNumbers(a, i, iEnd, b, j, jEnd);
      if (order != 0) {
        return order;
      }
      i = iEnd;
      j = jEnd;
    }
    return 0;
  }

  /** A tilde comes before the end, the end before letters, letters before all else. */
  private static int weight(String text, int at, int end) {
    if (at >= end) {
      return 0;
    }
    char c = text.charAt(at);
    if (Chars.isDigit(c)) {
      return 0;
    }
    if (c == '~') {
      return -1;
    }
    return Chars.isLetter(c) ? c : c + 256;
  }

  private void require(String version) {
    String flaw = flaw(version);
    if (flaw != null) {
      throw new InvalidVersionException(name(), version, flaw);
    }
  }

  private static @Nullable String flaw(String version) {
    int start = Chars.trimStart(version);
    int end = Chars.trimEnd(version, start);
    if (start == end) {
      return "it is empty";
    }
    for (int i = start; i < end; i++) {
      if (Chars.isSpace(version.charAt(i))) {
        return "it has a space inside";
      }
    }
    int colon = version.indexOf(':');
    if (colon >= 0) {
      if (colon == start || Chars.skipDigits(version, start, colon) != colon) {
        return "its epoch is not a number";
      }
      if (Chars.compareNumbers(version, start, colon, MAX_EPOCH, 0, MAX_EPOCH.length()) > 0) {
        return "its epoch is too large";
      }
      if (colon + 1 == end) {
        return "nothing follows its epoch";
      }
    }
    int dash = version.lastIndexOf('-');
    if (dash == end - 1) {
      return "its revision is empty";
    }
    return dash >= 0 && dash == Math.max(colon + 1, start) ? "its upstream version is empty" : null;
  }

  private static boolean hasOnlyGoodCharacters(String version) {
    int start = Chars.trimStart(version);
    int end = Chars.trimEnd(version, start);
    int colon = version.indexOf(':');
    int dash = version.lastIndexOf('-');
    int upstream = colon < 0 ? start : colon + 1;
    for (int i = upstream; i < end; i++) {
      char c = version.charAt(i);
      boolean good =
          Chars.isAlphanumeric(c)
              || c == '.'
              || c == '+'
              || c == '~'
              || (c == '-' && i <= dash)
              || (c == ':' && (dash < 0 || i < dash));
      if (!good) {
        return false;
      }
    }
    return Chars.digitAt(version, upstream, end);
  }
}
