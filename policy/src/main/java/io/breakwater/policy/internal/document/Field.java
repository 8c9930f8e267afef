package io.breakwater.policy.internal.document;

import io.breakwater.model.json.Json;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A field of a {@link Shape}: its name, what it holds, and how it is read. */
public final class Field {
  /** Whether a document has it. */
  public enum Presence {
    /** Every document has it. */
    ALWAYS,
    /** It may be missing: {@code has()} tells. */
    MAYBE,
    /** It is not written in documents but follows from them. */
    DERIVED
  }

  private final String name;
  private final FieldType type;
  private final Presence presence;
  private final Function<Object, @Nullable Object> ofRecord;
  private final @Nullable Function<Rec, @Nullable Object> derived;

  Field(
      String name,
      FieldType type,
      Presence presence,
      Function<Object, @Nullable Object> ofRecord,
      @Nullable Function<Rec, @Nullable Object> derived) {
    this.name = name;
    this.type = type;
    this.presence = presence;
    this.ofRecord = ofRecord;
    this.derived = derived;
  }

  /** As expressions write it. */
  public String name() {
    return name;
  }

  /** What it holds. */
  public FieldType type() {
    return type;
  }

  /** Whether a document has it. */
  public Presence presence() {
    return presence;
  }

  /** The value as expressions see it; null when it is missing. */
  @Nullable Object read(Rec of) {
    if (derived != null) return derived.apply(of);
    if (of.source() instanceof Json.Obj object) {
      Json value = object.members().get(name);
      if (value == null || value instanceof Json.Nil) {
        return presence == Presence.ALWAYS ? Values.zero(type, of.document()) : null;
      }
      return Values.ofJson(value, type, of.document());
    }
    Object value = ofRecord.apply(of.source());
    return value == null ? null : Values.ofModel(value, type, of.document());
  }
}
