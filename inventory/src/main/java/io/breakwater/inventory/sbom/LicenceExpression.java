package io.breakwater.inventory.sbom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SPDX licence expressions (annex D of SPDX 2.3): licences by their ids, {@code +}, {@code WITH}
 * exception, {@code AND}, {@code OR}, parentheses.
 */
final class LicenceExpression {
  private static final int LONGEST = 2_000;
  private static final int DEEPEST = 50;

  private final List<String> tokens;
  private final StringBuilder out = new StringBuilder();

  /** Where the parts start and end that the outermost ANDs join. */
  private final List<Integer> cuts = new ArrayList<>();

  private boolean outerOr;
  private int next;

  private LicenceExpression(List<String> tokens) {
    this.tokens = tokens;
  }

  /** The id of the list, whatever the letter case; empty when it is none. */
  static Optional<String> id(String text) {
    return Optional.ofNullable(Ids.LICENCES.get(text.toLowerCase(Locale.ROOT)));
  }

  /** An expression of ids of the list as the list writes them; empty when it is none. */
  static Optional<String> canonical(String text) {
    return parsed(text).map(expression -> expression.out.toString());
  }

  /** Whether an expression offers a choice, so that it needs parentheses beside others. */
  static boolean isAlternative(String expression) {
    return expression.contains(" OR ");
  }

  /** An expression in the parts that its outermost ANDs join; the text alone when it is none. */
  static List<String> conjuncts(String text) {
    Optional<LicenceExpression> parsed = parsed(text);
    if (parsed.isEmpty() || parsed.get().outerOr || parsed.get().cuts.isEmpty()) {
      return List.of(parsed.map(p -> p.out.toString()).orElse(text));
    }
    String whole = parsed.get().out.toString();
    var parts = new ArrayList<String>();
    int start = 0;
    for (int cut : parsed.get().cuts) {
      parts.add(bare(whole.substring(start, cut)));
      start = cut + " AND ".length();
    }
    parts.add(bare(whole.substring(start)));
    return parts;
  }

  /** Without one pair of parentheses around all of it. */
  private static String bare(String part) {
    if (!part.startsWith("(") || !part.endsWith(")")) return part;
    int depth = 0;
    for (int i = 0; i < part.length() - 1; i++) {
      if (part.charAt(i) == '(') depth++;
      if (part.charAt(i) == ')') depth--;
      if (depth == 0) return part;
    }
    return part.substring(1, part.length() - 1);
  }

  private static Optional<LicenceExpression> parsed(String text) {
    if (text.length() > LONGEST) return Optional.empty();
    String inner = text.strip();
    for (String bare = bare(inner); !bare.equals(inner); bare = bare(inner)) inner = bare.strip();
    var expression = new LicenceExpression(tokens(inner));
    boolean whole = expression.expression(0) && expression.next == expression.tokens.size();
    return whole ? Optional.of(expression) : Optional.empty();
  }

  private static List<String> tokens(String text) {
    var tokens = new ArrayList<String>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      boolean bracket = c == '(' || c == ')';
      if (blank || bracket) {
        if (start >= 0) tokens.add(text.substring(start, i));
        start = -1;
        if (bracket) tokens.add(String.valueOf(c));
      } else if (start < 0) {
        start = i;
      }
    }
    return tokens;
  }

  private boolean expression(int depth) {
    if (depth > DEEPEST || !term(depth)) return false;
    while (next < tokens.size() && !tokens.get(next).equals(")")) {
      boolean or = take("OR");
      if (!or && !take("AND")) return false;
      if (depth == 0 && or) outerOr = true;
      if (depth == 0 && !or) cuts.add(out.length());
      out.append(or ? " OR " : " AND ");
      if (!term(depth)) return false;
    }
    return true;
  }

  private boolean term(int depth) {
    if (take("(")) {
      out.append('(');
      if (!expression(depth + 1) || !take(")")) return false;
      out.append(')');
      return true;
    }
    if (next == tokens.size()) return false;
    String licence = licence(tokens.get(next++));
    if (licence == null) return false;
    out.append(licence);
    if (!take("WITH")) return true;
    if (next == tokens.size()) return false;
    String exception = Ids.EXCEPTIONS.get(tokens.get(next++).toLowerCase(Locale.ROOT));
    if (exception == null) return false;
    out.append(" WITH ").append(exception);
    return true;
  }

  private static @Nullable String licence(String token) {
    if (isReference(token)) return token;
    String known = Ids.LICENCES.get(token.toLowerCase(Locale.ROOT));
    if (known != null || !token.endsWith("+")) return known;
    String base = Ids.LICENCES.get(token.substring(0, token.length() - 1).toLowerCase(Locale.ROOT));
    return base == null ? null : base + "+";
  }

  /** {@code LicenseRef-} and an id of the document's own. */
  static boolean isReference(String token) {
    if (!token.startsWith("LicenseRef-") || token.length() == "LicenseRef-".length()) return false;
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (!Chars.isLetterOrDigit(c) && c != '-' && c != '.') return false;
    }
    return true;
  }

  private boolean take(String word) {
    if (next == tokens.size() || !tokens.get(next).equalsIgnoreCase(word)) return false;
    next++;
    return true;
  }

  /** The ids of the list, read when the first licence is looked at. */
  private static final class Ids {
    static final Map<String, String> LICENCES = new HashMap<>(1_600);
    static final Map<String, String> EXCEPTIONS = new HashMap<>(200);

    static {
      InputStream list = LicenceExpression.class.getResourceAsStream("spdx-licences.txt");
      try (var lines =
          new BufferedReader(
              new InputStreamReader(Objects.requireNonNull(list), StandardCharsets.UTF_8))) {
        Map<String, String> into = LICENCES;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.equals("# exceptions")) into = EXCEPTIONS;
          if (!line.startsWith("#")) into.put(line.toLowerCase(Locale.ROOT), line);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
