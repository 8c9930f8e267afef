package io.breakwater.advisory.internal.feed;

import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds where values lie in JSON text, without building them: a document of a hundred megabytes is
 * then read value by value. Only brackets and strings are looked at; {@link Slice#parse} checks the
 * rest.
 */
public final class JsonSlices {
  private JsonSlices() {}

  /** Where a value lies: from its first byte to behind its last. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never handed on
  public record Slice(byte[] content, int from, int to) {
    int length() {
      return to - from;
    }

    /** The value. */
    Json parse() throws InvalidJsonException {
      return Json.parse(Arrays.copyOfRange(content, from, to));
    }

    /** The value, which must be an object. */
    Json.Obj object() throws InvalidJsonException {
      return Json.parseObject(Arrays.copyOfRange(content, from, to));
    }

    boolean startsWith(char bracket) {
      return length() > 0 && content[from] == bracket;
    }
  }

  /** Takes the members of an object; says whether it wants more. */
  interface MemberVisitor {
    boolean member(String key, Slice value) throws InvalidJsonException;
  }

  /** Takes documents. */
  interface DocumentVisitor {
    void document(Slice value) throws IOException;
  }

  /** The first byte from {@code at} on that is no white space nor a byte order mark. */
  static int skipSpace(byte[] text, int at, int end) {
    int i = at;
    while (i < end) {
      int c = text[i] & 0xff;
      boolean mark = c == 0xef || c == 0xbb || c == 0xbf;
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t' && !mark) break;
      i++;
    }
    return i;
  }

  /**
   * Every document: the values that follow each other (one or JSON Lines), arrays taken apart into
   * their elements.
   */
  static void documents(byte[] text, DocumentVisitor visitor) throws IOException {
    int at = skipSpace(text, 0, text.length);
    while (at < text.length) {
      int end = valueEnd(text, at);
      if (text[at] == '[') {
        elements(new Slice(text, at, end), visitor);
      } else {
        visitor.document(new Slice(text, at, end));
      }
      at = skipSpace(text, end, text.length);
    }
  }

  /** The elements of an array. */
  static void elements(Slice array, DocumentVisitor visitor) throws IOException {
    byte[] text = array.content();
    if (!array.startsWith('[')) throw malformed("an array was expected", array.from());
    int at = skipSpace(text, array.from() + 1, array.to());
    while (at < array.to() && text[at] != ']') {
      int end = valueEnd(text, at);
      visitor.document(new Slice(text, at, end));
      at = skipSpace(text, end, array.to());
      if (at < array.to() && text[at] == ',') at = skipSpace(text, at + 1, array.to());
    }
  }

  /** The members of the object that starts at {@code object}. */
  static void members(byte[] text, int object, MemberVisitor visitor) throws InvalidJsonException {
    if (object >= text.length || text[object] != '{') {
      throw malformed("an object was expected", object);
    }
    int at = skipSpace(text, object + 1, text.length);
    while (at < text.length && text[at] != '}') {
      if (text[at] != '"') throw malformed("a key was expected", at);
      int keyEnd = stringEnd(text, at);
      String key = key(text, at, keyEnd);
      at = skipSpace(text, keyEnd, text.length);
      if (at >= text.length || text[at] != ':') throw malformed("a colon was expected", at);
      at = skipSpace(text, at + 1, text.length);
      int end = valueEnd(text, at);
      if (!visitor.member(key, new Slice(text, at, end))) return;
      at = skipSpace(text, end, text.length);
      if (at < text.length && text[at] == ',') at = skipSpace(text, at + 1, text.length);
    }
    if (at >= text.length) throw malformed("it ends too early", at);
  }

  private static String key(byte[] text, int from, int to) throws InvalidJsonException {
    for (int i = from; i < to; i++) {
      if (text[i] == '\\') {
        return Json.parse(Arrays.copyOfRange(text, from, to)) instanceof Json.Str(String value)
            ? value
            : "";
      }
    }
    return new String(text, from + 1, to - from - 2, StandardCharsets.UTF_8);
  }

  private static int valueEnd(byte[] text, int from) throws InvalidJsonException {
    if (from >= text.length) throw malformed("it ends too early", from);
    int depth = 0;
    int at = from;
    while (at < text.length) {
      switch (text[at]) {
        case '"' -> at = stringEnd(text, at);
        case '{', '[' -> {
          depth++;
          at++;
        }
        case '}', ']' -> {
          if (depth == 0) return notEmpty(from, at);
          depth--;
          at++;
        }
        case ',', ' ', '\n', '\r', '\t' -> {
          if (depth == 0) return notEmpty(from, at);
          at++;
        }
        default -> {
          at++;
          continue;
        }
      }
      if (depth == 0 && text[at - 1] != ',') return at;
    }
    if (depth > 0) throw malformed("it ends too early", at);
    return at;
  }

  private static int notEmpty(int from, int at) throws InvalidJsonException {
    if (at == from) throw malformed("a value was expected", at);
    return at;
  }

  /** Behind the closing quote of the string that opens at {@code from}. */
  private static int stringEnd(byte[] text, int from) throws InvalidJsonException {
    for (int i = from + 1; i < text.length; i++) {
      if (text[i] == '\\') i++;
      else if (text[i] == '"') return i + 1;
    }
    throw malformed("a string has no end", from);
  }

  private static InvalidJsonException malformed(String reason, int at) {
    return new InvalidJsonException(reason + " at byte " + at, 1, 1);
  }
}
