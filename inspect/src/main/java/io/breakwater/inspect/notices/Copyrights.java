package io.breakwater.inspect.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The copyright statements of a text: lines such as "Copyright (c) 2020 Name". What a licence says
 * of copyright, and the places it leaves to be filled in, are none.
 *
 * @param statements in order, without comment marks
 * @param body the other lines
 * @param last how far into the text the last of them stands, from 0 to 1
 */
record Copyrights(List<String> statements, String body, double last) {
  private static final int LONGEST = 400;
  private static final int MOST = 5_000;
  private static final String RIGHTS = "all rights reserved";

  /** What stands behind the word where something is said of copyright. */
  private static final List<String> TALK =
      List.of(
          "notice",
          "holder",
          "owner",
          "law",
          "licen",
          "statement",
          "and ",
          "interest",
          "in ",
          "to ",
          "is ",
          "the ",
          "or ",
          "of ",
          "on ",
          "act",
          "disclaim",
          "protect",
          "infring",
          "treat",
          "year",
          "for ",
          "assign",
          "claim",
          "information",
          "file",
          "subsist",
          "may ");

  private static final List<String> PLACEHOLDERS =
      List.of(
          "[yyyy]",
          "{yyyy}",
          "<year>",
          "[year]",
          "{year}",
          "<yyyy>",
          "[name of",
          "<name of",
          "{name of",
          "<copyright holder",
          "[fullname]",
          "{{",
          "year  name",
          "<owner>",
          "year name of author",
          "(c) yyyy",
          "19yy");

  /** Copies the list. */
  Copyrights {
    statements = List.copyOf(statements);
  }

  /** Finds them. */
  static Copyrights of(String text) {
    String[] lines = text.split("\n", -1);
    var found = new ArrayList<String>();
    var body = new StringBuilder(text.length());
    int last = 0;
    for (int i = 0; i < lines.length; i++) {
      String bare = bare(lines[i]);
      if (found.size() >= MOST || !isStatement(bare)) {
        body.append(lines[i]).append('\n');
        continue;
      }
      var words = new StringBuilder(bare);
      while (i + 1 < lines.length && goesOn(words, bare(lines[i + 1]))) {
        words.append(' ').append(bare(lines[++i]));
      }
      found.add(cut(words.toString()));
      last = i;
    }
    boolean gnu = isGnu(text);
    if (gnu && found.stream().allMatch(each -> each.contains("Free Software Foundation"))) {
      return new Copyrights(List.of(), text, 0); // it is the licence that is theirs
    }
    return new Copyrights(found, body.toString(), (double) last / lines.length);
  }

  private static boolean isGnu(String text) {
    String start = text.substring(0, Math.min(text.length(), 400)).toUpperCase(Locale.ROOT);
    return start.contains("GENERAL PUBLIC LICENSE") || start.contains("FREE DOCUMENTATION");
  }

  /** Whether a statement that has a year only, or ends with a comma, goes on with this line. */
  private static boolean goesOn(StringBuilder words, String next) {
    if (next.isEmpty() || words.length() > LONGEST || isStatement(next)) return false;
    String lower = next.toLowerCase(Locale.ROOT);
    if (lower.startsWith(RIGHTS)) return next.length() < 40;
    if (next.length() > 100 || lower.startsWith("permission")) return false;
    char end = words.charAt(words.length() - 1);
    return end == ',' || (end >= '0' && end <= '9');
  }

  private static String cut(String words) {
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
  }

  /** Without marks of comments, lists and quotations. */
  private static String bare(String line) {
    int start = 0;
    while (start < line.length() && " \t*#/;-+|%\"'!.".indexOf(line.charAt(start)) >= 0) start++;
    int end = line.length();
    while (end > start && " \t*/\"".indexOf(line.charAt(end - 1)) >= 0) end--;
    return line.substring(start, end);
  }

  static boolean isStatement(String bare) {
    if (bare.length() < 6) return false;
    char first = Character.toLowerCase(bare.charAt(0));
    if (first != 'c' && first != '(' && first != '©' && first != 'p') return false;
    String lower = bare.substring(0, Math.min(bare.length(), LONGEST)).toLowerCase(Locale.ROOT);
    for (String each : PLACEHOLDERS) if (lower.contains(each)) return false;
    String rest;
    if (lower.startsWith("portions copyright")) rest = lower.substring(18);
    else if (lower.startsWith("copyright")) rest = lower.substring(9);
    else if (lower.startsWith("copr.")) rest = lower.substring(5);
    else if (lower.startsWith("(c) ")) return hasYear(lower);
    else if (first == '©') return true;
    else return false;
    if (!rest.isEmpty() && rest.charAt(0) >= 'a' && rest.charAt(0) <= 'z') return false;
    int start = 0;
    while (start < rest.length() && " \t:,".indexOf(rest.charAt(start)) >= 0) start++;
    rest = rest.substring(start);
    for (String each : TALK) if (rest.startsWith(each)) return false;
    return hasYear(rest)
        || rest.startsWith("(c)")
        || rest.startsWith("©")
        || rest.startsWith("by ");
  }

  private static boolean hasYear(String words) {
    for (int i = 0; i + 3 < words.length(); i++) {
      boolean century = words.startsWith("19", i) || words.startsWith("20", i);
      if (century && isDigit(words.charAt(i + 2)) && isDigit(words.charAt(i + 3))) return true;
    }
    return false;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
