package io.breakwater.policy.internal.document;

import io.breakwater.policy.internal.document.Field.Presence;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A type of the document: its name and its fields, in the order of docs/report.schema.json. */
public final class Shape {
  private final String name;
  private final Map<String, Field> fields = new LinkedHashMap<>();

  Shape(String name) {
    this.name = name;
  }

  /** As the reference names it, such as {@code Finding}. */
  public String name() {
    return name;
  }

  /** Its fields. */
  public Collection<Field> fields() {
    return fields.values();
  }

  /** The field of a name; null when there is none. */
  public @Nullable Field field(String called) {
    return fields.get(called);
  }

  /** A field that every document has. */
  <T> Shape always(String called, FieldType type, Class<T> of, Function<T, Object> read) {
    return add(called, type, Presence.ALWAYS, source -> read.apply(of.cast(source)), null);
  }

  /** A field that may be missing. */
  <T> Shape maybe(String called, FieldType type, Class<T> of, Function<T, @Nullable Object> read) {
    return add(
        called,
        type,
        Presence.MAYBE,
        source -> of.isInstance(source) ? read.apply(of.cast(source)) : null,
        null);
  }

  /** A field that follows from others. */
  Shape derived(String called, FieldType type, Function<Rec, @Nullable Object> read) {
    return add(called, type, Presence.DERIVED, source -> null, read);
  }

  private Shape add(
      String called,
      FieldType type,
      Presence presence,
      Function<Object, @Nullable Object> read,
      @Nullable Function<Rec, @Nullable Object> derived) {
    fields.put(called, new Field(called, type, presence, read, derived));
    return this;
  }

  static FieldType words(String... words) {
    return new FieldType.Words(List.of(words));
  }

  static FieldType list(FieldType element) {
    return new FieldType.ListOf(element);
  }

  FieldType one() {
    return new FieldType.Struct(this);
  }

  FieldType many() {
    return list(one());
  }
}
