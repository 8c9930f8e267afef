package io.breakwater.inspect.internal.pods;

import io.breakwater.model.json.Json;
import io.breakwater.model.json.Json.Arr;
import io.breakwater.model.json.Json.Bool;
import io.breakwater.model.json.Json.Nil;
import io.breakwater.model.json.Json.Num;
import io.breakwater.model.json.Json.Obj;
import io.breakwater.model.json.Json.Str;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A value and the field that it is in. What is absent is a value too, a null one, so that paths are
 * followed without questions.
 *
 * @param json what is there; {@link Nil} when nothing is
 * @param field where it is, or would be
 */
public record Value(Json json, Field field) {
  private static final Json NIL = new Nil();

  /** The member of a name. */
  public Value get(String name) {
    Json inner = json instanceof Obj(var members) ? members.get(name) : null;
    return new Value(inner == null ? NIL : inner, field.member(name));
  }

  /** The member of a member, by a path with dots. */
  public Value at(String dotted) {
    Value at = this;
    for (String name : dotted.split("\\.", -1)) at = at.get(name);
    return at;
  }

  /** Whether something is there; an empty object is something. */
  public boolean present() {
    return !(json instanceof Nil);
  }

  /** The elements of a list; none when it is no list. */
  public List<Value> elements() {
    if (!(json instanceof Arr(List<Json> elements))) return List.of();
    var out = new ArrayList<Value>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      out.add(new Value(elements.get(i), field.element(i)));
    }
    return out;
  }

  /** The names of an object's members. */
  public Set<String> names() {
    return json instanceof Obj(var members) ? members.keySet() : Set.of();
  }

  /** The texts of a list; a single text is a list of one. */
  public List<String> texts() {
    if (json instanceof Str(String one)) return List.of(one);
    var out = new ArrayList<String>();
    for (Value element : elements()) if (!element.text().isEmpty()) out.add(element.text());
    return out;
  }

  /** What was written, for a text, number or truth value; else the empty text. */
  public String text() {
    return switch (json) {
      case Str(String value) -> value;
      case Num(String digits) -> digits;
      case Bool(boolean value) -> String.valueOf(value);
      case Obj _, Arr _, Nil _ -> "";
    };
  }

  /** Whether it is true, or a text that says so: what is meant for true is not to be missed. */
  public boolean isTrue() {
    return switch (json) {
      case Bool(boolean value) -> value;
      case Str(String value) -> value.equals("true");
      case Obj _, Arr _, Num _, Nil _ -> false;
    };
  }

  /** Whether it is false, and no text. */
  public boolean isFalse() {
    return json instanceof Bool(boolean value) && !value;
  }

  /** The whole number. */
  public OptionalLong number() {
    if (json instanceof Obj || json instanceof Arr || text().length() > 18) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text()));
    } catch (NumberFormatException none) {
      return OptionalLong.empty();
    }
  }

  /** Whether it is this number. */
  public boolean is(long number) {
    OptionalLong own = number();
    return own.isPresent() && own.getAsLong() == number;
  }

  /** Whether it is this text. */
  public boolean is(String text) {
    return present() && text().equals(text);
  }
}
