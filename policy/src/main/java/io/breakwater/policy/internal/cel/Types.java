package io.breakwater.policy.internal.cel;

import io.breakwater.policy.internal.document.Rec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of CEL that Java has no type for, and the names of types. */
final class Types {
  private Types() {}

  /** CEL's null. */
  enum Nil {
    NIL
  }

  /** A whole number without sign. */
  record Unsigned(long bits) {}

  /** Bytes. */
  @SuppressWarnings("ArrayRecordComponent") // never handed out
  record Bytes(byte[] data) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Bytes that && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(data);
    }

    @Override
    public String toString() {
      return HexFormat.of().formatHex(data);
    }
  }

  /** A type as a value. */
  record TypeName(String name) {}

  /** The name of a value's type. */
  static String name(Object value) {
    return switch (value) {
      case Long number -> "int";
      case Unsigned number -> "uint";
      case Double number -> "double";
      case Boolean answer -> "bool";
      case String text -> "string";
      case Bytes bytes -> "bytes";
      case Nil nil -> "null_type";
      case Instant moment -> "google.protobuf.Timestamp";
      case Duration span -> "google.protobuf.Duration";
      case List<?> list -> "list";
      case Map<?, ?> map -> "map";
      case TypeName type -> "type";
      case Optional<?> maybe -> "optional_type";
      case Rec rec -> rec.shape().name();
      default -> value.getClass().getSimpleName();
    };
  }
}
