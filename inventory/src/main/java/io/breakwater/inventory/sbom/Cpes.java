package io.breakwater.inventory.sbom;

/** CPE names, as far as SPDX looks at them. */
final class Cpes {
  private static final String START = "cpe:2.3:";

  private Cpes() {}

  /** Whether a text is a CPE 2.3 formatted string: a part and ten attributes. */
  static boolean is23(String text) {
    if (!text.startsWith(START) || text.length() > 2_000) return false;
    int at = START.length();
    if (at >= text.length() || "aho*-".indexOf(text.charAt(at)) < 0) return false;
    at++;
    for (int attribute = 1; attribute <= 10; attribute++) {
      if (at >= text.length() || text.charAt(at) != ':') return false;
      int end = attribute == 6 ? language(text, at + 1) : value(text, at + 1);
      if (end == at + 1) return false;
      at = end;
    }
    return at == text.length();
  }

  /** Behind a value, or where it starts when it is none. */
  private static int value(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != ':') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    if (end > text.length()) return start;
    if (end == start + 1 && (text.charAt(start) == '*' || text.charAt(start) == '-')) return end;
    int low = start;
    int high = end;
    while (low < high && text.charAt(low) == '?') low++;
    if (low == start && low < high && text.charAt(low) == '*') low++;
    int last = high;
    while (last > low + 1 && text.charAt(last - 1) == '?' && text.charAt(last - 2) != '\\') last--;
    boolean star = last == high && last > low + 1 && text.charAt(last - 1) == '*';
    if (star && text.charAt(last - 2) != '\\') last--;
    return low < last && isPlain(text, low, last) ? end : start;
  }

  private static boolean isPlain(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        if (++i == to || "\\*?!\"#$%&'()+,/:;<=>@[]^`{|}~".indexOf(text.charAt(i)) < 0)
          return false;
      } else if (!Chars.isLetterOrDigit(c) && c != '-' && c != '.' && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static int language(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != ':') end++;
    String tag = text.substring(start, end);
    if (tag.equals("*") || tag.equals("-")) return end;
    int dash = tag.indexOf('-');
    String language = dash < 0 ? tag : tag.substring(0, dash);
    if (language.length() < 2 || language.length() > 3 || !Chars.areLetters(language)) return start;
    if (dash < 0) return end;
    String region = tag.substring(dash + 1);
    boolean number = region.length() == 3 && Chars.areDigits(region);
    return number || (region.length() == 2 && Chars.areLetters(region)) ? end : start;
  }
}
