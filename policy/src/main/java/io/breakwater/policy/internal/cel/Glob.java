package io.breakwater.policy.internal.cel;

/**
 * Patterns of names and paths: {@code *} stands for anything but a slash, {@code **} for anything,
 * {@code ?} for one character but a slash. Bounded in time: at most the product of both lengths.
 */
public final class Glob {
  private Glob() {}

  /** Whether the whole text is like the pattern. */
  public static boolean matches(String text, String pattern) {
    if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0) return text.equals(pattern);
    boolean[] now = new boolean[text.length() + 1];
    now[0] = true;
    for (int p = 0; p < pattern.length(); p++) {
      char c = pattern.charAt(p);
      boolean[] next = new boolean[text.length() + 1];
      if (c == '*') {
        boolean any = p + 1 < pattern.length() && pattern.charAt(p + 1) == '*';
        if (any) p++;
        boolean open = false;
        for (int t = 0; t <= text.length(); t++) {
          boolean stops = t > 0 && !any && text.charAt(t - 1) == '/';
          open = now[t] || (open && !stops);
          next[t] = open;
        }
      } else {
        for (int t = 0; t < text.length(); t++) {
          boolean same = c == '?' ? text.charAt(t) != '/' : text.charAt(t) == c;
          next[t + 1] = now[t] && same;
        }
      }
      now = next;
    }
    return now[text.length()];
  }
}
