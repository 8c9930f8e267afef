package io.breakwater.inspect.internal.shell;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A place in a text that is read once from front to back, and the first failure. */
final class Cursor {
  private final String text;
  private final int @Nullable [] places;
  private int limit;
  private int position;
  private int failure = -1;

  Cursor(String text, int @Nullable [] places) {
    this.text = text;
    this.places = places;
    this.limit = text.length();
  }

  String text() {
    return text;
  }

  int position() {
    return position;
  }

  void back(int to) {
    position = to;
  }

  int limit() {
    return limit;
  }

  void limit(int to) {
    limit = to;
  }

  /** The offset in the script of the current place. */
  int at() {
    return at(position);
  }

  /** The offset in the script of a place of this text. */
  int at(int index) {
    if (places == null) return index;
    if (index < places.length) return places[index];
    return places.length == 0 ? 0 : places[places.length - 1] + 1;
  }

  boolean failed() {
    return failure >= 0;
  }

  void fail() {
    if (failure < 0) failure = position;
  }

  OptionalInt failure() {
    return failure < 0 ? OptionalInt.empty() : OptionalInt.of(at(failure));
  }

  boolean atEnd() {
    return position >= limit;
  }

  /** The current character; 0 at the end. */
  char peek() {
    return position < limit ? text.charAt(position) : 0;
  }

  char peek(int ahead) {
    return position + ahead < limit ? text.charAt(position + ahead) : 0;
  }

  char next() {
    return text.charAt(position++);
  }

  boolean looking(String token) {
    return position + token.length() <= limit && text.startsWith(token, position);
  }

  boolean take(String token) {
    if (!looking(token)) return false;
    position += token.length();
    return true;
  }

  /** Skips blanks, lines that continue, and a comment. */
  void skipBlanks() {
    while (position < limit) {
      char c = text.charAt(position);
      if (c == ' ' || c == '\t' || c == '\r') {
        position++;
      } else if (c == '\\' && continues(position)) {
        position += peek(1) == '\r' ? 3 : 2;
      } else if (c == '#' && beginsWord()) {
        while (position < limit && text.charAt(position) != '\n') position++;
      } else {
        return;
      }
    }
  }

  /** Whether a backslash at {@code index} takes the end of its line away. */
  boolean continues(int index) {
    if (index + 1 >= limit) return false;
    char next = text.charAt(index + 1);
    return next == '\n' || (next == '\r' && index + 2 < limit && text.charAt(index + 2) == '\n');
  }

  private boolean beginsWord() {
    if (position == 0) return true;
    return switch (text.charAt(position - 1)) {
      case ' ', '\t', '\n', '\r', ';', '&', '|', '(', ')' -> true;
      default -> false;
    };
  }

  /** The plain word here if it may be one that the grammar reserves; else empty. */
  String reservedWord() {
    char c = peek();
    if (!(c >= 'a' && c <= 'z') && c != '{' && c != '}' && c != '!' && c != '[') return "";
    int end = position;
    while (end < limit && end - position < 10 && !delimits(text.charAt(end))) end++;
    return end < limit && !delimits(text.charAt(end)) ? "" : text.substring(position, end);
  }

  /** Whether a character ends a word. */
  static boolean delimits(char c) {
    return switch (c) {
      case ' ', '\t', '\n', '\r', ';', '&', '|', '(', ')', '<', '>' -> true;
      default -> false;
    };
  }

  /** Takes {@code ()} of a definition of a function, if it is here. */
  boolean emptyParentheses() {
    int i = skip(position);
    if (i >= limit || text.charAt(i) != '(') return false;
    i = skip(i + 1);
    if (i >= limit || text.charAt(i) != ')') return false;
    position = i + 1;
    return true;
  }

  private int skip(int from) {
    int i = from;
    while (i < limit && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) i++;
    return i;
  }
}
