package io.breakwater.policy.internal.document;

import org.jspecify.annotations.Nullable;

/** A part of the document: a record of the model or an object of JSON, seen through its shape. */
public final class Rec {
  private final Shape shape;
  private final Object source;
  private final Document document;

  Rec(Shape shape, Object source, Document document) {
    this.shape = shape;
    this.source = source;
    this.document = document;
  }

  /** What it is. */
  public Shape shape() {
    return shape;
  }

  /** The value of one of its shape's fields; null when it is missing. */
  public @Nullable Object get(Field field) {
    return field.read(this);
  }

  /** The value of a field; null when it is missing, or there is no such field. */
  public @Nullable Object get(String name) {
    Field field = shape.field(name);
    return field == null ? null : field.read(this);
  }

  /** The text of a field; empty when it is missing. */
  public String text(String name) {
    return get(name) instanceof String text ? text : "";
  }

  /** The document that it is part of. */
  public Document document() {
    return document;
  }

  Object source() {
    return source;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Rec that && shape == that.shape && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  @Override
  public String toString() {
    return shape.name();
  }
}
