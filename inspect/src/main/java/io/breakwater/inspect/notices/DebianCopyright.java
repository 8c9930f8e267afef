package io.breakwater.inspect.notices;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is passed on of a copyright file in Debian's machine-readable format.
 *
 * @param statements every copyright statement, in order, each once
 * @param licences the words of licences and grants, with the names they have there
 */
record DebianCopyright(List<String> statements, List<Named> licences) {
  private static final int MOST = 5_000;
  private static final int LONGEST = 400;

  /** Copies the lists. */
  DebianCopyright {
    statements = List.copyOf(statements);
    licences = List.copyOf(licences);
  }

  /** A licence or grant. */
  record Named(String name, String text) {}

  /** Reads one. */
  static DebianCopyright of(String text) {
    var statements = new LinkedHashSet<String>();
    var licences = new ArrayList<Named>();
    String field = "";
    String name = "";
    var body = new StringBuilder();
    for (String line : (text + "\n\n").split("\n", -1)) {
      boolean more = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
      int colon = more ? -1 : line.indexOf(':');
      if (!more) {
        close(name, body, licences);
        name = "";
        field = colon > 0 ? line.substring(0, colon).toLowerCase(Locale.ROOT) : "";
      }
      String value = line.substring(colon + 1);
      switch (field) {
        case "copyright" -> statement(value.strip(), statements);
        case "license", "licence" -> {
          if (!more) name = value.strip();
          else body.append(value.strip().equals(".") ? "" : value.substring(1)).append('\n');
        }
        case "comment", "disclaimer" -> {
          if (Copyrights.isStatement(value.strip())) statement(value.strip(), statements);
        }
        default -> {}
      }
    }
    return new DebianCopyright(List.copyOf(statements), licences);
  }

  private static void close(String name, StringBuilder body, List<Named> licences) {
    if (!body.toString().isBlank() && licences.size() < MOST) {
      licences.add(new Named(name.length() > 200 ? name.substring(0, 200) : name, body.toString()));
    }
    body.setLength(0);
  }

  private static void statement(String words, Set<String> statements) {
    if (words.isEmpty() || words.equals(".") || statements.size() >= MOST) return;
    String lower = words.toLowerCase(Locale.ROOT);
    boolean said =
        lower.startsWith("copyright") || lower.startsWith("(c)") || lower.startsWith("©");
    boolean year = words.charAt(0) >= '0' && words.charAt(0) <= '9';
    String whole = year && !said ? "Copyright " + words : words;
    statements.add(whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST) + "…");
  }
}
