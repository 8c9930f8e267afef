package io.breakwater.advisory.version;

/**
 * Conan's versions: dotted items, a pre-release after the first hyphen and a build after the last
 * plus sign, all three compared item by item, zeros at their ends not counting. An item is a number
 * and what follows it, so that {@code 1.1* < 1.20} and {@code 1.1 < 1.a}.
 */
final class ConanScheme implements VersionScheme {

  @Override
  public String name() {
    return "conan";
  }

  /** Conan's recipes allow lower-case words of up to 101 characters. */
  @Override
  public boolean isValid(String version) {
    for (int i = 0; i < version.length(); i++) {
      char c = version.charAt(i);
      boolean first = Chars.isDigit(c) || Chars.isLower(c) || c == '_';
      if (!first && (i == 0 || (c != '.' && c != '+' && c != '-'))) {
        return false;
      }
    }
    return !version.isEmpty() && version.length() <= 101;
  }

  @Override
  public int compare(String a, String b) {
    require(a);
    require(b);
    int aBuild = end(a.lastIndexOf('+'), a.length());
    int bBuild = end(b.lastIndexOf('+'), b.length());
    int aPre = end(a.indexOf('-'), aBuild);
    int bPre = end(b.indexOf('-'), bBuild);
    int order = compareItems(a, 0, aPre, b, 0, bPre);
    if (order == 0) {
      order =
          aPre == aBuild || bPre == bBuild
              ? Boolean.compare(aPre == aBuild, bPre == bBuild)
              : compareItems(a, aPre + 1, aBuild, b, bPre + 1, bBuild);
    }
    if (order == 0) {
      order =
          aBuild == a.length() || bBuild == b.length()
              ? Boolean.compare(aBuild < a.length(), bBuild < b.length())
              : compareItems(a, aBuild + 1, a.length(), b, bBuild + 1, b.length());
    }
    return order;
  }

  private void require(String version) {
    if (version.isEmpty()) {
      throw new InvalidVersionException(name(), version, "it is empty");
    }
  }

  private static int end(int mark, int otherwise) {
    return mark < 0 || mark > otherwise ? otherwise : mark;
  }

  private static int compareItems(String a, int aStart, int aEnd, String b, int bStart, int bEnd) {
    int i = aStart;
    int j = bStart;
    while (i <= aEnd && j <= bEnd) {
      int iEnd = itemEnd(a, i, aEnd);
      int jEnd = itemEnd(b, j, bEnd);
      int order = compareItem(a, i, iEnd, b, j, jEnd);
      if (order != 0) {
        return order;
      }
      i = iEnd + 1;
      j = jEnd + 1;
    }
    return Boolean.compare(hasMore(a, i, aEnd), hasMore(b, j, bEnd));
  }

  private static int compareItem(String a, int i, int iEnd, String b, int j, int jEnd) {
    int iWord = Chars.skipDigits(a, i, iEnd);
    int jWord = Chars.skipDigits(b, j, jEnd);
    int kinds = Boolean.compare(iWord == i, jWord == j);
    if (kinds != 0) {
      return kinds;
    }
    int numbers = Chars.compareNumbers(a, i, iWord, b, j, jWord);
    return numbers != 0 ? numbers : Chars.compareText(a, iWord, iEnd, b, jWord, jEnd);
  }

  /** Whether an item other than zero is left. */
  private static boolean hasMore(String text, int from, int end) {
    int i = from;
    while (i <= end) {
      int itemEnd = itemEnd(text, i, end);
      if (i == itemEnd || Chars.skipZeros(text, i, itemEnd) < itemEnd) {
        return true;
      }
      i = itemEnd + 1;
    }
    return false;
  }

  private static int itemEnd(String text, int from, int end) {
    int i = from;
    while (i < end && text.charAt(i) != '.') {
      i++;
    }
    return i;
  }
}
