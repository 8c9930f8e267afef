package io.breakwater.inventory.internal.node;

import java.util.HashMap;
import java.util.Map;

/** Finds the lines where pnpm-lock.yaml tells of packages, as pnpm writes it. */
final class PnpmLines {
  private PnpmLines() {}

  /**
   * The lines of the keys in the map {@code packages}.
   *
   * @param before how many lines come before the text
   */
  static Map<String, Integer> of(String text, int before) {
    var lines = new HashMap<String, Integer>();
    boolean packages = false;
    int number = before;
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf('\n', at);
      if (end < 0) end = text.length();
      number++;
      char first = text.charAt(at);
      if (first > ' ') packages = text.startsWith("packages:", at);
      boolean key = packages && text.startsWith("  ", at) && at + 2 < end;
      if (key && text.charAt(at + 2) > ' ' && text.charAt(at + 2) != '#') {
        int colon = text.charAt(end - 1) == '\r' ? end - 2 : end - 1;
        if (text.charAt(colon) == ':') {
          lines.putIfAbsent(unquoted(text.substring(at + 2, colon)), number);
        }
      }
      at = end + 1;
    }
    return lines;
  }

  private static String unquoted(String key) {
    boolean quoted = key.length() > 1 && (key.charAt(0) == '\'' || key.charAt(0) == '"');
    return quoted ? key.substring(1, key.length() - 1) : key;
  }
}
