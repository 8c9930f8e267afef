package io.breakwater.inspect.internal.licence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes names and addresses that mean the same equal. */
final class Fold {
  private static final Set<String> IDLE =
      Set.of(
          "the",
          "license",
          "licence",
          "licenses",
          "licensed",
          "under",
          "version",
          "ver",
          "v",
          "only",
          "a",
          "of",
          "gnu",
          "software",
          "open",
          "source",
          "osi",
          "approved",
          "as",
          "same",
          "terms",
          "lic");

  private Fold() {}

  /** Letters, digits, dots in numbers and plus signs; without words that say nothing. */
  static String name(String name) {
    List<String> words = words(name.toLowerCase(Locale.ROOT));
    var out = new StringBuilder(name.length());
    var idle = new StringBuilder(name.length());
    for (String word : words) {
      if (IDLE.contains(word)) idle.append(word);
      else out.append(word);
    }
    if (out.isEmpty()) return idle.toString();
    if (name.contains(">=")) out.append('+'); // R: "GPL (>= 2)"
    String folded = out.toString();
    folded = folded.replace("generalpublic", "gpl").replace("lessergpl", "lgpl");
    folded = folded.replace("librarygpl", "lgpl").replace("afferogpl", "agpl");
    folded = folded.replace("mozillapublic", "mpl").replace("eclipsepublic", "epl");
    folded =
        folded.replace("orlater", "+").replace("ornewer", "+").replace("freedocumentation", "fdl");
    return folded.replace("creativecommons", "cc");
  }

  /** "gplv2.0" is two words, "2.0" is "2". */
  private static List<String> words(String lower) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean number = false;
    for (int i = 0; i <= lower.length(); i++) {
      char c = i < lower.length() ? lower.charAt(i) : ' ';
      boolean digit = c >= '0' && c <= '9';
      boolean dot = c == '.' && number && i + 1 < lower.length() && isDigit(lower.charAt(i + 1));
      boolean letter = (c >= 'a' && c <= 'z') || c > 127;
      boolean ends = c == '+' || (!digit && !letter && !dot) || (digit || dot) != number;
      if (ends && digit && !number && word.length() > 1 && word.charAt(word.length() - 1) == 'v') {
        word.setLength(word.length() - 1); // "GPLv2"
      }
      if (ends && !word.isEmpty()) {
        words.add(number ? number(word.toString()) : word.toString());
        word.setLength(0);
      }
      if (c == '+') words.add("+");
      if (digit || letter || dot) word.append(c);
      number = digit || dot;
    }
    return words;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String number(String digits) {
    String number = digits;
    while (number.endsWith(".0")) number = number.substring(0, number.length() - 2);
    return number;
  }

  /** Without scheme, {@code www.}, file type, query and fragment. */
  static String address(String text) {
    String address = text.strip().toLowerCase(Locale.ROOT);
    int scheme = address.indexOf("://");
    if (scheme >= 0) address = address.substring(scheme + 3);
    if (address.startsWith("www.")) address = address.substring(4);
    for (char cut : new char[] {'#', '?', ' ', '>'}) {
      int at = address.indexOf(cut);
      if (at > 0) address = address.substring(0, at);
    }
    for (boolean more = true; more; ) {
      more = false;
      for (String end : List.of("/", ".html", ".htm", ".txt", ".php", ".pdf", ".md", ")", ",")) {
        if (!address.endsWith(end) || address.length() == end.length()) continue;
        address = address.substring(0, address.length() - end.length());
        more = true;
      }
    }
    return address;
  }
}
