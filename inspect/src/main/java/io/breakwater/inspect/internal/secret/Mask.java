package io.breakwater.inspect.internal.secret;

/** Secrets as reports show them. */
final class Mask {
  private static final String STARS = "********";

  private Mask() {}

  /**
   * A secret with only so much left that its owner knows which one it is.
   *
   * @param known how many characters in front say what kind it is, and are the same in all of it
   */
  static String of(String secret, int known) {
    int hidden = secret.length() - known;
    int tail = hidden >= 24 ? 4 : hidden >= 16 ? 2 : 0;
    int head = hidden >= 12 ? Math.min(known, 16) : 0;
    return clean(secret.substring(0, head))
        + STARS
        + clean(secret.substring(secret.length() - tail));
  }

  /** Without what would change the display. */
  static String clean(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c < ' ' || c >= 127 ? '.' : c);
    }
    return out.toString();
  }
}
