package io.breakwater.inspect.internal.dockerfile;

/**
 * A word of an instruction.
 *
 * @param text as it is written, with its quotes; of a JSON string its value
 * @param start where it begins in the instruction's line
 * @param end where it ends
 */
record Word(String text, int start, int end) {
  /** The text without the quotes around it. */
  String bare() {
    return unquoted(text);
  }

  /** A text without the quotes around it. */
  static String unquoted(String text) {
    int last = text.length() - 1;
    if (last >= 1
        && (text.charAt(0) == '"' || text.charAt(0) == '\'')
        && text.charAt(last) == text.charAt(0)) {
      return text.substring(1, last);
    }
    return text;
  }
}
