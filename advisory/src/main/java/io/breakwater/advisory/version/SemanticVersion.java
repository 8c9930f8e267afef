package io.breakwater.advisory.version;

import org.jspecify.annotations.Nullable;

/**
 * A version shaped like SemVer, as positions in its text: numbers, then a pre-release, then build
 * metadata. Schemes differ in what they let pass, which the {@link Grammar} says, and in what they
 * compare.
 *
 * @param text the whole text
 * @param start where the numbers begin, after any prefix
 * @param numbers how many numbers there are
 * @param numbersEnd the index after the last number
 * @param preStart where the identifiers of the pre-release begin; equal to {@code preEnd} without
 * @param preEnd the index after them
 * @param buildStart where the identifiers of the build metadata begin; equal to {@code end} without
 * @param end the index after the version
 */
record SemanticVersion(
    String text,
    int start,
    int numbers,
    int numbersEnd,
    int preStart,
    int preEnd,
    int buildStart,
    int end) {

  /**
   * What a scheme lets pass.
   *
   * @param prefix whether one {@code v} or {@code V} may stand before
   * @param least how many numbers there must be
   * @param most how many numbers there may be
   * @param zeros whether numbers may have leading zeros
   * @param attached whether a pre-release may follow the numbers without a hyphen, or be a hyphen
   */
  record Grammar(boolean prefix, int least, int most, boolean zeros, boolean attached) {
    /** SemVer 2.0.0 and nothing else. */
    static final Grammar STRICT = new Grammar(false, 3, 3, false, false);

    /** Everything that still has a plain meaning. */
    static final Grammar LENIENT = new Grammar(true, 1, Integer.MAX_VALUE, true, true);
  }

  /** Reads the text, or answers null where the grammar does not let it pass. */
  static @Nullable SemanticVersion parse(String text, Grammar grammar) {
    return parse(text, 0, text.length(), grammar);
  }

  /** Reads a range of the text, or answers null where the grammar does not let it pass. */
  static @Nullable SemanticVersion parse(String text, int from, int end, Grammar grammar) {
    int start = from;
    if (grammar.prefix && (Chars.at(text, start, end, 'v') || Chars.at(text, start, end, 'V'))) {
      start++;
    }
    int numbers = 0;
    int at = start;
    while (true) {
      int next = Chars.skipDigits(text, at, end);
      if (next == at || (!grammar.zeros && next > at + 1 && text.charAt(at) == '0')) {
        return null;
      }
      at = next;
      numbers++;
      if (numbers == grammar.most
          || !Chars.at(text, at, end, '.')
          || !Chars.digitAt(text, at + 1, end)) {
        break;
      }
      at++;
    }
    if (numbers < grammar.least) {
      return null;
    }
    int numbersEnd = at;
    int preStart = preReleaseStart(text, numbersEnd, end, grammar);
    boolean pre = preStart >= 0;
    int preEnd = !pre ? numbersEnd : skipIdentifiers(text, preStart, end, grammar.zeros);
    if (preEnd < 0) {
      return null;
    }
    boolean build = Chars.at(text, preEnd, end, '+');
    int buildStart = build ? preEnd + 1 : end;
    int last = build ? skipIdentifiers(text, buildStart, end, true) : preEnd;
    return last == end
        ? new SemanticVersion(
            text, start, numbers, numbersEnd, pre ? preStart : preEnd, preEnd, buildStart, end)
        : null;
  }

  /** Where a pre-release begins, or -1 where there is none. */
  private static int preReleaseStart(String text, int at, int end, Grammar grammar) {
    if (Chars.at(text, at, end, '-')) {
      boolean named = at + 1 < end && isIdentifier(text.charAt(at + 1));
      return grammar.attached && !named ? at : at + 1;
    }
    if (!grammar.attached || at == end || text.charAt(at) == '+') {
      return -1;
    }
    return text.charAt(at) == '.' ? at + 1 : at;
  }

  /** The index after dotted identifiers, or -1 where one is empty or has a forbidden zero. */
  private static int skipIdentifiers(String text, int from, int end, boolean zeros) {
    int start = from;
    while (true) {
      boolean number = true;
      int at = start;
      while (at < end && isIdentifier(text.charAt(at))) {
        number &= Chars.isDigit(text.charAt(at++));
      }
      if (at == start || (!zeros && number && at > start + 1 && text.charAt(start) == '0')) {
        return -1;
      }
      if (!Chars.at(text, at, end, '.')) {
        return at;
      }
      start = at + 1;
    }
  }

  private static boolean isIdentifier(char c) {
    return Chars.isAlphanumeric(c) || c == '-';
  }

  boolean hasPreRelease() {
    return preStart < preEnd;
  }

  boolean hasBuild() {
    return buildStart < end;
  }

  /** SemVer's precedence: numbers, then pre-release; build metadata does not count. */
  int comparePrecedence(SemanticVersion other) {
    int order = compareNumbers(other);
    return order != 0 ? order : comparePreRelease(other, false);
  }

  /** Compares the numbers alone, a missing one being zero. */
  int compareNumbers(SemanticVersion other) {
    int i = start;
    int j = other.start;
    while (i < numbersEnd || j < other.numbersEnd) {
      int iEnd = Chars.skipDigits(text, i, numbersEnd);
      int jEnd = Chars.skipDigits(other.text, j, other.numbersEnd);
      int order = Chars.compareNumbers(text, i, iEnd, other.text, j, jEnd);
      if (order != 0) {
        return order;
      }
      i = Math.min(iEnd + 1, numbersEnd);
      j = Math.min(jEnd + 1, other.numbersEnd);
    }
    return 0;
  }

  /** Compares the pre-releases alone: none is newest, else identifier by identifier. */
  int comparePreRelease(SemanticVersion other, boolean ignoringCase) {
    if (!hasPreRelease() || !other.hasPreRelease()) {
      return Boolean.compare(other.hasPreRelease(), hasPreRelease());
    }
    return compareIdentifiers(
        text, preStart, preEnd, other.text, other.preStart, other.preEnd, ignoringCase);
  }

  /** Compares the build metadata alone: none is oldest, else identifier by identifier. */
  int compareBuild(SemanticVersion other) {
    return compareIdentifiers(
        text, buildStart, end, other.text, other.buildStart, other.end, false);
  }

  /** Numbers before words, numbers by value, words by character, fewer identifiers first. */
  private static int compareIdentifiers(
      String a, int aStart, int aEnd, String b, int bStart, int bEnd, boolean ignoringCase) {
    int i = aStart;
    int j = bStart;
    while (i < aEnd && j < bEnd) {
      int iEnd = identifierEnd(a, i, aEnd);
      int jEnd = identifierEnd(b, j, bEnd);
      boolean aNumber = Chars.skipDigits(a, i, iEnd) == iEnd;
      boolean bNumber = Chars.skipDigits(b, j, jEnd) == jEnd;
      int order;
      if (aNumber && bNumber) {
        order = Chars.compareNumbers(a, i, iEnd, b, j, jEnd);
      } else if (aNumber != bNumber) {
        order = aNumber ? -1 : 1;
      } else if (ignoringCase) {
        order = Chars.compareIgnoringCase(a, i, iEnd, b, j, jEnd);
      } else {
        order = Chars.compareText(a, i, iEnd, b, j, jEnd);
      }
      if (order != 0) {
        return order;
      }
      i = iEnd + 1;
      j = jEnd + 1;
    }
    return Boolean.compare(i < aEnd, j < bEnd);
  }

  private static int identifierEnd(String text, int from, int end) {
    int i = from;
    while (i < end && text.charAt(i) != '.') {
      i++;
    }
    return i;
  }
}
