package io.breakwater.inspect.lint;

import java.util.Optional;

/** The files in the folder of the file that is looked at. */
@FunctionalInterface
public interface Neighbours {
  /** A text that stands alone. */
  Neighbours NONE = name -> Optional.empty();

  /**
   * The text of a file.
   *
   * @param name without a folder
   */
  Optional<String> text(String name);
}
