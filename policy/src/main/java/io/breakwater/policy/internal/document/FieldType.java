package io.breakwater.policy.internal.document;

import java.util.List;

/** What a field of the document holds. */
public sealed interface FieldType {
  /** A value without parts. */
  enum Scalar implements FieldType {
    TEXT,
    INT,
    DOUBLE,
    BOOL,
    /** A moment; a date is its midnight in UTC. */
    TIMESTAMP
  }

  /** A text that is one of a few words. */
  record Words(List<String> words) implements FieldType {}

  /** A part with fields of its own. */
  record Struct(Shape shape) implements FieldType {}

  /** A list. */
  record ListOf(FieldType element) implements FieldType {}

  /** The words as people read them in the reference. */
  default String told() {
    return switch (this) {
      case Scalar scalar ->
          switch (scalar) {
            case TEXT -> "string";
            case INT -> "int";
            case DOUBLE -> "double";
            case BOOL -> "bool";
            case TIMESTAMP -> "timestamp";
          };
      case Words words -> "string";
      case Struct struct -> struct.shape().name();
      case ListOf list -> "list(" + list.element().told() + ")";
    };
  }
}
