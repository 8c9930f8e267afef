package io.breakwater.advisory.ignore;

/**
 * A pattern of paths or names: {@code *} stands for any characters but a slash, {@code **} for any,
 * {@code ?} for one. Time grows with the product of both lengths at most.
 */
final class Glob {
  private Glob() {}

  static boolean matches(String pattern, String text) {
    // reached[j]: the pattern so far matches the first j characters.
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean all = c == '*' && i + 1 < pattern.length() && pattern.charAt(i + 1) == '*';
      if (all) i++;
      if (c == '*') spread(reached, text, all);
      else step(reached, text, c);
    }
    return reached[text.length()];
  }

  private static void spread(boolean[] reached, String text, boolean all) {
    for (int j = 0; j < text.length(); j++) {
      if (reached[j] && (all || text.charAt(j) != '/')) reached[j + 1] = true;
    }
  }

  private static void step(boolean[] reached, String text, char c) {
    for (int j = text.length() - 1; j >= 0; j--) {
      boolean fits = c == '?' ? text.charAt(j) != '/' : c == text.charAt(j);
      reached[j + 1] = reached[j] && fits;
    }
    reached[0] = false;
  }
}
