package io.breakwater.model.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

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

  /**
   * Reads one document.
   *
   * @throws InvalidJsonException when it is no JSON, is nested deeper than {@link #MAX_DEPTH}, or
   *     something follows it
   */
  static Json parse(byte[] document) throws InvalidJsonException {
    try (JsonParser parser = Parsers.FACTORY.createParser(ObjectReadContext.empty(), document)) {
      return read(parser);
    } catch (JacksonException malformed) {
      throw InvalidJsonException.of(malformed);
    }
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
    try (JsonParser parser = Relaxed.FACTORY.createParser(ObjectReadContext.empty(), document)) {
      if (read(parser) instanceof Obj object) return object;
      throw new InvalidJsonException("an object was expected", 1, 1);
    } catch (JacksonException malformed) {
      throw InvalidJsonException.of(malformed);
    }
  }

  /** The settings for {@link #parseRelaxed}, made when they are first needed. */
  final class Relaxed {
    private static final JsonFactory FACTORY =
        Parsers.FACTORY
            .rebuild()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private Relaxed() {}
  }

  private static Json read(JsonParser parser) throws InvalidJsonException {
    if (parser.nextToken() == null) throw new InvalidJsonException("it is empty", 1, 1);
    Json value = Parsers.value(parser);
    if (parser.nextToken() != null) {
      throw new InvalidJsonException(
          "something follows the document",
          parser.currentTokenLocation().getLineNr(),
          parser.currentTokenLocation().getColumnNr());
    }
    return value;
  }

  /** The parser behind {@link Json}. */
  final class Parsers {
    private static final JsonFactory FACTORY =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(1_000)
                    .maxStringLength(64 << 20)
                    .maxNameLength(1 << 20)
                    .build())
            .build();

    private Parsers() {}

    /** The value that starts at the parser's token; recursion ends at {@link #MAX_DEPTH}. */
    static Json value(JsonParser parser) {
      JsonToken token = parser.currentToken();
      return switch (token) {
        case START_OBJECT -> {
          var members = new LinkedHashMap<String, Json>();
          while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            members.put(key, value(parser));
          }
          yield new Obj(Collections.unmodifiableMap(members));
        }
        case START_ARRAY -> {
          var elements = new ArrayList<Json>();
          while (parser.nextToken() != JsonToken.END_ARRAY) elements.add(value(parser));
          yield new Arr(Collections.unmodifiableList(elements));
        }
        case VALUE_STRING -> new Str(parser.getString());
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Num(parser.getString());
        case VALUE_TRUE -> new Bool(true);
        case VALUE_FALSE -> new Bool(false);
        case VALUE_NULL -> new Nil();
        case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
            throw new IllegalStateException("no value starts with " + token);
      };
    }
  }
}
