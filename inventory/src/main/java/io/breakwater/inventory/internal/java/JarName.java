package io.breakwater.inventory.internal.java;

import java.util.Locale;
import java.util.Set;

/**
 * What the file name of an archive says: {@code artifact-version[-classifier].ext}. Nothing marks
 * where the version begins, and {@code log4j-1.2-api-2.17.1} shows that the first number is not
 * always it.
 *
 * @param artifact never empty
 * @param version empty when the name has none
 */
record JarName(String artifact, String version) {
  /** Words that belong to a version; anything else behind it is a classifier. */
  private static final Set<String> QUALIFIERS =
      Set.of(
          "alpha",
          "beta",
          "a",
          "b",
          "m",
          "milestone",
          "rc",
          "cr",
          "snapshot",
          "final",
          "ga",
          "sp",
          "release",
          "rel",
          "jre",
          "android",
          "rev",
          "redhat",
          "jbossorg",
          "incubating",
          "pre",
          "preview",
          "dev",
          "ea",
          "build",
          "patch",
          "p",
          "r",
          "v",
          "atlassian",
          "hotfix",
          "public",
          "fuse",
          "stable",
          "post",
          "nightly",
          "cdh",
          "jboss",
          "lts",
          "brew",
          "eap");

  /** Guava's empty listenablefuture says so in its version. */
  private static final String EMPTY = "9999.0-empty";

  /** Longer names are not taken apart. */
  private static final int LONGEST = 300;

  /** Takes a file name apart; its extension is dropped. */
  static JarName of(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
    if (stem.length() > LONGEST) return new JarName(stem, "");
    for (int at = nextNumber(stem, 0, '-'); at > 0; at = nextNumber(stem, at + 1, '-')) {
      if (!anotherVersionFollows(stem, at + 1)) {
        return new JarName(stem.substring(0, at), version(stem, at + 1));
      }
    }
    // OSGi writes name_1.2.3.qualifier.
    for (int at = nextNumber(stem, 0, '_'); at > 0; at = nextNumber(stem, at + 1, '_')) {
      if (isDottedNumber(stem, at + 1)) {
        return new JarName(stem.substring(0, at), stem.substring(at + 1));
      }
    }
    return new JarName(stem.isEmpty() ? fileName : stem, "");
  }

  /**
   * The next separator at or behind a place that a number follows, perhaps with a v or r before.
   */
  private static int nextNumber(String stem, int from, char separator) {
    for (int i = Math.max(from, 1); i + 1 < stem.length(); i++) {
      if (stem.charAt(i) != separator) continue;
      char c = stem.charAt(i + 1);
      if (isDigit(c)) return i;
      boolean marked = c == 'v' || c == 'r' || c == 'V';
      if (marked && i + 2 < stem.length() && isDigit(stem.charAt(i + 2))) return i;
    }
    return -1;
  }

  private static boolean anotherVersionFollows(String stem, int from) {
    boolean word = false;
    for (int at = stem.indexOf('-', from); at > 0; at = stem.indexOf('-', at + 1)) {
      if (at + 1 == stem.length()) return false;
      if (isDigit(stem.charAt(at + 1))) {
        if (word && isDottedNumber(stem, at + 1)) return true;
      } else if (!isQualifier(token(stem, at + 1))) {
        word = true;
      }
    }
    return false;
  }

  /** Whether digits, a point and a digit stand here. */
  private static boolean isDottedNumber(String stem, int at) {
    int i = at;
    while (i < stem.length() && isDigit(stem.charAt(i))) i++;
    return i > at && i + 1 < stem.length() && stem.charAt(i) == '.' && isDigit(stem.charAt(i + 1));
  }

  private static String version(String stem, int start) {
    if (stem.startsWith(EMPTY, start)) return stem.substring(start);
    int end = start + token(stem, start).length();
    boolean qualified = false;
    while (end < stem.length()) {
      String token = token(stem, end + 1);
      boolean number = !token.isEmpty() && isDigit(token.charAt(0));
      boolean qualifier = isQualifier(token);
      // A number of its own is a build: 1.0-2, 1.0-beta-2, 1.0-20200101.123456-1.
      if (!qualifier && !(number && (qualified || isBuild(token)))) break;
      qualified = true;
      end += 1 + token.length();
    }
    return stem.substring(start, end);
  }

  private static boolean isBuild(String token) {
    for (int i = 0; i < token.length(); i++) {
      if (!isDigit(token.charAt(i)) && token.charAt(i) != '.') return false;
    }
    return true;
  }

  private static boolean isQualifier(String token) {
    int letters = 0;
    while (letters < token.length() && isLetter(token.charAt(letters))) letters++;
    if (letters == 0) return false;
    for (int i = letters; i < token.length(); i++) {
      if (!isDigit(token.charAt(i)) && token.charAt(i) != '.') return false;
    }
    return QUALIFIERS.contains(token.substring(0, letters).toLowerCase(Locale.ROOT));
  }

  private static String token(String stem, int start) {
    if (start >= stem.length()) return "";
    int end = stem.indexOf('-', start);
    return stem.substring(start, end < 0 ? stem.length() : end);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
