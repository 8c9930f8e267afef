package io.breakwater.inspect.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A word of a command, in its parts.
 *
 * @param start where it begins in the script
 * @param end where it ends, exclusive
 * @param parts in order; none for an empty word
 */
public record Word(int start, int end, List<Part> parts) {
  /** Stands in a {@link #shape} for what only the running shell knows. */
  public static final char UNKNOWN = '\uFFFC';

  /** Copies the list. */
  public Word {
    parts = List.copyOf(parts);
  }

  /** The word's text after quotes were taken off, if nothing in it is expanded. */
  public Optional<String> literal() {
    String shape = shape(Map.of());
    return shape.indexOf(UNKNOWN) < 0 ? Optional.of(shape) : Optional.empty();
  }

  /**
   * The word's text after quotes were taken off, with {@link #UNKNOWN} for each expansion that
   * nobody knows.
   *
   * @param variables values that are known
   */
  public String shape(Map<String, String> variables) {
    if (parts.size() == 1 && parts.getFirst() instanceof Part.Literal only) return only.text();
    var out = new StringBuilder();
    shape(parts, variables, out);
    return out.toString();
  }

  private static void shape(List<Part> parts, Map<String, String> variables, StringBuilder out) {
    for (Part part : parts) {
      switch (part) {
        case Part.Literal literal -> out.append(literal.text());
        case Part.DoubleQuoted quoted -> shape(quoted.parts(), variables, out);
        case Part.Parameter p -> {
          String value = p.plain() ? variables.get(p.name()) : null;
          if (value == null) out.append(UNKNOWN);
          else out.append(value);
        }
        case Part.Substitution _, Part.Arithmetic _ -> out.append(UNKNOWN);
      }
    }
  }

  /** Whether any of it is quoted. */
  public boolean quoted() {
    for (Part part : parts) {
      if (part instanceof Part.DoubleQuoted) return true;
      if (part instanceof Part.Literal l && l.quoting() != Part.Quoting.NONE) return true;
    }
    return false;
  }
}
