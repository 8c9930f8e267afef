package io.breakwater.inspect.internal.shell;

import java.util.List;

/**
 * An assignment before a command.
 *
 * @param name of the variable, with its subscript if there is one
 * @param append whether it is written {@code +=}
 * @param array whether the value is a list in parentheses
 * @param values one, or those of the list
 */
public record Assignment(
    int start, int end, String name, boolean append, boolean array, List<Word> values) {
  /** Copies the list. */
  public Assignment {
    values = List.copyOf(values);
  }
}
