package io.breakwater.inspect.internal.secret;

import java.util.Locale;

/** What kind of text something is: how random, how wordy, of which characters. */
final class Shape {
  /** The pairs of letters that English and names in programs are mostly made of. */
  private static final String PAIRS =
      "thheinerreanaternonestndtoitngisorentiedalarteseofhaveouasleverasisemearaicoroindeliriosic"
          + "racelitaomdiurunliecamecosinacchilotstrsepeesprololauludsecohemaotetwetamowaiotisowbefo"
          + "maprelpabounndetacktoissatkeprsupubuypogeaddakikefftyullovrtumilacmprvicontfi";

  private static final boolean[] COMMON = new boolean[26 * 26];

  static {
    for (int i = 0; i + 1 < PAIRS.length(); i += 2) {
      COMMON[(PAIRS.charAt(i) - 'a') * 26 + PAIRS.charAt(i + 1) - 'a'] = true;
    }
    for (String word :
        "password secret token access client account service config default production staging "
            .concat("database admin server example value change update manager provider handler ")
            .concat("request response session user login public private string number object ")
            .concat("credential authentication authorization internal external customer payment ")
            .concat("kubernetes docker registry application environment variable parameter")
            .split(" ", -1)) {
      for (int i = 0; i + 1 < word.length(); i++) {
        COMMON[(word.charAt(i) - 'a') * 26 + word.charAt(i + 1) - 'a'] = true;
      }
    }
  }

  private Shape() {}

  /** Shannon's entropy in bits per character. */
  static double entropy(String text) {
    int[] counts = new int[128];
    for (int i = 0; i < text.length(); i++) counts[Math.min(127, text.charAt(i))]++;
    double bits = 0;
    for (int count : counts) {
      if (count == 0) continue;
      double p = (double) count / text.length();
      bits -= p * Math.log(p) / Math.log(2);
    }
    return bits;
  }

  static boolean hasDigit(String text) {
    return text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  static boolean hasLetter(String text) {
    return text.chars().anyMatch(Shape::isLetter);
  }

  static boolean hasUpper(String text) {
    return text.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
  }

  static boolean hasLower(String text) {
    return text.chars().anyMatch(c -> c >= 'a' && c <= 'z');
  }

  static boolean isHex(String text) {
    return text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
  }

  static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** How many of lower case, upper case, digits and others are in it. */
  static int classes(String text) {
    int other = text.chars().anyMatch(c -> !isLetter(c) && (c < '0' || c > '9')) ? 1 : 0;
    return (hasDigit(text) ? 1 : 0) + (hasUpper(text) ? 1 : 0) + (hasLower(text) ? 1 : 0) + other;
  }

  /** How many different characters are in it. */
  static int different(String text) {
    return (int) text.chars().distinct().count();
  }

  /**
   * Which part of it reads like words: letters that follow each other as in English, in the case
   * that words have.
   */
  static double wordiness(String text) {
    int wordy = 0;
    for (int i = 0; i < text.length(); ) {
      int end = i;
      while (end < text.length() && isLetter(text.charAt(end))) {
        boolean hump =
            end > i
                && Character.isUpperCase(text.charAt(end))
                && Character.isLowerCase(text.charAt(end - 1));
        if (hump) break;
        end++;
      }
      if (end == i) {
        i++;
        continue;
      }
      if (end - i >= 3 && isWord(text.substring(i, end))) wordy += end - i;
      i = end;
    }
    return text.isEmpty() ? 0 : (double) wordy / text.length();
  }

  private static boolean isWord(String run) {
    String rest = run.substring(1);
    boolean oneCase =
        rest.equals(rest.toLowerCase(Locale.ROOT)) || run.equals(run.toUpperCase(Locale.ROOT));
    if (!oneCase) return false;
    String lower = run.toLowerCase(Locale.ROOT);
    int common = 0;
    for (int i = 0; i + 1 < lower.length(); i++) {
      if (COMMON[(lower.charAt(i) - 'a') * 26 + lower.charAt(i + 1) - 'a']) common++;
    }
    double part = (double) common / (lower.length() - 1);
    return lower.length() <= 4 ? part > 0.99 : part >= 0.62;
  }

  /** Whether it goes on as alphabets, counts and keyboards do: {@code abcdef0123456789}. */
  static boolean isSequence(String text) {
    int steps = 0;
    for (int i = 0; i + 1 < text.length(); i++) {
      int step = text.charAt(i + 1) - text.charAt(i);
      boolean wrap = text.charAt(i) == '9' && "0aA".indexOf(text.charAt(i + 1)) >= 0;
      boolean over = "fFzZ".indexOf(text.charAt(i)) >= 0 && "0A".indexOf(text.charAt(i + 1)) >= 0;
      if (step == 0 || step == 1 || step == -1 || wrap || over) steps++;
    }
    return text.length() > 3 && steps >= 0.66 * (text.length() - 1);
  }

  /** Whether a part of it comes again and again: {@code abc1abc1abc1}. */
  static boolean isRepeated(String text) {
    for (int period = 1; period <= text.length() / 2; period++) {
      int same = 0;
      for (int i = period; i < text.length(); i++) {
        if (text.charAt(i) == text.charAt(i - period)) same++;
      }
      if (same >= 0.9 * (text.length() - period) && text.length() >= 3 * period) return true;
    }
    return false;
  }
}
