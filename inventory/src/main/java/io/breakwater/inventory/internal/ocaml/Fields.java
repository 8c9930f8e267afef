package io.breakwater.inventory.internal.ocaml;

import java.util.ArrayList;
import java.util.List;

/** The strings in a field of an opam file, each with the one version that its filter allows. */
final class Fields {
  private static final int MOST = 10_000;

  /**
   * A string.
   *
   * @param version of {@code {= "1.2" & ...}} behind it; empty when there is none
   */
  record Need(String name, String version) {}

  private Fields() {}

  /** The strings of a field's value, which is one string or a list; never fails. */
  static List<Need> needs(String text, String field) {
    var needs = new ArrayList<Need>();
    int at = start(text, field);
    int depth = 0;
    int filter = 0;
    boolean equal = false;
    while (at >= 0 && at < text.length() && needs.size() < MOST) {
      char c = text.charAt(at);
      switch (c) {
        case '[', '(' -> depth++;
        case ']', ')' -> depth--;
        case '{' -> filter++;
        case '}' -> filter--;
        case '#' -> at = end(text, at, '\n');
        case '"' -> {
          int end = end(text, at + 1, '"');
          String value = text.substring(at + 1, Math.min(end, text.length()));
          if (filter == 0) needs.add(new Need(value, ""));
          else if (equal && !needs.isEmpty()) exact(needs, value);
          at = end;
          equal = false;
        }
        case '=' -> equal = at > 0 && "<>!".indexOf(text.charAt(at - 1)) < 0;
        default -> {
          if (c > ' ') equal = false;
        }
      }
      at++;
      if (depth <= 0 && filter <= 0 && !needs.isEmpty() && !isFilterNext(text, at)) break;
    }
    return needs;
  }

  private static void exact(List<Need> needs, String version) {
    Need last = needs.removeLast();
    needs.add(last.version.isEmpty() ? new Need(last.name, version) : last);
  }

  private static boolean isFilterNext(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) <= ' ') at++;
    return at < text.length() && text.charAt(at) == '{';
  }

  private static int start(String text, String field) {
    String key = field + ":";
    for (int at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      if (at == 0 || text.charAt(at - 1) == '\n') return at + key.length();
    }
    return -1;
  }

  private static int end(String text, int from, char c) {
    int at = text.indexOf(c, from);
    return at < 0 ? text.length() : at;
  }
}
