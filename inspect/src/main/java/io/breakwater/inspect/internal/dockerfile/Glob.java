package io.breakwater.inspect.internal.dockerfile;

/** Patterns with {@code *} and {@code ?}, on short texts; no step is tried twice. */
final class Glob {
  private static final int MAX = 512;

  private Glob() {}

  /** Whether a whole text matches a pattern. */
  static boolean matches(String text, String pattern) {
    int t = 0;
    int p = 0;
    int star = -1;
    int mark = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        mark = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++mark;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') p++;
    return p == pattern.length();
  }

  /** The length of the shortest or longest beginning that matches; 0 when none does. */
  static int prefix(String text, String pattern, boolean longest) {
    if (text.length() > MAX || pattern.length() > MAX) return 0;
    for (int i = 0; i <= text.length(); i++) {
      int length = longest ? text.length() - i : i;
      if (matches(text.substring(0, length), pattern)) return length;
    }
    return 0;
  }

  /** Where the shortest or longest ending that matches begins; the length when none does. */
  static int suffix(String text, String pattern, boolean longest) {
    if (text.length() > MAX || pattern.length() > MAX) return text.length();
    for (int i = 0; i <= text.length(); i++) {
      int start = longest ? i : text.length() - i;
      if (matches(text.substring(start), pattern)) return start;
    }
    return text.length();
  }

  /** The text with the first match, or with all, replaced. */
  static String replace(String text, String pattern, String by, boolean all) {
    if (pattern.isEmpty() || text.length() > MAX || pattern.length() > MAX) return text;
    if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0) {
      if (all) return text.replace(pattern, by);
      int at = text.indexOf(pattern);
      return at < 0 ? text : text.substring(0, at) + by + text.substring(at + pattern.length());
    }
    var out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int length = prefix(text.substring(at), pattern, true);
      if (length == 0) {
        out.append(text.charAt(at++));
        continue;
      }
      out.append(by);
      at += length;
      if (!all) break;
    }
    return out.append(text, at, text.length()).toString();
  }
}
