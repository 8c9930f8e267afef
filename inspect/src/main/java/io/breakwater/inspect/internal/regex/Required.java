package io.breakwater.inspect.internal.regex;

/**
 * A text that stands in matches of an expression.
 *
 * @param text one character for each byte, small letters for both cases
 * @param least how many bytes of the match are before it at least
 * @param most how many at most; -1 when there is no end
 */
public record Required(String text, int least, int most) {
  /**
   * The part of a text that is least common in files.
   *
   * @param least how many bytes are before the text at least
   * @param most how many at most; -1 when there is no end
   * @param longest how long the part is at most
   */
  public static Required in(String text, int least, int most, int longest) {
    var best = new Required("", least, most);
    int bestWorth = 0;
    for (int at = 0; at == 0 || at + longest <= text.length(); at++) {
      String slice = text.substring(at, Math.min(text.length(), at + longest));
      int worth = worth(slice);
      if (worth <= bestWorth) continue;
      bestWorth = worth;
      best = new Required(slice, least + at, most < 0 ? -1 : most + at);
    }
    return best;
  }

  /** How seldom it is in files that have nothing to do with it; 0 for what is in most. */
  public int worth() {
    return worth(text);
  }

  private static int worth(String text) {
    int worth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean again = text.indexOf(c) < i;
      boolean common = c == 0 || c == 0xff || c == ' ';
      worth += common ? (again ? 0 : 1) : again ? 2 : 4;
    }
    return worth < 7 ? 0 : worth;
  }
}
