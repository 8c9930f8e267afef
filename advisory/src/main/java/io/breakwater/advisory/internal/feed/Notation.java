package io.breakwater.advisory.internal.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what publishers write about versions, such as {@code >=1.2 <2 || ^3.1}, into runs of
 * versions. A space or comma means "and", bars mean "or". In npm's and Cargo's notations a version
 * may lack its last numbers or have an {@code x} for them, and Cargo reads a bare one as {@code ^}.
 */
final class Notation {
  private static final int MAX_LENGTH = 20_000;
  private static final int MAX_RUNS = 500;
  private static final String SIGNS = "<>=!~^";

  /** The run that holds no version. */
  private static final Span NOTHING = new Span("nothing", false, "nothing", false);

  private final Spans spans;
  private final boolean partial;
  private final boolean bareIsCaret;

  /** The notation of a version scheme. */
  Notation(String scheme) {
    spans = new Spans(scheme);
    partial = scheme.equals("npm") || scheme.equals("cargo");
    bareIsCaret = scheme.equals("cargo");
  }

  /** The runs of a text; empty when it cannot be read. */
  Optional<List<Span>> read(String text) {
    if (text.length() > MAX_LENGTH) return Optional.empty();
    var out = new ArrayList<Span>();
    for (String part : text.split("\\|\\|?", -1)) {
      Optional<Span> one = all(words(part));
      if (one.isEmpty() || out.size() >= MAX_RUNS) return Optional.empty();
      if (!one.get().equals(NOTHING)) out.add(one.get());
    }
    return Optional.of(out);
  }

  /** The runs of several texts, any of which may hold; empty when one cannot be read. */
  Optional<List<Span>> any(List<String> texts) {
    var out = new ArrayList<Span>();
    for (String text : texts) {
      Optional<List<Span>> one = read(text);
      if (one.isEmpty() || out.size() >= MAX_RUNS) return Optional.empty();
      out.addAll(one.get());
    }
    return Optional.of(out);
  }

  /** The run in which all of these hold. */
  Optional<Span> all(List<String> clauses) {
    Span out = Span.ALL;
    for (int i = 0; i < clauses.size(); i++) {
      Optional<Span> one;
      if (i + 2 < clauses.size() && clauses.get(i + 1).equals("-")) {
        Optional<Span> high = span("<=", clauses.get(i + 2));
        one = span(">=", clauses.get(i)).flatMap(low -> high.map(end -> both(low, end)));
        i += 2;
      } else {
        one = clause(clauses.get(i));
      }
      if (one.isEmpty()) return Optional.empty();
      out = both(out, one.get());
    }
    return Optional.of(out);
  }

  private Span both(Span a, Span b) {
    if (a.equals(NOTHING) || b.equals(NOTHING)) return NOTHING;
    return spans.both(a, b).orElse(NOTHING);
  }

  private static List<String> words(String text) {
    var out = new ArrayList<String>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isGap(c)) {
        at++;
        continue;
      }
      int from = at;
      while (at < text.length() && SIGNS.indexOf(text.charAt(at)) >= 0) at++;
      String signs = text.substring(from, at);
      while (at < text.length() && isGap(text.charAt(at)) && text.charAt(at) != ',') at++;
      int version = at;
      while (at < text.length() && !isGap(text.charAt(at)) && SIGNS.indexOf(text.charAt(at)) < 0) {
        at++;
      }
      out.add(signs + text.substring(version, at));
    }
    return out;
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == ',' || c == '\t' || c == '\n' || c == '\r';
  }

  private Optional<Span> clause(String text) {
    int at = 0;
    while (at < text.length() && SIGNS.indexOf(text.charAt(at)) >= 0) at++;
    return span(text.substring(0, at), text.substring(at));
  }

  private Optional<Span> span(String signs, String text) {
    String version = partial && text.startsWith("v") ? text.substring(1) : text;
    if (version.equals("*") || version.equalsIgnoreCase("x")) return Optional.of(Span.ALL);
    if (version.isEmpty()) return Optional.empty();
    Optional<Span> span = partial ? semantic(signs, version) : plain(signs, version);
    return span.filter(spans::isOrdered);
  }

  private static Optional<Span> plain(String signs, String version) {
    return Optional.ofNullable(
        switch (signs) {
          case "", "=", "==" -> Span.of(version);
          case "<" -> Span.below(version);
          case "<=" -> Span.upTo(version);
          case ">" -> Span.above(version);
          case ">=" -> Span.from(version);
          case "~>" -> pessimistic(version);
          default -> null;
        });
  }

  /** RubyGems' {@code ~>}: the last number may grow. */
  private static Span pessimistic(String version) {
    int end = 0;
    while (end < version.length() && isNumber(version.charAt(end))) end++;
    while (end > 0 && version.charAt(end - 1) == '.') end--;
    String release = version.substring(0, end);
    int dot = release.lastIndexOf('.');
    String head = dot < 0 ? release : release.substring(0, dot);
    return bumped(head).map(next -> Span.between(version, next + ".a")).orElse(Span.from(version));
  }

  private static boolean isNumber(char c) {
    return c == '.' || (c >= '0' && c <= '9');
  }

  private Optional<Span> semantic(String signs, String version) {
    int end = 0;
    while (end < version.length() && isNumber(version.charAt(end))) end++;
    String rest = version.substring(end);
    boolean wild = rest.equals("x") || rest.equals("X") || rest.equals("*");
    if (wild) rest = "";
    while (end > 0 && version.charAt(end - 1) == '.') end--;
    List<String> numbers = List.of(version.substring(0, end).split("\\.", -1));
    if (numbers.size() > 3 || numbers.contains("")) return Optional.empty();
    boolean whole = numbers.size() == 3;
    if (!whole && !rest.isEmpty()) return Optional.empty();
    String low = String.join(".", numbers) + ".0".repeat(3 - numbers.size()) + rest;
    String sign = signs.isEmpty() && bareIsCaret && !wild ? "^" : signs;
    return switch (sign) {
      case "", "=", "==" ->
          whole ? Optional.of(Span.of(low)) : until(low + "-0", numbers, numbers.size());
      case "<" -> Optional.of(Span.below(low));
      case "<=" ->
          whole ? Optional.of(Span.upTo(low)) : next(numbers, numbers.size()).map(Span::below);
      case ">" ->
          whole ? Optional.of(Span.above(low)) : next(numbers, numbers.size()).map(Span::from);
      case ">=" -> Optional.of(Span.from(low));
      case "~", "~>" -> until(low, numbers, Math.min(2, numbers.size()));
      case "^" -> until(low, numbers, caret(numbers));
      default -> Optional.empty();
    };
  }

  /** How many numbers {@code ^} keeps: up to the first that is not zero. */
  private static int caret(List<String> numbers) {
    for (int i = 0; i < numbers.size(); i++) if (!numbers.get(i).equals("0")) return i + 1;
    return numbers.size();
  }

  private static Optional<Span> until(String low, List<String> numbers, int kept) {
    return next(numbers, kept).map(high -> Span.between(low, high));
  }

  /** The first version, pre-releases included, after all that begin with the first numbers. */
  private static Optional<String> next(List<String> numbers, int kept) {
    return bumped(String.join(".", numbers.subList(0, kept)))
        .map(head -> head + ".0".repeat(3 - kept) + "-0");
  }

  /** With the last number one more; empty when it does not end with a number. */
  static Optional<String> bumped(String version) {
    int from = version.length();
    while (from > 0 && Character.isDigit(version.charAt(from - 1))) from--;
    String digits = version.substring(from);
    if (digits.isEmpty() || digits.length() > 17) return Optional.empty();
    return Optional.of(version.substring(0, from) + (Long.parseLong(digits) + 1));
  }
}
