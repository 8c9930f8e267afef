package io.breakwater.inventory.internal.php;

import io.breakwater.inventory.MalformedFileException;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads what PHP's serialize() wrote, arrays and scalars only, into the tree of {@link Json}.
 * Objects are refused: nothing is ever made of what a file names.
 */
final class PhpSerialized {
  private static final int MAX_DEPTH = 50;

  private final byte[] bytes;
  private int at;

  private PhpSerialized(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads an array.
   *
   * @throws IOException when it is none, or nested too deeply
   */
  static Json.Obj object(byte[] bytes) throws IOException {
    if (new PhpSerialized(bytes).value(0) instanceof Json.Obj object) return object;
    throw new MalformedFileException("no serialized array");
  }

  private Json value(int depth) throws IOException {
    if (depth > MAX_DEPTH) throw new MalformedFileException("nested too deeply");
    char kind = (char) take();
    if (kind == 'N') {
      expect(';');
      return new Json.Nil();
    }
    expect(':');
    return switch (kind) {
      case 'a' -> array(depth);
      case 's' -> string();
      case 'i', 'd' -> new Json.Num(until(';'));
      case 'b' -> new Json.Bool(until(';').equals("1"));
      default -> throw new MalformedFileException("a value of kind " + (int) kind + " at " + at);
    };
  }

  private Json array(int depth) throws IOException {
    int count = number(until(':'));
    expect('{');
    Map<String, Json> members = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      String key =
          switch (value(depth + 1)) {
            case Json.Str(String text) -> text;
            case Json.Num(String digits) -> digits;
            default -> throw new MalformedFileException("a key is neither text nor number");
          };
      members.put(key, value(depth + 1));
    }
    expect('}');
    return new Json.Obj(members);
  }

  private Json string() throws IOException {
    int length = number(until(':'));
    expect('"');
    if (length > bytes.length - at) throw new MalformedFileException("a text goes beyond the end");
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    expect('"');
    expect(';');
    return new Json.Str(text);
  }

  private int take() throws IOException {
    if (at >= bytes.length) throw new MalformedFileException("it ends too early");
    return bytes[at++];
  }

  private void expect(char expected) throws IOException {
    if (take() != expected) throw new MalformedFileException("no " + expected + " at " + (at - 1));
  }

  private String until(char end) throws IOException {
    int start = at;
    while (take() != end) {
      if (at - start > 40) throw new MalformedFileException("no " + end + " after " + start);
    }
    return new String(bytes, start, at - 1 - start, StandardCharsets.US_ASCII);
  }

  private static int number(String digits) throws IOException {
    try {
      int number = Integer.parseInt(digits);
      if (number >= 0) return number;
    } catch (NumberFormatException none) {
      throw new MalformedFileException("no number: " + digits);
    }
    throw new MalformedFileException("a negative number");
  }
}
