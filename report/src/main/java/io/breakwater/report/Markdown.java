package io.breakwater.report;

/** Texts of others inside Markdown: they mean nothing there, call nobody and link nowhere. */
final class Markdown {
  private Markdown() {}

  /** A text that is read as it is, on one line. */
  static String text(String text) {
    String line = Words.line(text);
    var out = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '\\', '`', '*', '_', '[', ']', '|', '~', '$' -> out.append('\\').append(c);
        // A space of no width: neither a mention, nor another issue, nor an address to follow.
        case '@', '#' -> out.append(c).append('\u200b');
        case ':' -> out.append(line.startsWith("://", i) ? ":\u200b" : ":");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** A text in code, also in a cell of a table. */
  static String code(String text) {
    String line = Words.line(text);
    if (line.isEmpty()) return "";
    int longest = 0;
    int run = 0;
    for (int i = 0; i < line.length(); i++) {
      run = line.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    String space = longest > 0 ? " " : "";
    return fence + space + line.replace("|", "\\|") + space + fence;
  }
}
