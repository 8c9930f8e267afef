package io.breakwater.inspect.internal.licence;

import java.util.Arrays;
import java.util.Locale;

/**
 * A text as the hashes of every three words in a row, letter case, punctuation, comment marks and
 * copyright lines aside. Texts that differ in a few words share most of them.
 */
public final class Shingles {
  private static final int MOST_WORDS = 60_000;

  private Shingles() {}

  /** The hashes, sorted, each once. */
  public static int[] of(String text) {
    int[] shingles = new int[1_024];
    int count = 0;
    int words = 0;
    int before = 0;
    int last = 0;
    for (String line : text.split("\n", -1)) {
      if (isCopyright(line)) continue;
      int hash = 0;
      for (int i = 0; i <= line.length(); i++) {
        char c = i < line.length() ? Character.toLowerCase(line.charAt(i)) : ' ';
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
          hash = 31 * hash + c;
          continue;
        }
        if (hash == 0) continue;
        if (words++ >= 2) {
          if (count == shingles.length) shingles = Arrays.copyOf(shingles, count * 2);
          shingles[count++] = mixed(before, last, hash);
        }
        if (words > MOST_WORDS) return sorted(shingles, count);
        before = last;
        last = hash;
        hash = 0;
      }
    }
    return sorted(shingles, count);
  }

  private static boolean isCopyright(String line) {
    String bare = line.strip().toLowerCase(Locale.ROOT);
    int start = 0;
    while (start < bare.length() && "*#/;- ".indexOf(bare.charAt(start)) >= 0) start++;
    return bare.startsWith("copyright (c)", start)
        || bare.startsWith("copyright ©", start)
        || bare.startsWith("copyright <", start)
        || bare.startsWith("(c) ", start)
        || bare.startsWith("all rights reserved", start)
        || (bare.startsWith("copyright ", start) && hasDigit(bare));
  }

  private static boolean hasDigit(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) >= '0' && line.charAt(i) <= '9') return true;
    }
    return false;
  }

  private static int mixed(int a, int b, int c) {
    long h = (a * 0x9E3779B97F4A7C15L + b) * 0xBF58476D1CE4E5B9L + c;
    h ^= h >>> 29;
    h *= 0x94D049BB133111EBL;
    return (int) (h >>> 32);
  }

  private static int[] sorted(int[] shingles, int count) {
    int[] sorted = Arrays.copyOf(shingles, count);
    Arrays.sort(sorted);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) sorted[kept++] = sorted[i];
    }
    return Arrays.copyOf(sorted, kept);
  }
}
