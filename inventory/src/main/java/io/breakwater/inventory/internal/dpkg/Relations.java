package io.breakwater.inventory.internal.dpkg;

import java.util.ArrayList;
import java.util.List;

/**
 * The lists of names in Depends and Provides: {@code libc6 (>= 2.36), awk | mawk, python3:any}.
 * Versions and architectures are left out: what is installed satisfies them.
 */
final class Relations {
  /** A longer field than any package has. */
  private static final int LONGEST = 64 * 1024;

  private Relations() {}

  /** The names, alternatives as {@code awk|mawk}. */
  static List<String> names(String field) {
    if (field.isEmpty() || field.length() > LONGEST) return List.of();
    var names = new ArrayList<String>();
    int start = 0;
    while (start < field.length()) {
      int comma = field.indexOf(',', start);
      int end = comma < 0 ? field.length() : comma;
      String name = alternatives(field, start, end);
      if (!name.isEmpty()) names.add(name);
      start = end + 1;
    }
    return names;
  }

  private static String alternatives(String field, int start, int end) {
    int bar = field.indexOf('|', start);
    if (bar < 0 || bar >= end) return name(field, start, end);
    var all = new StringBuilder();
    for (int from = start; from <= end; ) {
      int next = field.indexOf('|', from);
      int to = next < 0 || next > end ? end : next;
      String one = name(field, from, to);
      if (!one.isEmpty()) all.append(all.isEmpty() ? "" : "|").append(one);
      from = to + 1;
    }
    return all.toString();
  }

  /** The characters up to a blank, a colon or a bracket. */
  private static String name(String field, int start, int end) {
    int from = start;
    while (from < end && isBlank(field.charAt(from))) from++;
    int to = from;
    while (to < end && !isBlank(field.charAt(to)) && ":([".indexOf(field.charAt(to)) < 0) to++;
    return field.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
