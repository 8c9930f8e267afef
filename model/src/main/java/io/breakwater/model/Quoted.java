package io.breakwater.model;

/**
 * Values of others as error messages show them: quoted, cut to a length that fits a line, harmless.
 */
final class Quoted {
  private static final int LONGEST = 100;

  private Quoted() {}

  /** The text in quotes; control characters show as {@code ?}, what is cut off as {@code ...}. */
  static String of(String text) {
    var shown = new StringBuilder(Math.min(text.length(), LONGEST) + 5).append('"');
    for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
      char c = text.charAt(i);
      shown.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
    }
    return shown.append(text.length() > LONGEST ? "...\"" : "\"").toString();
  }
}
