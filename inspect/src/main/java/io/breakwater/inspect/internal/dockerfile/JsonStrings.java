package io.breakwater.inspect.internal.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Reads a JSON array of strings out of a line, as the exec form of an instruction is written. */
final class JsonStrings {
  private final String text;
  private final int end;
  private int at;
  private boolean nested;

  private JsonStrings(String text, int start, int end) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  /** What a text turned out to be. */
  sealed interface Result {
    /** An array of strings. */
    record Strings(List<Word> words) implements Result {}

    /** An array that holds something else, which every builder refuses. */
    record Mixed(int offset) implements Result {}

    /** No JSON. */
    record Other() implements Result {}
  }

  /** Reads the text between two offsets. */
  static Result read(String text, int start, int end) {
    return new JsonStrings(text, start, end).read();
  }

  private Result read() {
    skipSpace();
    if (!take('[')) return new Result.Other();
    var words = new ArrayList<Word>();
    int mixed = -1;
    skipSpace();
    if (!take(']')) {
      while (true) {
        skipSpace();
        if (at < end && text.charAt(at) == '"') {
          Word word = string();
          if (word == null) return new Result.Other();
          words.add(word);
        } else {
          if (mixed < 0) mixed = at;
          if (!value()) return new Result.Other();
        }
        skipSpace();
        if (take(',')) continue;
        if (take(']')) break;
        return new Result.Other();
      }
    }
    skipSpace();
    if (at != end) return new Result.Other();
    return mixed < 0 ? new Result.Strings(words) : new Result.Mixed(mixed);
  }

  /** Skips any other value: its brackets are counted, which is enough to tell it from a typo. */
  private boolean value() {
    int depth = 0;
    int from = at;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '"') {
        if (string() == null) return false;
        continue;
      }
      if (c == '[' || c == '{') {
        depth++;
        nested = true;
      } else if (c == ']' || c == '}') {
        if (depth == 0) break;
        depth--;
      } else if (c == ',' && depth == 0) {
        break;
      } else if (depth == 0 && !isScalar(c)) {
        return false;
      }
      at++;
    }
    return depth == 0 && at > from && (nested || isScalar(text, from, at));
  }

  private static boolean isScalar(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || "+-.E \t".indexOf(c) >= 0;
  }

  private static boolean isScalar(String text, int from, int to) {
    String word = text.substring(from, to).strip();
    if (word.equals("true") || word.equals("false") || word.equals("null")) return true;
    if (word.isEmpty() || (word.charAt(0) != '-' && !Character.isDigit(word.charAt(0)))) {
      return false;
    }
    for (int i = 1; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!(c >= '0' && c <= '9') && "+-.eE".indexOf(c) < 0) return false;
    }
    return true;
  }

  private @org.jspecify.annotations.Nullable Word string() {
    int start = at++;
    var out = new StringBuilder();
    while (at < end) {
      char c = text.charAt(at++);
      if (c == '"') return new Word(out.toString(), start, at);
      if (c < ' ') return null;
      if (c != '\\') {
        out.append(c);
        continue;
      }
      if (at >= end) return null;
      char escaped = text.charAt(at++);
      switch (escaped) {
        case '"', '\\', '/' -> out.append(escaped);
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case 'u' -> {
          int code = 0;
          for (int i = 0; i < 4; i++) {
            int digit = at < end ? Character.digit(text.charAt(at++), 16) : -1;
            if (digit < 0) return null;
            code = code * 16 + digit;
          }
          out.append((char) code);
        }
        default -> {
          return null;
        }
      }
    }
    return null;
  }

  private boolean take(char c) {
    if (at >= end || text.charAt(at) != c) return false;
    at++;
    return true;
  }

  private void skipSpace() {
    while (at < end && " \t\r\n\u000b\f".indexOf(text.charAt(at)) >= 0) at++;
  }
}
