package io.breakwater.oci.internal.settings;

import io.breakwater.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part of TOML 1.0 in which container tools are configured: tables, arrays of tables,
 * dotted and quoted keys, all strings, arrays, inline tables, booleans. Numbers and dates keep
 * their text. Bounded in length and depth; one pass, no regular expressions.
 */
public final class Toml {
  private static final int LONGEST = 4 << 20;
  private static final int DEEPEST = 32;

  private final String text;
  private int at;

  private final Map<String, Object> root = new LinkedHashMap<>();
  private Map<String, Object> table = root;

  private Toml(String text) {
    this.text = text;
  }

  /** Reads a document into the values that JSON has. */
  public static Json.Obj parse(byte[] document) throws InvalidTomlException {
    return parse(new String(document, StandardCharsets.UTF_8));
  }

  static Json.Obj parse(String document) throws InvalidTomlException {
    if (document.length() > LONGEST) throw new InvalidTomlException("it is too long", 1, 1);
    var parser = new Toml(document);
    parser.document();
    return object(parser.root);
  }

  private void document() throws InvalidTomlException {
    while (true) {
      blankLines();
      if (at >= text.length()) return;
      if (text.charAt(at) == '[') header();
      else keyAndValue(table, 0);
      endOfLine();
    }
  }

  private void header() throws InvalidTomlException {
    boolean array = text.startsWith("[[", at);
    at += array ? 2 : 1;
    spaces();
    List<String> key = key();
    expect(array ? "]]" : "]");
    Map<String, Object> parent = descend(root, key.subList(0, key.size() - 1));
    String last = key.getLast();
    if (!array) {
      table = descend(parent, List.of(last));
      return;
    }
    table = new LinkedHashMap<>();
    Object there = parent.computeIfAbsent(last, _ -> new Tables());
    if (!(there instanceof Tables tables)) throw error("the key " + last + " is taken");
    tables.all.add(table);
  }

  /** The table at a path, made where it is missing; the last of an array of tables. */
  private Map<String, Object> descend(Map<String, Object> from, List<String> path)
      throws InvalidTomlException {
    Map<String, Object> here = from;
    for (String part : path) {
      Object there = here.computeIfAbsent(part, _ -> new LinkedHashMap<String, Object>());
      Map<String, Object> next =
          there instanceof Tables tables ? tables.all.getLast() : asTable(there);
      if (next == null) throw error("the key " + part + " is taken");
      here = next;
    }
    return here;
  }

  /** The elements of {@code [[name]]}. */
  private static final class Tables {
    final List<Map<String, Object>> all = new ArrayList<>();
  }

  @SuppressWarnings("unchecked") // only this class makes these maps
  private static @Nullable Map<String, Object> asTable(Object value) {
    return value instanceof LinkedHashMap<?, ?> map ? (Map<String, Object>) map : null;
  }

  private void keyAndValue(Map<String, Object> into, int depth) throws InvalidTomlException {
    List<String> key = key();
    expect("=");
    spaces();
    Object value = value(depth);
    Map<String, Object> parent = descend(into, key.subList(0, key.size() - 1));
    if (parent.putIfAbsent(key.getLast(), value) != null) {
      throw error("the key " + key.getLast() + " is taken");
    }
  }

  private List<String> key() throws InvalidTomlException {
    var parts = new ArrayList<String>();
    do {
      if (parts.size() == DEEPEST) throw error("the key has too many parts");
      if (!parts.isEmpty()) at++;
      spaces();
      char c = peek();
      if (c == '"' || c == '\'') parts.add(line(c));
      else parts.add(bareKey());
      spaces();
    } while (peek() == '.');
    return parts;
  }

  private String bareKey() throws InvalidTomlException {
    int start = at;
    while (at < text.length() && isBare(text.charAt(at))) at++;
    if (at == start) throw error("a key was expected");
    return text.substring(start, at);
  }

  private static boolean isBare(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  private Object value(int depth) throws InvalidTomlException {
    if (depth == DEEPEST) throw error("it is nested too deeply");
    char c = peek();
    return switch (c) {
      case '"', '\'' -> new Json.Str(text.startsWith("" + c + c + c, at) ? lines(c) : line(c));
      case '[' -> array(depth + 1);
      case '{' -> inlineTable(depth + 1);
      default -> bareValue();
    };
  }

  private Json bareValue() throws InvalidTomlException {
    int start = at;
    while (at < text.length() && (isBare(text.charAt(at)) || "+.:".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    String word = text.substring(start, at);
    if (word.isEmpty()) throw error("a value was expected");
    if (word.equals("true") || word.equals("false")) return new Json.Bool(word.equals("true"));
    char first = word.charAt(0);
    boolean numeric = (first >= '0' && first <= '9') || first == '+' || first == '-';
    if (!numeric && !word.equals("inf") && !word.equals("nan")) {
      throw error(word + " is no value; a text stands in quotes");
    }
    return new Json.Num(word);
  }

  private Json.Arr array(int depth) throws InvalidTomlException {
    at++;
    var elements = new ArrayList<Json>();
    while (true) {
      blankLines();
      if (peek() == ']') break;
      elements.add(json(value(depth)));
      blankLines();
      if (peek() == ',') at++;
      else if (peek() != ']') throw error("a comma or ] was expected");
    }
    at++;
    return new Json.Arr(Collections.unmodifiableList(elements));
  }

  private Json.Obj inlineTable(int depth) throws InvalidTomlException {
    at++;
    var members = new LinkedHashMap<String, Object>();
    spaces();
    while (peek() != '}') {
      keyAndValue(members, depth);
      spaces();
      if (peek() == '}') break;
      expect(",");
      spaces();
    }
    at++;
    return object(members);
  }

  /** A string on one line, in either kind of quotes. */
  private String line(char quote) throws InvalidTomlException {
    at++;
    var out = new StringBuilder();
    while (true) {
      char c = peek();
      if (c == '\n' || (c == '\0' && at >= text.length())) throw error("a text does not end");
      at++;
      if (c == quote) return out.toString();
      if (c == '\\' && quote == '"') escape(out);
      else out.append(c);
    }
  }

  /** A string over several lines, between three quotes. */
  private String lines(char quote) throws InvalidTomlException {
    String end = "" + quote + quote + quote;
    at += 3;
    if (text.startsWith("\r\n", at)) at += 2;
    else if (peek() == '\n') at++;
    var out = new StringBuilder();
    while (!text.startsWith(end, at)) {
      if (at >= text.length()) throw error("a text does not end");
      char c = text.charAt(at++);
      if (c != '\\' || quote == '\'') out.append(c);
      else if (Character.isWhitespace(peek())) {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
      } else escape(out);
    }
    at += 3;
    // One or two quotes may stand right before the end.
    while (peek() == quote) {
      out.append(quote);
      at++;
    }
    return out.toString();
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
      case 'u' -> out.appendCodePoint(codePoint(4));
      case 'U' -> out.appendCodePoint(codePoint(8));
      default -> throw error("\\" + c + " is no escape");
    }
  }

  private int codePoint(int digits) throws InvalidTomlException {
    if (at + digits > text.length()) throw error("a text does not end");
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(text.charAt(at + i), 16);
      if (digit < 0 || value > 0x10ffff >> 4) throw error("this is no Unicode character");
      value = value << 4 | digit;
    }
    if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
      throw error("this is no Unicode character");
    }
    at += digits;
    return value;
  }

  private void expect(String word) throws InvalidTomlException {
    if (!text.startsWith(word, at)) throw error(word + " was expected");
    at += word.length();
  }

  private void spaces() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) at++;
  }

  private void blankLines() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') comment();
      else if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\ufeff') at++;
      else return;
    }
  }

  private void comment() {
    while (at < text.length() && text.charAt(at) != '\n') at++;
  }

  private void endOfLine() throws InvalidTomlException {
    spaces();
    if (peek() == '#') comment();
    if (peek() == '\r') at++;
    if (at < text.length() && text.charAt(at) != '\n')
      throw error("the end of the line was expected");
  }

  /** The next character; NUL at the end. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private InvalidTomlException error(String reason) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < at && i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return new InvalidTomlException(reason, line, Math.min(at, text.length()) - start + 1);
  }

  private static Json json(Object value) {
    if (value instanceof Json done) return done;
    if (value instanceof Tables tables) {
      return new Json.Arr(tables.all.stream().<Json>map(Toml::object).toList());
    }
    Map<String, Object> members = asTable(value);
    return members == null ? new Json.Nil() : object(members);
  }

  /** Headers and keys have a bounded number of parts, but tables in tables may add up. */
  private static Json.Obj object(Map<String, Object> members) {
    var out = new LinkedHashMap<String, Json>();
    members.forEach((key, value) -> out.put(key, json(value)));
    return new Json.Obj(Collections.unmodifiableMap(out));
  }
}
