package io.breakwater.model.json;

import io.breakwater.model.json.Json.Arr;
import io.breakwater.model.json.Json.Bool;
import io.breakwater.model.json.Json.Nil;
import io.breakwater.model.json.Json.Num;
import io.breakwater.model.json.Json.Obj;
import io.breakwater.model.json.Json.Str;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Reads a document in one pass over its bytes. Our own, as loading a library's parser costs a cold
 * start more than everything else that a scan does before it reads the first layer (docs/adr/0003).
 */
final class JsonReader {
  private static final int LONGEST_NUMBER = 1_000;
  private static final Json TRUE = new Bool(true);
  private static final Json FALSE = new Bool(false);
  private static final Json NIL = new Nil();

  private final byte[] text;
  private final boolean relaxed;
  private int at;
  private int depth;
  private int values;

  private JsonReader(byte[] text, boolean relaxed) {
    this.text = text;
    this.relaxed = relaxed;
  }

  static Json read(byte[] document) throws InvalidJsonException {
    return read(document, false);
  }

  /** Reads with comments as in Java, and commas before closing brackets. */
  static Json readRelaxed(byte[] document) throws InvalidJsonException {
    return read(document, true);
  }

  private static Json read(byte[] document, boolean relaxed) throws InvalidJsonException {
    var reader = new JsonReader(utf8(document), relaxed);
    if (reader.startsWith(0xef, 0xbb, 0xbf)) reader.at = 3;
    reader.skipSpace();
    if (reader.at == reader.text.length) throw reader.invalid("it is empty");
    Json value = reader.value();
    reader.skipSpace();
    if (reader.at < reader.text.length) throw reader.invalid("something follows the document");
    return value;
  }

  private static byte[] utf8(byte[] document) {
    if (document.length < 2) return document;
    int mark = ((document[0] & 0xff) << 8) | (document[1] & 0xff);
    Charset charset;
    if (mark == 0xfeff) charset = StandardCharsets.UTF_16BE;
    else if (mark == 0xfffe) charset = StandardCharsets.UTF_16LE;
    else return document;
    return new String(document, 2, document.length - 2, charset).getBytes(StandardCharsets.UTF_8);
  }

  private boolean startsWith(int... bytes) {
    if (text.length < bytes.length) return false;
    for (int i = 0; i < bytes.length; i++) {
      if ((text[i] & 0xff) != bytes[i]) return false;
    }
    return true;
  }

  /** The value that starts here; recursion ends at the deepest nesting that is read. */
  private Json value() throws InvalidJsonException {
    if (++values > Json.MAX_VALUES) throw invalid("it has too many values");
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> new Str(string());
      case 't' -> word("true", TRUE);
      case 'f' -> word("false", FALSE);
      case 'n' -> word("null", NIL);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      case -1 -> throw invalid("it ends too early");
      default -> throw invalid("a value was expected");
    };
  }

  private Json object() throws InvalidJsonException {
    open();
    if (closes('}')) return Obj.EMPTY;
    var members = new LinkedHashMap<String, Json>();
    do {
      skipSpace();
      if (peek() != '"') throw invalid("a name in quotes was expected");
      String name = string();
      skipSpace();
      take(':', "a colon was expected");
      skipSpace();
      members.put(name, value());
    } while (goesOn('}'));
    return new Obj(Collections.unmodifiableMap(members));
  }

  private Json array() throws InvalidJsonException {
    open();
    if (closes(']')) return new Arr(List.of());
    var elements = new ArrayList<Json>();
    do {
      skipSpace();
      elements.add(value());
    } while (goesOn(']'));
    return new Arr(Collections.unmodifiableList(elements));
  }

  private void open() throws InvalidJsonException {
    if (++depth > Json.MAX_DEPTH) throw invalid("it is nested too deeply");
    at++;
    skipSpace();
  }

  private boolean closes(char bracket) {
    if (peek() != bracket) return false;
    at++;
    depth--;
    return true;
  }

  /** Whether a comma follows, rather than the end. */
  private boolean goesOn(char end) throws InvalidJsonException {
    skipSpace();
    if (peek() == ',') {
      at++;
      if (!relaxed) return true;
      skipSpace();
      return !closes(end);
    }
    if (closes(end)) return false;
    throw invalid(at == text.length ? "it ends too early" : "a comma or " + end + " was expected");
  }

  private Json word(String word, Json value) throws InvalidJsonException {
    for (int i = 0; i < word.length(); i++) {
      if (peek() != word.charAt(i)) throw invalid("a value was expected");
      at++;
    }
    return value;
  }

  private Json number() throws InvalidJsonException {
    int start = at;
    if (peek() == '-') at++;
    if (peek() == '0') at++;
    else digits();
    if (peek() == '.') {
      at++;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') at++;
      digits();
    }
    if (at - start > LONGEST_NUMBER) throw invalid("a number is too long");
    return new Num(new String(text, start, at - start, StandardCharsets.ISO_8859_1));
  }

  private void digits() throws InvalidJsonException {
    int start = at;
    while (peek() >= '0' && peek() <= '9') at++;
    if (at == start) throw invalid("a digit was expected");
  }

  private String string() throws InvalidJsonException {
    int start = ++at;
    for (int i = start; i < text.length; i++) {
      byte c = text[i];
      if (c == '"') {
        at = i + 1;
        return new String(text, start, i - start, StandardCharsets.UTF_8);
      }
      if (c == '\\') return escaped(start, i);
      if (c >= 0 && c < ' ') {
        at = i;
        throw invalid("a control character in a string");
      }
    }
    at = text.length;
    throw invalid("a string has no end");
  }

  /** The rest of a string whose first escape is at {@code escape}. */
  private String escaped(int start, int escape) throws InvalidJsonException {
    var out = new StringBuilder(escape - start + 32);
    int from = start;
    for (at = escape; at < text.length; ) {
      byte c = text[at];
      if (c == '"' || c == '\\') {
        out.append(new String(text, from, at - from, StandardCharsets.UTF_8));
        at++;
        if (c == '"') return out.toString();
        escape(out);
        from = at;
      } else if (c >= 0 && c < ' ') {
        throw invalid("a control character in a string");
      } else {
        at++;
      }
    }
    throw invalid("a string has no end");
  }

  private void escape(StringBuilder out) throws InvalidJsonException {
    int c = peek();
    at++;
    switch (c) {
      case '"', '\\', '/' -> out.append((char) c);
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'u' -> unicode(out);
      default -> {
        at--;
        throw invalid("no such escape in a string");
      }
    }
  }

  /** Four hexadecimal digits, or a pair of them; half a pair stands for U+FFFD. */
  private void unicode(StringBuilder out) throws InvalidJsonException {
    char unit = unit();
    if (!Character.isSurrogate(unit)) {
      out.append(unit);
      return;
    }
    boolean another = at + 1 < text.length && text[at] == '\\' && text[at + 1] == 'u';
    if (Character.isHighSurrogate(unit) && another) {
      int before = at;
      at += 2;
      char low = unit();
      if (Character.isLowSurrogate(low)) {
        out.append(unit).append(low);
        return;
      }
      at = before;
    }
    out.append('\ufffd');
  }

  private char unit() throws InvalidJsonException {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0) throw invalid("four hexadecimal digits were expected");
      value = (value << 4) | digit;
      at++;
    }
    return (char) value;
  }

  private void take(char expected, String otherwise) throws InvalidJsonException {
    if (peek() != expected) throw invalid(otherwise);
    at++;
  }

  private void skipSpace() throws InvalidJsonException {
    while (at < text.length) {
      byte c = text[at];
      boolean isSpace = c == ' ' || c == '\n' || c == '\r' || c == '\t';
      if (isSpace) at++;
      else if (relaxed && c == '/') skipComment();
      else return;
    }
  }

  private void skipComment() throws InvalidJsonException {
    int kind = at + 1 < text.length ? text[at + 1] : -1;
    int end = at + 2;
    if (kind == '/') {
      while (end < text.length && text[end] != '\n') end++;
    } else if (kind == '*') {
      while (end + 1 < text.length && (text[end] != '*' || text[end + 1] != '/')) end++;
      if (end + 1 >= text.length) throw invalid("a comment has no end");
      end += 2;
    } else {
      throw invalid("a value was expected");
    }
    at = end;
  }

  /** The byte here, or -1 at the end. */
  private int peek() {
    return at < text.length ? text[at] & 0xff : -1;
  }

  private InvalidJsonException invalid(String reason) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < at; i++) {
      if (text[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    int column =
        new String(Arrays.copyOfRange(text, lineStart, at), StandardCharsets.UTF_8).length();
    return new InvalidJsonException(reason, line, column + 1);
  }
}
