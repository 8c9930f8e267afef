package io.breakwater.inventory.internal.python;

import java.util.Optional;

/**
 * A requirement as PEP 508 writes it: {@code name[extras] specifiers ; marker} or {@code name @
 * url}.
 *
 * @param name as written
 * @param version the one version that satisfies it; empty when several may
 */
public record Requirement(String name, String version) {
  /**
   * Reads one, and leaves out what follows it on a line of pip's.
   *
   * @return empty for a text that is none
   */
  public static Optional<Requirement> parse(String text) {
    int end = 0;
    while (end < text.length() && PythonNames.isNamePart(text.charAt(end))) end++;
    if (end == 0 || text.charAt(0) == '-' || text.charAt(0) == '.') return Optional.empty();
    String name = text.substring(0, end);
    int at = skipBlanks(text, end);
    if (at < text.length() && text.charAt(at) == '[') {
      int close = text.indexOf(']', at);
      if (close < 0) return Optional.empty();
      at = skipBlanks(text, close + 1);
    }
    if (at >= text.length()) return Optional.of(new Requirement(name, ""));
    return switch (text.charAt(at)) {
      case ';', '@' -> Optional.of(new Requirement(name, ""));
      case '(' -> {
        int close = text.indexOf(')', at);
        yield close < 0 ? Optional.empty() : specified(name, text.substring(at + 1, close));
      }
      case '=', '<', '>', '!', '~' -> specified(name, text.substring(at));
      // An option of pip's behind a lone name.
      case '-' -> at > end ? Optional.of(new Requirement(name, "")) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Requirement> specified(String name, String specifiers) {
    String exact = "";
    int at = 0;
    while (true) {
      at = skipBlanks(specifiers, at);
      int operator = at;
      while (at < specifiers.length() && "=<>!~".indexOf(specifiers.charAt(at)) >= 0) at++;
      boolean equal = isEqual(specifiers, operator, at);
      if (at == operator) return Optional.empty();
      at = skipBlanks(specifiers, at);
      int start = at;
      while (at < specifiers.length() && isVersionPart(specifiers.charAt(at))) at++;
      if (at == start || specifiers.charAt(start) == '-') return Optional.empty();
      String version = specifiers.substring(start, at);
      if (equal && !version.endsWith("*")) exact = version;
      at = skipBlanks(specifiers, at);
      if (at >= specifiers.length() || specifiers.charAt(at) != ',') break;
      at++;
    }
    return Optional.of(new Requirement(name, exact));
  }

  private static boolean isEqual(String text, int start, int end) {
    int length = end - start;
    if (length != 2 && length != 3) return false;
    for (int i = start; i < end; i++) if (text.charAt(i) != '=') return false;
    return true;
  }

  private static boolean isVersionPart(char c) {
    return PythonNames.isNamePart(c) || c == '+' || c == '!' || c == '*';
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) at++;
    return at;
  }
}
