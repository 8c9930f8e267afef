package io.breakwater.model.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Writes indented JSON, member by member, as it comes: documents of any size in constant memory.
 * Control characters, of both sets, are escaped, so that a document may be shown on a terminal.
 * Used by one thread. Closing flushes and leaves the stream open.
 */
public final class JsonOut implements Closeable {
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private final OutputStream stream;
  private final byte[] buffer = new byte[1 << 14];
  private int length;
  private int depth;

  /** Whether the innermost object or array has nothing in it yet. */
  private boolean isEmpty;

  private JsonOut(OutputStream stream) {
    this.stream = stream;
  }

  /** Writes one document as UTF-8 with a line feed at its end. */
  public static JsonOut to(OutputStream stream) {
    return new JsonOut(stream);
  }

  /** Something that writes the members of an object. */
  @FunctionalInterface
  public interface Members {
    /** Writes them. */
    void write() throws IOException;
  }

  /** Something that writes the members of an object about a value. */
  @FunctionalInterface
  public interface MembersOf<T> {
    /** Writes them. */
    void write(T value) throws IOException;
  }

  /** The document itself, or an element, as an object. */
  public void object(Members members) throws IOException {
    if (depth > 0) element();
    open('{');
    members.write();
    close('}');
  }

  /** A member that is an object. */
  public void object(String name, Members members) throws IOException {
    name(name);
    open('{');
    members.write();
    close('}');
  }

  /** A member that is an array of objects. */
  public <T> void array(String name, List<? extends T> values, MembersOf<T> members)
      throws IOException {
    name(name);
    open('[');
    for (T value : values) {
      element();
      open('{');
      members.write(value);
      close('}');
    }
    close(']');
  }

  /** A member that is a string. */
  public void text(String name, String value) throws IOException {
    name(name);
    string(value);
  }

  /** A member that is a string, and is left out when there is none. */
  public void optional(String name, Optional<?> value) throws IOException {
    if (value.isPresent()) text(name, value.get().toString());
  }

  /** A member that is an array of strings. */
  public void texts(String name, List<String> values) throws IOException {
    name(name);
    open('[');
    for (String value : values) {
      element();
      string(value);
    }
    close(']');
  }

  /** A member that is a whole number. */
  public void number(String name, long value) throws IOException {
    name(name);
    ascii(Long.toString(value));
  }

  /**
   * A member that is a number.
   *
   * @throws IllegalArgumentException for what JSON has no number for
   */
  public void number(String name, double value) throws IOException {
    if (!Double.isFinite(value)) throw new IllegalArgumentException("no JSON number: " + value);
    name(name);
    ascii(Double.toString(value));
  }

  /** A member that is true or false. */
  public void bool(String name, boolean value) throws IOException {
    name(name);
    ascii(value ? "true" : "false");
  }

  /** A member that is null. */
  public void nothing(String name) throws IOException {
    name(name);
    ascii("null");
  }

  @Override
  public void close() throws IOException {
    put('\n');
    flush();
    stream.flush();
  }

  private void name(String name) throws IOException {
    element();
    string(name);
    put(':');
    put(' ');
  }

  private void element() throws IOException {
    if (!isEmpty) put(',');
    isEmpty = false;
    line();
  }

  private void open(char bracket) throws IOException {
    put(bracket);
    depth++;
    isEmpty = true;
  }

  private void close(char bracket) throws IOException {
    depth--;
    if (!isEmpty) line();
    isEmpty = false;
    put(bracket);
  }

  private void line() throws IOException {
    put('\n');
    for (int i = 0; i < depth; i++) {
      put(' ');
      put(' ');
    }
  }

  private void ascii(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) put(text.charAt(i));
  }

  private void string(String text) throws IOException {
    put('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f) {
        if (c == '"' || c == '\\') put('\\');
        put(c);
      } else {
        i += other(text, i, c);
      }
    }
    put('"');
  }

  /** Writes a character that is not plain ASCII; says how many more than one were read. */
  private int other(String text, int i, char c) throws IOException {
    if (c < 0xa0 || c == 0x2028 || c == 0x2029) {
      escape(c);
    } else if (c < 0x800) {
      put(0xc0 | (c >> 6));
      put(0x80 | (c & 0x3f));
    } else if (!Character.isSurrogate(c)) {
      three(c);
    } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
      int point = Character.toCodePoint(c, text.charAt(i + 1));
      put(0xf0 | (point >> 18));
      put(0x80 | ((point >> 12) & 0x3f));
      put(0x80 | ((point >> 6) & 0x3f));
      put(0x80 | (point & 0x3f));
      return 1;
    } else {
      three(0xfffd);
    }
    return 0;
  }

  private void three(int c) throws IOException {
    put(0xe0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3f));
    put(0x80 | (c & 0x3f));
  }

  private void escape(char c) throws IOException {
    put('\\');
    switch (c) {
      case '\n' -> put('n');
      case '\r' -> put('r');
      case '\t' -> put('t');
      case '\b' -> put('b');
      case '\f' -> put('f');
      default -> {
        put('u');
        for (int shift = 12; shift >= 0; shift -= 4) put(HEX[(c >> shift) & 0xf]);
      }
    }
  }

  private void put(int b) throws IOException {
    if (length == buffer.length) flush();
    buffer[length++] = (byte) b;
  }

  private void flush() throws IOException {
    stream.write(buffer, 0, length);
    length = 0;
  }
}
