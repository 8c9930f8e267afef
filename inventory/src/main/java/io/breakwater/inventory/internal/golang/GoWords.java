package io.breakwater.inventory.internal.golang;

import java.util.ArrayList;
import java.util.List;

/** The words of a line of go.mod: separated by blanks, perhaps quoted, until a comment. */
final class GoWords {
  /** Stands for the comment that a module is needed by others only. */
  static final String INDIRECT = "// indirect";

  private static final int MOST = 16;

  private GoWords() {}

  /** The words; the last one is {@link #INDIRECT} where the comment says so. */
  static List<String> of(String line) {
    var words = new ArrayList<String>(3);
    int at = 0;
    while (at < line.length() && words.size() < MOST) {
      char c = line.charAt(at);
      if (c <= ' ') {
        at++;
      } else if (line.startsWith("//", at)) {
        String comment = line.substring(at + 2).strip();
        boolean indirect = comment.equals("indirect") || comment.startsWith("indirect;");
        if (indirect && !words.isEmpty()) words.add(INDIRECT);
        return words;
      } else if (c == '"' || c == '`') {
        int close = line.indexOf(c, at + 1);
        if (close < 0) close = line.length();
        words.add(line.substring(at + 1, close));
        at = close + 1;
      } else if (c == '(' || c == ')') {
        words.add(String.valueOf(c));
        at++;
      } else {
        int end = at;
        while (end < line.length() && !ends(line, end)) end++;
        words.add(line.substring(at, end));
        at = end;
      }
    }
    return words;
  }

  private static boolean ends(String line, int at) {
    char c = line.charAt(at);
    return c <= ' ' || c == '(' || c == ')' || line.startsWith("//", at);
  }
}
