package io.breakwater.inspect.licence;

import io.breakwater.inspect.licence.NormalisedLicence.How;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads several names of licences joined by the operators that people use. A comma, semicolon,
 * ampersand or "+" by itself means AND; a slash or bar means OR.
 */
final class LooseParser {
  private static final Set<String> AND = Set.of("and", ",", ";", "&", "&&", "+", "plus");
  private static final Set<String> OR = Set.of("or", "/", "|", "||", "and/or");
  private static final Set<String> FILES = Set.of("license", "licence", "copying", "license.md");
  private static final int MOST_WORDS = 600;

  private final List<String> words;
  private int next;
  private How how = How.SPDX;

  LooseParser(String text) {
    this.words = words(text);
  }

  Optional<NormalisedLicence> parse() {
    if (words.isEmpty() || words.size() > MOST_WORDS) return Optional.empty();
    Optional<LicenceExpression> whole = or(0);
    if (whole.isEmpty() || next != words.size()) return Optional.empty();
    How named = NormalisedLicence.lessSure(How.NAME, how);
    return Optional.of(new NormalisedLicence(whole.get().simplified(), named));
  }

  private Optional<LicenceExpression> or(int depth) {
    if (depth > LicenceExpression.DEEPEST) return Optional.empty();
    var parts = new ArrayList<LicenceExpression>(2);
    do {
      and(depth).ifPresent(parts::add);
    } while (take(OR));
    return parts.isEmpty() ? Optional.empty() : Optional.of(LicenceExpression.any(parts));
  }

  private Optional<LicenceExpression> and(int depth) {
    var parts = new ArrayList<LicenceExpression>(2);
    do {
      term(depth).ifPresent(parts::add);
    } while (take(AND) && !isNext(OR));
    return parts.isEmpty() ? Optional.empty() : Optional.of(LicenceExpression.all(parts));
  }

  private Optional<LicenceExpression> term(int depth) {
    if (next < words.size() && words.get(next).equals("(")) {
      next++;
      Optional<LicenceExpression> inner = or(depth + 1);
      if (next < words.size() && words.get(next).equals(")")) next++;
      return inner;
    }
    int first = next;
    while (next < words.size() && !isOperator(words.get(next))) next++;
    List<String> name = words.subList(first, next);
    if (name.isEmpty() || isFile(name)) return Optional.empty();
    NormalisedLicence leaf = LicenceNames.single(String.join(" ", name));
    how = NormalisedLicence.lessSure(how, leaf.how());
    return Optional.of(leaf.expression());
  }

  /** R's "file LICENSE" beside a licence. */
  private static boolean isFile(List<String> name) {
    return name.size() == 2
        && name.get(0).equalsIgnoreCase("file")
        && FILES.contains(name.get(1).toLowerCase(Locale.ROOT));
  }

  private static boolean isOperator(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return AND.contains(lower) || OR.contains(lower) || word.equals("(") || word.equals(")");
  }

  private boolean isNext(Set<String> operators) {
    return next < words.size() && operators.contains(words.get(next).toLowerCase(Locale.ROOT));
  }

  private boolean take(Set<String> operators) {
    if (!isNext(operators)) return false;
    next++;
    return true;
  }

  /** Words and operators; "or later" and its like are part of a word. */
  private static List<String> words(String text) {
    String plain = later(text);
    var words = new ArrayList<String>();
    int start = -1;
    for (int i = 0; i <= plain.length(); i++) {
      char c = i < plain.length() ? plain.charAt(i) : ' ';
      boolean sign = ",;&|()/".indexOf(c) >= 0 && !isAddress(plain, start);
      if (c > ' ' && !sign) {
        if (start < 0) start = i;
        continue;
      }
      if (start >= 0) words.add(plain.substring(start, i));
      start = -1;
      if (sign) words.add(String.valueOf(c));
    }
    return words;
  }

  private static boolean isAddress(String text, int start) {
    return start >= 0 && text.startsWith("http", start);
  }

  private static String later(String text) {
    String plain = text;
    for (String phrase :
        List.of(
            " (or at your option any later version)",
            " or (at your option) any later version",
            ", or any later version",
            " or any later version",
            " or later version",
            " or later",
            " or newer",
            " or above",
            " or greater")) {
      plain = replaced(plain, phrase);
    }
    return plain;
  }

  private static String replaced(String text, String phrase) {
    int at = text.toLowerCase(Locale.ROOT).indexOf(phrase);
    if (at < 0) return text;
    var out = new StringBuilder(text.length());
    String lower = text.toLowerCase(Locale.ROOT);
    int from = 0;
    for (; at >= 0; at = lower.indexOf(phrase, from)) {
      out.append(text, from, at).append('+');
      from = at + phrase.length();
    }
    return out.append(text.substring(from)).toString();
  }
}
