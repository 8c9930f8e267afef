package io.breakwater.advisory.version;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what most notations share: alternatives between bars, and in each of them operators with
 * versions, apart by spaces or commas.
 */
final class ConstraintReader {
  private static final String OPERATORS = "<>=!~^";

  private final String scheme;
  private final String text;
  private int at;

  ConstraintReader(String scheme, String text) {
    this.scheme = scheme;
    this.text = text;
  }

  /**
   * One operator and its version as written.
   *
   * @param operator the signs before the version; may be empty
   * @param version the version, or {@code *}; without quotes; never empty
   */
  record Clause(String operator, String version) {}

  /** The clauses of each alternative; an alternative without any stands for every version. */
  List<List<Clause>> read() {
    var alternatives = new ArrayList<List<Clause>>();
    do {
      alternatives.add(alternative());
    } while (bar());
    return alternatives;
  }

  private List<Clause> alternative() {
    var clauses = new ArrayList<Clause>();
    while (true) {
      skip(" \t\r\n,");
      if (at == text.length() || text.charAt(at) == '|') {
        return clauses;
      }
      String operator = take(OPERATORS, true);
      skip(" \t\r\n");
      String version = unquoted(take(" \t\r\n,|<>", false));
      if (version.isEmpty()) {
        throw invalid("a version is missing");
      }
      clauses.add(new Clause(operator, version));
    }
  }

  private boolean bar() {
    if (at == text.length()) {
      return false;
    }
    at += Chars.at(text, at + 1, text.length(), '|') ? 2 : 1;
    return true;
  }

  private void skip(String characters) {
    while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** Takes characters as long as they are, or are not, among those given. */
  private String take(String characters, boolean among) {
    int start = at;
    while (at < text.length() && (characters.indexOf(text.charAt(at)) >= 0) == among) {
      at++;
    }
    return text.substring(start, at);
  }

  private static String unquoted(String version) {
    int last = version.length() - 1;
    boolean quoted =
        last > 0
            && (version.charAt(0) == '\'' || version.charAt(0) == '"')
            && version.charAt(last) == version.charAt(0);
    return quoted ? version.substring(1, last) : version;
  }

  InvalidConstraintException unreadable(Clause clause) {
    return invalid("cannot read " + Chars.quoted(clause.operator() + clause.version()));
  }

  InvalidConstraintException invalid(String reason) {
    return new InvalidConstraintException(scheme, text, reason);
  }

  /** Whether the version has a place in the scheme's order. */
  static boolean isOrdered(VersionScheme scheme, String version) {
    return !VersionComparison.answer(scheme, version, version).equals("!");
  }

  /** The plain operator that the signs stand for, or null where it is none. */
  static @Nullable Operator plain(String signs) {
    return switch (signs) {
      case "", "=", "==" -> Operator.EQUAL;
      case "!=", "<>" -> Operator.NOT_EQUAL;
      case "<" -> Operator.LESS;
      case "<=" -> Operator.AT_MOST;
      case ">" -> Operator.GREATER;
      case ">=" -> Operator.AT_LEAST;
      default -> null;
    };
  }

  /** Every scheme's notation without words of its own: plain operators alone. */
  static VersionSet plain(VersionScheme scheme, String text) {
    var reader = new ConstraintReader(scheme.name(), text);
    var alternatives = new ArrayList<VersionSet>();
    for (List<Clause> clauses : reader.read()) {
      var bounds = new ArrayList<VersionSet>();
      for (Clause clause : clauses) {
        Operator operator = plain(clause.operator());
        if (clause.version().equals("*") && operator == Operator.EQUAL) {
          continue;
        }
        if (operator == null || !isOrdered(scheme, clause.version())) {
          throw reader.unreadable(clause);
        }
        bounds.add(operator.than(scheme, scheme.normalised(clause.version())));
      }
      alternatives.add(VersionSet.all(bounds));
    }
    return VersionSet.any(alternatives);
  }
}
