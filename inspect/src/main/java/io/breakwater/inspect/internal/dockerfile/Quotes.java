package io.breakwater.inspect.internal.dockerfile;

/** Quotes of words. */
final class Quotes {
  private Quotes() {}

  /** A word without its quotes and escapes. */
  static String remove(String text, char escape) {
    if (text.indexOf('"') < 0 && text.indexOf('\'') < 0 && text.indexOf(escape) < 0) return text;
    var out = new StringBuilder(text.length());
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == escape && quote != '\'' && i + 1 < text.length()) {
        char escaped = text.charAt(i + 1);
        if (quote == 0 || escaped == '"' || escaped == '$' || escaped == escape) {
          out.append(escaped);
          i++;
        } else {
          out.append(c);
        }
      } else if (quote != 0 ? c == quote : c == '"' || c == '\'') {
        quote = quote != 0 ? 0 : c;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
