package io.breakwater.model.json;

import java.util.ArrayList;
import java.util.List;

/** The characters of a TOML text: blanks, keys and strings. */
final class TomlText {
  private static final char NOTHING = '\0';

  private final String text;
  private int at;

  TomlText(String text) {
    this.text = text;
    at = text.startsWith("\uFEFF") ? 1 : 0;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** The next character; NUL at the end, which no TOML may hold. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : NOTHING;
  }

  InvalidTomlException error(String reason) {
    int line = 1;
    for (int i = 0; i < Math.min(at, text.length()); i++) if (text.charAt(i) == '\n') line++;
    return new InvalidTomlException(reason, line);
  }

  private InvalidTomlException unexpected(String wanted) {
    String found = atEnd() ? "the end" : "'" + peek() + "'";
    return error(wanted + " was expected, not " + (peek() < ' ' && !atEnd() ? "a break" : found));
  }

  /** Takes a character if it is the next one. */
  boolean take(char c) {
    if (peek() != c || atEnd()) return false;
    at++;
    return true;
  }

  /** Takes a character, which blanks may precede. */
  void expect(char c) throws InvalidTomlException {
    skipBlanks();
    expectNow(c);
  }

  void expectNow(char c) throws InvalidTomlException {
    if (!take(c)) throw unexpected("'" + c + "'");
  }

  void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') at++;
  }

  /** Skips blanks, comments and ends of lines. */
  void skipLines() throws InvalidTomlException {
    while (true) {
      skipBlanks();
      if (peek() == '#') {
        skipComment();
      } else if (!takeLineEnd()) {
        return;
      }
    }
  }

  /** Skips what may follow a statement, with the end of its line. */
  void endLine() throws InvalidTomlException {
    skipBlanks();
    if (peek() == '#') skipComment();
    if (!atEnd() && !takeLineEnd()) throw unexpected("the end of the line");
  }

  private void skipComment() throws InvalidTomlException {
    while (!atEnd() && peek() != '\n' && !isLineEnd()) {
      checkCharacter(peek());
      at++;
    }
  }

  private boolean isLineEnd() {
    return peek() == '\n' || (peek() == '\r' && text.startsWith("\r\n", at));
  }

  private boolean takeLineEnd() {
    if (!isLineEnd()) return false;
    at += peek() == '\r' ? 2 : 1;
    return true;
  }

  private void checkCharacter(char c) throws InvalidTomlException {
    if ((c < ' ' && c != '\t') || c == 0x7f) throw error("a control character");
  }

  /** A key of one or more parts. */
  List<String> key(int most) throws InvalidTomlException {
    var parts = new ArrayList<String>(2);
    do {
      if (parts.size() >= most) throw error("it is nested too deeply");
      skipBlanks();
      parts.add(keyPart());
      skipBlanks();
    } while (take('.'));
    return parts;
  }

  private String keyPart() throws InvalidTomlException {
    char first = peek();
    if (first == '"' || first == '\'') {
      at++;
      return first == '"' ? basic() : literal();
    }
    int start = at;
    while (isBare(peek())) at++;
    if (at == start) throw unexpected("a key");
    return text.substring(start, at);
  }

  private static boolean isBare(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  /** A value that is neither array nor table. */
  Json scalar() throws InvalidTomlException {
    if (peek() == '"' || peek() == '\'') return new Json.Str(string(peek()));
    int start = at;
    while (isBare(peek()) || peek() == '+' || peek() == '.' || peek() == ':') at++;
    if (TomlScalars.isDate(text, start, at) && isTimeBehindBlank()) {
      at++;
      while (isBare(peek()) || peek() == '+' || peek() == '.' || peek() == ':') at++;
    }
    if (at == start) throw unexpected("a value");
    Json value = TomlScalars.of(text.substring(start, at));
    if (value instanceof Json.Nil) throw error("no value is written like this");
    return value;
  }

  private boolean isTimeBehindBlank() {
    if (peek() != ' ' || at + 3 >= text.length()) return false;
    return Character.isDigit(text.charAt(at + 1)) && text.charAt(at + 3) == ':';
  }

  private String string(char quote) throws InvalidTomlException {
    String three = quote == '"' ? "\"\"\"" : "'''";
    if (text.startsWith(three, at)) {
      at += 3;
      takeLineEnd();
      return lines(quote, three);
    }
    at++;
    return quote == '"' ? basic() : literal();
  }

  /** A literal string of one line, behind its first quote. */
  private String literal() throws InvalidTomlException {
    int start = at;
    while (peek() != '\'') {
      checkOpen();
      at++;
    }
    return text.substring(start, at++);
  }

  private void checkOpen() throws InvalidTomlException {
    if (atEnd() || peek() == '\n') throw error("a string does not end");
    checkCharacter(peek());
  }

  /** A basic string of one line, behind its first quote. */
  private String basic() throws InvalidTomlException {
    int start = at;
    while (peek() != '"' && peek() != '\\') {
      checkOpen();
      at++;
    }
    if (peek() == '"') return text.substring(start, at++);
    var out = new StringBuilder().append(text, start, at);
    while (!take('"')) {
      checkOpen();
      char c = text.charAt(at++);
      if (c == '\\') escape(out);
      else out.append(c);
    }
    return out.toString();
  }

  /** A string of several lines, behind its quotes and the line end that may follow them. */
  private String lines(char quote, String three) throws InvalidTomlException {
    var out = new StringBuilder();
    while (!text.startsWith(three, at)) {
      if (atEnd()) throw error("a string does not end");
      if (takeLineEnd()) {
        out.append('\n');
        continue;
      }
      checkCharacter(peek());
      char c = text.charAt(at++);
      if (c != '\\' || quote == '\'') out.append(c);
      else if (!skipBrokenLine()) escape(out);
    }
    at += 3;
    // Up to two more quotes belong to the string.
    for (int i = 0; i < 2 && take(quote); i++) out.append(quote);
    return out.toString();
  }

  /** Skips the line end that a backslash took away, with all blanks before the next character. */
  private boolean skipBrokenLine() {
    int start = at;
    skipBlanks();
    if (!takeLineEnd()) {
      at = start;
      return false;
    }
    do skipBlanks();
    while (takeLineEnd());
    return true;
  }

  private void escape(StringBuilder out) throws InvalidTomlException {
    char c = peek();
    at++;
    switch (c) {
      case 'b' -> out.append('\b');
      case 't' -> out.append('\t');
      case 'n' -> out.append('\n');
      case 'f' -> out.append('\f');
      case 'r' -> out.append('\r');
      case 'e' -> out.append('\u001b');
      case '"', '\\' -> out.append(c);
      case 'x' -> codePoint(2, out);
      case 'u' -> codePoint(4, out);
      case 'U' -> codePoint(8, out);
      default -> throw error("an unknown escape in a string");
    }
  }

  private void codePoint(int digits, StringBuilder out) throws InvalidTomlException {
    long code = 0;
    for (int i = 0; i < digits; i++) {
      int digit = atEnd() ? -1 : Character.digit(text.charAt(at++), 16);
      if (digit < 0) throw error("an escape needs " + digits + " hexadecimal digits");
      code = code << 4 | digit;
    }
    boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    if (surrogate || code > Character.MAX_CODE_POINT) throw error("an escape of no character");
    out.appendCodePoint((int) code);
  }
}
