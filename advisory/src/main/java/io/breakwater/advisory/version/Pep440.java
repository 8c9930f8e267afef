package io.breakwater.advisory.version;

import org.jspecify.annotations.Nullable;

/**
 * A version of PEP 440, as positions in its text: {@code
 * [epoch!]release[pre][.postN][.devN][+local]} in any of the spellings that the PEP normalises. An
 * absent number is an empty range and means zero.
 */
final class Pep440 {
  /** Ranks of the pre-release; one with only a development release is older than any. */
  private static final int DEV_ONLY = -1;

  private static final int ALPHA = 0;
  private static final int BETA = 1;
  private static final int CANDIDATE = 2;
  private static final int NO_PRE = 3;

  private static final String[] PRE_WORDS = {
    "alpha", "a", "beta", "b", "preview", "pre", "c", "rc"
  };
  private static final int[] PRE_RANKS = {
    ALPHA, ALPHA, BETA, BETA, CANDIDATE, CANDIDATE, CANDIDATE, CANDIDATE
  };
  private static final String[] POST_WORDS = {"post", "rev", "r"};
  private static final String[] DEV_WORDS = {"dev"};

  private final String text;
  private int at;
  private final int end;

  private int epochStart;
  private int epochEnd;
  private int releaseStart;
  private int releaseEnd;

  private int pre = NO_PRE;
  private int preStart;
  private int preEnd;
  private boolean hasPost;
  private int postStart;
  private int postEnd;
  private boolean hasDev;
  private int devStart;
  private int devEnd;
  private int localStart;

  /** Which of the words {@link #word} found. */
  private int found;

  private Pep440(String text, int start, int end) {
    this.text = text;
    this.at = start;
    this.end = end;
    this.localStart = end;
  }

  /** Reads a version, or answers null where PEP 440 refuses it. */
  static @Nullable Pep440 parse(String text) {
    int start = Chars.trimStart(text);
    var version = new Pep440(text, start, Chars.trimEnd(text, start));
    return version.read() ? version : null;
  }

  boolean isPreRelease() {
    return pre < NO_PRE || hasDev;
  }

  boolean hasLocal() {
    return localStart < end;
  }

  /** Whether there is nothing but an epoch and numbers. */
  boolean isRelease() {
    return releaseEnd == end;
  }

  boolean hasTwoNumbers() {
    return Chars.skipDigits(text, releaseStart, releaseEnd) < releaseEnd;
  }

  /** Whether this is a post-release of the other, which is none and no development release. */
  boolean isPostReleaseOf(Pep440 other) {
    return hasPost
        && !other.hasPost
        && !other.hasDev
        && pre == other.pre
        && compareEpochs(other) == 0
        && compareReleases(other) == 0
        && Chars.compareNumbers(text, preStart, preEnd, other.text, other.preStart, other.preEnd)
            == 0;
  }

  /** Whether the epoch and numbers begin as the other's, but for as many at its end as given. */
  boolean hasPrefix(Pep440 prefix, int without) {
    int prefixEnd = prefix.releaseEnd;
    for (int i = 0; i < without; i++) {
      prefixEnd = prefix.text.lastIndexOf('.', prefixEnd - 1);
    }
    if (compareEpochs(prefix) != 0) {
      return false;
    }
    int i = releaseStart;
    int j = prefix.releaseStart;
    while (j < prefixEnd) {
      int iEnd = Chars.skipDigits(text, i, releaseEnd);
      int jEnd = Chars.skipDigits(prefix.text, j, prefixEnd);
      if (Chars.compareNumbers(text, i, iEnd, prefix.text, j, jEnd) != 0) {
        return false;
      }
      i = Math.min(iEnd + 1, releaseEnd);
      j = jEnd + 1;
    }
    return true;
  }

  private int compareEpochs(Pep440 other) {
    return Chars.compareNumbers(
        text, epochStart, epochEnd, other.text, other.epochStart, other.epochEnd);
  }

  int compareTo(Pep440 other) {
    int order = compareWithoutLocal(other);
    return order != 0
        ? order
        : compareLocals(text, localStart, end, other.text, other.localStart, other.end);
  }

  private boolean read() {
    if (at < end && Chars.toLower(text.charAt(at)) == 'v') {
      at++;
    }
    int number = Chars.skipDigits(text, at, end);
    if (Chars.at(text, number, end, '!')) {
      if (number == at) {
        return false;
      }
      epochStart = at;
      epochEnd = number;
      at = number + 1;
    }
    return release() && preRelease() && postRelease() && developmentRelease() && local();
  }

  private boolean release() {
    releaseStart = at;
    at = Chars.skipDigits(text, at, end);
    if (at == releaseStart) {
      return false;
    }
    while (Chars.at(text, at, end, '.') && Chars.digitAt(text, at + 1, end)) {
      at = Chars.skipDigits(text, at + 1, end);
    }
    releaseEnd = at;
    return true;
  }

  private boolean preRelease() {
    if (word(PRE_WORDS)) {
      pre = PRE_RANKS[found];
      preStart = at;
      preEnd = at = Chars.skipDigits(text, at, end);
    }
    return true;
  }

  private boolean postRelease() {
    boolean bare = Chars.at(text, at, end, '-') && Chars.digitAt(text, at + 1, end);
    if (bare) {
      at++;
    }
    if (bare || word(POST_WORDS)) {
      hasPost = true;
      postStart = at;
      postEnd = at = Chars.skipDigits(text, at, end);
    }
    return true;
  }

  private boolean developmentRelease() {
    if (word(DEV_WORDS)) {
      hasDev = true;
      devStart = at;
      devEnd = at = Chars.skipDigits(text, at, end);
      if (pre == NO_PRE && !hasPost) {
        pre = DEV_ONLY;
      }
    }
    return true;
  }

  /** Passes one of the words with the separators around it, in any case, the longest first. */
  private boolean word(String[] words) {
    int start = at < end && isSeparator(text.charAt(at)) ? at + 1 : at;
    for (int i = 0; i < words.length; i++) {
      int after = start + words[i].length();
      if (after <= end
          && text.regionMatches(true, start, words[i], 0, words[i].length())
          && isAscii(start, after)) {
        found = i;
        at = after < end && isSeparator(text.charAt(after)) ? after + 1 : after;
        return true;
      }
    }
    return false;
  }

  private boolean isAscii(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) > '\u007f') {
        return false;
      }
    }
    return true;
  }

  private boolean local() {
    if (at == end) {
      return true;
    }
    if (text.charAt(at) != '+') {
      return false;
    }
    localStart = at + 1;
    boolean inWord = false;
    for (at = localStart; at < end; at++) {
      boolean separator = isSeparator(text.charAt(at));
      if (separator ? !inWord : !Chars.isAlphanumeric(text.charAt(at))) {
        return false;
      }
      inWord = !separator;
    }
    return inWord;
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == '-' || c == '_';
  }

  /** Compares all that may stand before the local label. */
  int compareWithoutLocal(Pep440 other) {
    int order = compareEpochs(other);
    if (order == 0) {
      order = compareReleases(other);
    }
    if (order == 0) {
      order = Integer.compare(pre, other.pre);
    }
    if (order == 0) {
      order =
          Chars.compareNumbers(text, preStart, preEnd, other.text, other.preStart, other.preEnd);
    }
    if (order == 0) {
      order = Boolean.compare(hasPost, other.hasPost);
    }
    if (order == 0) {
      order =
          Chars.compareNumbers(
              text, postStart, postEnd, other.text, other.postStart, other.postEnd);
    }
    if (order == 0) {
      order = Boolean.compare(other.hasDev, hasDev);
    }
    if (order == 0) {
      order =
          Chars.compareNumbers(text, devStart, devEnd, other.text, other.devStart, other.devEnd);
    }
    return order;
  }

  /** Compares the dotted numbers, a missing one being zero. */
  private int compareReleases(Pep440 other) {
    int i = releaseStart;
    int j = other.releaseStart;
    while (i < releaseEnd || j < other.releaseEnd) {
      int iEnd = Chars.skipDigits(text, i, releaseEnd);
      int jEnd = Chars.skipDigits(other.text, j, other.releaseEnd);
      int order = Chars.compareNumbers(text, i, iEnd, other.text, j, jEnd);
      if (order != 0) {
        return order;
      }
      i = Math.min(iEnd + 1, releaseEnd);
      j = Math.min(jEnd + 1, other.releaseEnd);
    }
    return 0;
  }

  /** Segment by segment, numbers after words; none is oldest. */
  private static int compareLocals(String a, int aStart, int aEnd, String b, int bStart, int bEnd) {
    int i = aStart;
    int j = bStart;
    while (i < aEnd && j < bEnd) {
      int iEnd = segmentEnd(a, i, aEnd);
      int jEnd = segmentEnd(b, j, bEnd);
      boolean aNumber = Chars.skipDigits(a, i, iEnd) == iEnd;
      boolean bNumber = Chars.skipDigits(b, j, jEnd) == jEnd;
      int order =
          aNumber && bNumber
              ? Chars.compareNumbers(a, i, iEnd, b, j, jEnd)
              : Boolean.compare(aNumber, bNumber);
      if (order == 0 && !aNumber) {
        order = Chars.compareIgnoringCase(a, i, iEnd, b, j, jEnd);
      }
      if (order != 0) {
        return order;
      }
      i = iEnd + 1;
      j = jEnd + 1;
    }
    return Boolean.compare(i < aEnd, j < bEnd);
  }

  private static int segmentEnd(String text, int from, int end) {
    int i = from;
    while (i < end && !isSeparator(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
