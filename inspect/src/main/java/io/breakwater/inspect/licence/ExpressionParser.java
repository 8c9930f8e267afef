package io.breakwater.inspect.licence;

import io.breakwater.inspect.internal.licence.LicenceList;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/** Reads SPDX licence expressions by recursive descent. */
final class ExpressionParser {
  private static final String LICENCE_REF = "licenseref-";
  private static final String DOCUMENT_REF = "documentref-";

  private final String text;

  /** The word at hand, empty at the end; parentheses are words. */
  private String word = "";

  private int start;
  private int end;

  ExpressionParser(String text) {
    this.text = text;
  }

  LicenceExpression parse() throws InvalidLicenceException {
    if (text.length() > LicenceExpression.LONGEST) {
      throw new InvalidLicenceException("the expression is too long", LicenceExpression.LONGEST);
    }
    next();
    if (word.isEmpty()) throw wrong("there is no licence");
    LicenceExpression whole = or(0);
    if (word.isEmpty()) return whole;
    throw wrong(
        word.equals(")")
            ? "a closing parenthesis without an opening one"
            : "AND, OR or the end was expected and not \"" + shown() + "\"");
  }

  private LicenceExpression or(int depth) throws InvalidLicenceException {
    if (depth > LicenceExpression.DEEPEST) throw wrong("it is nested too deeply");
    var parts = new ArrayList<LicenceExpression>(1);
    do {
      parts.add(and(depth));
    } while (take("OR"));
    return LicenceExpression.any(parts);
  }

  private LicenceExpression and(int depth) throws InvalidLicenceException {
    var parts = new ArrayList<LicenceExpression>(1);
    do {
      parts.add(term(depth));
    } while (take("AND"));
    return LicenceExpression.all(parts);
  }

  private LicenceExpression term(int depth) throws InvalidLicenceException {
    if (take("(")) {
      LicenceExpression inner = or(depth + 1);
      if (!take(")")) throw wrong("a closing parenthesis is missing");
      return inner;
    }
    if (word.isEmpty()) throw wrong("the expression ends where a licence was expected");
    LicenceExpression licence = licence();
    next();
    if (!take("WITH")) return licence;
    if (licence instanceof LicenceExpression.With) throw wrong("a second exception");
    Optional<String> exception = LicenceList.exception(word);
    if (exception.isEmpty()) throw wrong("there is no licence exception \"" + shown() + "\"");
    next();
    return new LicenceExpression.With(licence, exception.get());
  }

  private LicenceExpression licence() throws InvalidLicenceException {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.startsWith(LICENCE_REF)) return reference("", word);
    if (lower.startsWith(DOCUMENT_REF)) {
      int colon = word.indexOf(':');
      if (colon < 0 || !lower.startsWith(LICENCE_REF, colon + 1)) {
        throw wrong(":LicenseRef- is missing behind DocumentRef-");
      }
      String document = word.substring(DOCUMENT_REF.length(), colon);
      if (!isName(document)) throw wrong("DocumentRef- needs a name");
      return reference(document, word.substring(colon + 1));
    }
    return LicenceList.expression(word)
        .orElseThrow(() -> wrong("there is no licence \"" + shown() + "\" in the SPDX list"));
  }

  private LicenceExpression reference(String document, String of) throws InvalidLicenceException {
    String name = of.substring(LICENCE_REF.length());
    if (!isName(name)) throw wrong("LicenseRef- needs a name of letters, digits, - and .");
    return new LicenceExpression.Reference(document, name);
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) if (!isNamePart(name.charAt(i))) return false;
    return !name.isEmpty();
  }

  static boolean isNamePart(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '-'
        || c == '.';
  }

  private boolean take(String wanted) {
    if (!word.equalsIgnoreCase(wanted)) return false;
    next();
    return true;
  }

  private void next() {
    start = end;
    while (start < text.length() && isBlank(text.charAt(start))) start++;
    end = start;
    while (end < text.length() && !isBlank(text.charAt(end)) && !isBracket(text.charAt(end))) end++;
    if (end == start && end < text.length()) end++; // a parenthesis
    word = text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean isBracket(char c) {
    return c == '(' || c == ')';
  }

  private String shown() {
    return word.length() > 60 ? word.substring(0, 60) + "…" : word;
  }

  private InvalidLicenceException wrong(String reason) {
    return new InvalidLicenceException(reason, Math.min(start, text.length()));
  }
}
