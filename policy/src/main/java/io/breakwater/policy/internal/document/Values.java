package io.breakwater.policy.internal.document;

import io.breakwater.model.json.Json;
import io.breakwater.policy.internal.document.FieldType.Scalar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Values of the document as expressions see them. */
final class Values {
  private Values() {}

  /** Of a value of the model; null for an empty optional. */
  static @Nullable Object ofModel(Object value, FieldType type, Document document) {
    return switch (value) {
      case Optional<?> maybe -> maybe.isEmpty() ? null : ofModel(maybe.get(), type, document);
      case OptionalDouble maybe -> maybe.isEmpty() ? null : (Object) maybe.getAsDouble();
      case Integer number -> number.longValue();
      case LocalDate day -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
      case String text -> text;
      case Long number -> number;
      case Double number -> number;
      case Boolean answer -> answer;
      case Instant moment -> moment;
      case List<?> list ->
          type instanceof FieldType.ListOf(FieldType element)
              ? isText(element) ? list : new ModelList(list, element, document)
              : list;
      default ->
          type instanceof FieldType.Struct(Shape shape)
              ? new Rec(shape, value, document)
              : value.toString();
    };
  }

  /** Of a value of JSON; null when it is of another type than the field's. */
  static @Nullable Object ofJson(Json value, FieldType type, Document document) {
    return switch (type) {
      case Scalar scalar -> scalar(value, scalar);
      case FieldType.Words words -> value instanceof Json.Str(String text) ? text : null;
      case FieldType.Struct(Shape shape) ->
          value instanceof Json.Obj ? new Rec(shape, value, document) : null;
      case FieldType.ListOf(FieldType element) ->
          value instanceof Json.Arr(List<Json> elements)
              ? new JsonList(elements, element, document)
              : null;
    };
  }

  private static @Nullable Object scalar(Json value, Scalar type) {
    return switch (type) {
      case TEXT -> value instanceof Json.Str(String text) ? text : null;
      case BOOL -> value instanceof Json.Bool(boolean answer) ? answer : null;
      case INT, DOUBLE -> value instanceof Json.Num(String digits) ? number(digits, type) : null;
      case TIMESTAMP -> value instanceof Json.Str(String text) ? moment(text) : null;
    };
  }

  private static @Nullable Object number(String digits, Scalar type) {
    try {
      if (type == Scalar.DOUBLE) return Double.valueOf(digits);
      return Long.valueOf(digits);
    } catch (NumberFormatException other) {
      return null;
    }
  }

  private static @Nullable Instant moment(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeParseException other) {
      return null;
    }
  }

  /** What a field has that a document ought to have and has not, as in cases of tests. */
  static Object zero(FieldType type, Document document) {
    return switch (type) {
      case Scalar scalar ->
          switch (scalar) {
            case TEXT -> "";
            case INT -> 0L;
            case DOUBLE -> 0.0;
            case BOOL -> false;
            case TIMESTAMP -> Instant.EPOCH;
          };
      case FieldType.Words words -> "";
      case FieldType.Struct(Shape shape) -> new Rec(shape, Json.Obj.EMPTY, document);
      case FieldType.ListOf list -> List.of();
    };
  }

  private static boolean isText(FieldType type) {
    return type == Scalar.TEXT;
  }

  /** A list of the model, its elements wrapped when they are asked for. */
  private static final class ModelList extends AbstractList<Object> implements RandomAccess {
    private final List<?> elements;
    private final FieldType type;
    private final Document document;

    ModelList(List<?> elements, FieldType type, Document document) {
      this.elements = elements;
      this.type = type;
      this.document = document;
    }

    @Override
    public Object get(int index) {
      Object value = ofModel(elements.get(index), type, document);
      return value == null ? zero(type, document) : value;
    }

    @Override
    public int size() {
      return elements.size();
    }
  }

  /** A list of JSON, its elements wrapped when they are asked for. */
  private static final class JsonList extends AbstractList<Object> implements RandomAccess {
    private final List<Json> elements;
    private final FieldType type;
    private final Document document;

    JsonList(List<Json> elements, FieldType type, Document document) {
      this.elements = elements;
      this.type = type;
      this.document = document;
    }

    @Override
    public Object get(int index) {
      Object value = ofJson(elements.get(index), type, document);
      return value == null ? zero(type, document) : value;
    }

    @Override
    public int size() {
      return elements.size();
    }
  }
}
