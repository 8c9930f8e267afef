package io.breakwater.inventory.internal.beam;

import io.breakwater.inventory.MalformedFileException;
import io.breakwater.model.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads terms as Erlang and Elixir write them. Tuples, lists, maps and binaries become arrays and
 * strings; atoms, strings and numbers become strings; the arrow and the colon of maps and keyword
 * lists are left out, so that their keys and values alternate. Bounded in depth.
 */
final class Terms {
  private static final int MAX_DEPTH = 100;
  private static final String DELIMITERS = "{}[]()<>,\"'|=";

  private final String text;
  private int at;

  private Terms(String text) {
    this.text = text;
  }

  /** Every term of a text; dots between them are skipped. */
  static List<Json> parse(String text) throws MalformedFileException {
    var terms = new Terms(text);
    var found = new ArrayList<Json>();
    for (terms.skip(); terms.at < text.length(); terms.skip()) {
      if (text.charAt(terms.at) == '.') terms.at++;
      else found.add(terms.term(0));
    }
    return found;
  }

  private Json term(int depth) throws MalformedFileException {
    if (depth > MAX_DEPTH) throw malformed("it is nested too deeply");
    char c = text.charAt(at);
    return switch (c) {
      case '{' -> several(depth, '}');
      case '[' -> several(depth, ']');
      case '(' -> several(depth, ')');
      case '"', '\'' -> new Json.Str(quoted(c));
      case '<' -> binary(depth);
      case '}', ']', ')', '>', ',', '|', '=' -> throw malformed("'" + c + "' has no place");
      default -> new Json.Str(word());
    };
  }

  private Json several(int depth, char end) throws MalformedFileException {
    at++;
    var elements = new ArrayList<Json>();
    for (skip(); ; skip()) {
      if (at >= text.length()) throw malformed("it ends within a term");
      char c = text.charAt(at);
      if (c == end) {
        at++;
        return new Json.Arr(Collections.unmodifiableList(elements));
      }
      if (c == ',' || c == '|') at++;
      else if (c == '=' || (c == '>' && text.charAt(at - 1) == '=')) at++;
      else elements.add(term(depth + 1));
    }
  }

  /** {@code <<"text">>}: its text. */
  private Json binary(int depth) throws MalformedFileException {
    if (!text.startsWith("<<", at)) throw malformed("'<' has no place");
    at += 2;
    var out = new StringBuilder();
    for (skip(); !text.startsWith(">>", at); skip()) {
      if (at >= text.length()) throw malformed("it ends within a binary");
      char c = text.charAt(at);
      if (c == ',' || c == '/') at++;
      else if (term(depth + 1) instanceof Json.Str(String part)) out.append(part);
    }
    at += 2;
    return new Json.Str(out.toString());
  }

  private String quoted(char quote) throws MalformedFileException {
    int start = ++at;
    while (at < text.length() && text.charAt(at) != quote) at += text.charAt(at) == '\\' ? 2 : 1;
    if (at >= text.length()) throw malformed("it ends within a string");
    String raw = text.substring(start, at++);
    if (at < text.length() && text.charAt(at) == ':') at++;
    return raw.indexOf('\\') < 0 ? raw : raw.replace("\\\"", "\"").replace("\\\\", "\\");
  }

  /** An atom, number or keyword, without the colon before or behind it. */
  private String word() {
    int start = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c <= ' ' || DELIMITERS.indexOf(c) >= 0) break;
      if (c == '.' && (at + 1 == text.length() || text.charAt(at + 1) <= ' ')) break;
      at++;
      if (c == ':' && at < text.length() && text.charAt(at) <= ' ') break;
    }
    if (at == start) at++;
    String word = text.substring(start, at);
    if (word.startsWith(":")) return word.substring(1);
    return word.endsWith(":") ? word.substring(0, word.length() - 1) : word;
  }

  /** Skips blanks and comments: of Erlang behind %, of Elixir behind #; the % of a map too. */
  private void skip() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '%' && at + 1 < text.length() && text.charAt(at + 1) == '{') {
        at++;
        return;
      }
      if (c == '%' || c == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (c <= ' ') {
        at++;
      } else {
        return;
      }
    }
  }

  private MalformedFileException malformed(String reason) {
    int line = 1;
    for (int i = 0; i < Math.min(at, text.length()); i++) if (text.charAt(i) == '\n') line++;
    return new MalformedFileException("not a term at line " + line + ": " + reason);
  }
}
