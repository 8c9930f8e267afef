package io.breakwater.policy.internal.cel;

import io.breakwater.policy.VersionOrder;
import java.util.OptionalInt;

/** Ranges as people write them: {@code >=1.0 <2 || >=3}. */
final class VersionRange {
  private VersionRange() {}

  /** True, false, or a {@link Failure}. */
  static Object contains(String version, String range, String scheme, VersionOrder by) {
    for (String part : range.split("\\|\\|", -1)) {
      Object answer = all(version, part, scheme, by);
      if (!Boolean.FALSE.equals(answer)) return answer;
    }
    return false;
  }

  private static Object all(String version, String part, String scheme, VersionOrder by) {
    boolean any = false;
    int at = 0;
    while (true) {
      while (at < part.length() && isGap(part.charAt(at))) at++;
      if (at == part.length()) break;
      int operatorEnd = at;
      while (operatorEnd < part.length() && "<>=!".indexOf(part.charAt(operatorEnd)) >= 0) {
        operatorEnd++;
      }
      String operator = part.substring(at, operatorEnd);
      at = operatorEnd;
      while (at < part.length() && part.charAt(at) == ' ') at++;
      int end = at;
      while (end < part.length() && !isGap(part.charAt(end))) end++;
      String bound = part.substring(at, end);
      at = end;
      if (bound.isEmpty()) return new Failure("no range: \"" + part.strip() + '"');
      any = true;
      if (bound.equals("*")) continue;
      OptionalInt order = by.compare(version, bound, scheme);
      if (order.isEmpty()) {
        return new Failure("no versions of " + scheme + ": \"" + version + "\", \"" + bound + '"');
      }
      int o = order.getAsInt();
      boolean holds;
      switch (operator) {
        case "<" -> holds = o < 0;
        case "<=" -> holds = o <= 0;
        case ">" -> holds = o > 0;
        case ">=" -> holds = o >= 0;
        case "", "=", "==" -> holds = o == 0;
        case "!=" -> holds = o != 0;
        default -> {
          return new Failure("no comparison: \"" + operator + '"');
        }
      }
      if (!holds) return false;
    }
    return any ? true : new Failure("an empty range");
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == ',';
  }
}
