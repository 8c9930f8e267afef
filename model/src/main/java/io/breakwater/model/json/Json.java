package io.breakwater.model.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A JSON value. Reading is bounded in depth and size; where an object repeats a key the last one
 * holds, as in every reader that container tools use. Numbers keep their text.
 */
public sealed interface Json {
  /** An object, its members in document order. */
  record Obj(Map<String, Json> members) implements Json {
    /** An object without members. */
    public static final Obj EMPTY = new Obj(Map.of());

    /** The member of this name. */
    public Optional<Json> get(String key) {
      return Optional.ofNullable(members.get(key));
    }

    /** The text of a member; empty text when it is missing or no string. */
    public String text(String key) {
      return members.get(key) instanceof Str(String value) ? value : "";
    }

    /** The whole number of a member. */
    public OptionalLong number(String key) {
      if (members.get(key) instanceof Num(String digits)) {
        try {
          return OptionalLong.of(Long.parseLong(digits));
        } catch (NumberFormatException notWholeOrTooLarge) {
          return OptionalLong.empty();
        }
      }
      return OptionalLong.empty();
    }

    /** Whether a member is {@code true}. */
    public boolean isTrue(String key) {
      return members.get(key) instanceof Bool(boolean value) && value;
    }

    /** The member as an object; an empty one when it is missing or no object. */
    public Obj object(String key) {
      return members.get(key) instanceof Obj object ? object : EMPTY;
    }

    /** The elements of a member; none when it is missing or no array. */
    public List<Json> array(String key) {
      return members.get(key) instanceof Arr(List<Json> elements) ? elements : List.of();
    }

    /** Those elements of a member that are objects. */
    public List<Obj> objects(String key) {
      var out = new ArrayList<Obj>();
      for (Json element : array(key)) if (element instanceof Obj object) out.add(object);
      return out;
    }

    /** Those elements of a member that are strings. */
    public List<String> texts(String key) {
      var out = new ArrayList<String>();
      for (Json element : array(key)) if (element instanceof Str(String value)) out.add(value);
      return out;
    }
  }

  /** An array. */
  record Arr(List<Json> elements) implements Json {}

  /** A string. */
  record Str(String value) implements Json {}

  /** A number, by its text. */
  record Num(String digits) implements Json {}

  /** True or false. */
  record Bool(boolean value) implements Json {}

  /** The null of JSON. */
  record Nil() implements Json {}

  /** The deepest nesting that is read. */
  int MAX_DEPTH = 200;

  /** The most values that are read of one document. */
  int MAX_VALUES = 4_000_000;

  /**
   * Reads one document in UTF-8, or in UTF-16 with a byte order mark. Bytes that are no UTF-8 stand
   * for U+FFFD, as Go reads them.
   *
   * @throws InvalidJsonException when it is no JSON by RFC 8259, is nested deeper than {@link
   *     #MAX_DEPTH}, has more than {@link #MAX_VALUES} values, or something follows it
   */
  static Json parse(byte[] document) throws InvalidJsonException {
    return JsonReader.read(document);
  }

  /**
   * Reads one document from a stream, which stays open. The caller bounds its length.
   *
   * @throws InvalidJsonException as {@link #parse(byte[])}
   * @throws IOException when the stream fails
   */
  static Json parse(InputStream document) throws IOException {
    return parse(document.readAllBytes());
  }

  /** As {@link #parse(byte[])}, for documents that must be objects. */
  static Obj parseObject(byte[] document) throws InvalidJsonException {
    if (parse(document) instanceof Obj object) return object;
    throw new InvalidJsonException("an object was expected", 1, 1);
  }

  /**
   * As {@link #parseObject}, for files that people write: with comments as in Java, and commas
   * before closing brackets.
   */
  static Obj parseRelaxed(byte[] document) throws InvalidJsonException {
    if (JsonReader.readRelaxed(document) instanceof Obj object) return object;
    throw new InvalidJsonException("an object was expected", 1, 1);
  }
}
