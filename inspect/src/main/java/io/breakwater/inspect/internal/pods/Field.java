package io.breakwater.inspect.internal.pods;

import io.breakwater.model.json.YamlSpot;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The path of a field in an object. It knows no file: {@link #in} looks up its place afterwards.
 *
 * @param parent none for the object itself
 * @param key of a member; empty for an element
 * @param index of an element, from 0; -1 for a member; of the object itself the document's number
 */
public record Field(@Nullable Field parent, String key, int index) {
  /** The object itself. */
  public static final Field ROOT = document(0);

  /** The object that a document of a file is, by its number from 0. */
  public static Field document(int number) {
    return new Field(null, "", number);
  }

  /** The number of the document in its file, from 0. */
  public int document() {
    Field at = this;
    while (at.parent != null) at = at.parent;
    return at.index;
  }

  /** A member of the object in this field; a name with dots is one member. */
  public Field member(String name) {
    return new Field(this, name, -1);
  }

  /** A member of a member, by a path with dots. */
  public Field path(String dotted) {
    Field at = this;
    for (String name : dotted.split("\\.", -1)) at = at.member(name);
    return at;
  }

  /** An element of the list in this field. */
  public Field element(int at) {
    return new Field(this, "", at);
  }

  /** The place of this field, or of the closest thing around it that is there. */
  public YamlSpot in(YamlSpot root) {
    YamlSpot spot = root;
    for (Field step : steps()) {
      var next = step.index >= 0 ? spot.element(step.index) : spot.member(step.key);
      if (next.isEmpty()) return spot;
      spot = next.get();
    }
    return spot;
  }

  private Deque<Field> steps() {
    var steps = new ArrayDeque<Field>();
    for (Field at = this; at != null && at.parent != null; at = at.parent) steps.push(at);
    return steps;
  }

  /** As documents write it: {@code spec.containers[0].image}, {@code metadata.annotations[a/b]}. */
  @Override
  public String toString() {
    var out = new StringBuilder();
    for (Field step : steps()) {
      if (step.index >= 0) {
        out.append('[').append(step.index).append(']');
      } else if (plain(step.key)) {
        out.append(out.isEmpty() ? "" : ".").append(step.key);
      } else {
        out.append('[').append(step.key).append(']');
      }
    }
    return out.toString();
  }

  private static boolean plain(String key) {
    return key.indexOf('.') < 0 && key.indexOf('/') < 0 && !key.isEmpty();
  }
}
