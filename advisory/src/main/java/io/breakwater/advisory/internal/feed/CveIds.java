package io.breakwater.advisory.internal.feed;

import java.util.LinkedHashSet;
import java.util.Set;

/** Finds CVE ids in text. */
final class CveIds {
  private static final String START = "CVE-";

  private CveIds() {}

  /** Every CVE id that a text names, in its order. */
  static Set<String> in(String text) {
    var out = new LinkedHashSet<String>();
    int at = text.indexOf(START);
    while (at >= 0) {
      int year = digits(text, at + START.length());
      boolean dated = year == at + START.length() + 4 && year < text.length();
      if (dated && text.charAt(year) == '-') {
        int end = digits(text, year + 1);
        int length = end - year - 1;
        if (length >= 4 && length <= 15) out.add(text.substring(at, end));
      }
      at = text.indexOf(START, at + START.length());
    }
    return out;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
    return at;
  }
}
