package io.breakwater.inventory.sbom;

/** Texts of several lines in one: a backslash before {@code n}, {@code r} and itself. */
final class Escapes {
  private Escapes() {}

  static String done(String text) {
    if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && text.indexOf('\\') < 0) return text;
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  static String undone(String text) {
    int first = text.indexOf('\\');
    if (first < 0) return text;
    var out = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        out.append(c);
        continue;
      }
      char code = text.charAt(++i);
      out.append(code == 'n' ? '\n' : code == 'r' ? '\r' : code);
    }
    return out.toString();
  }
}
