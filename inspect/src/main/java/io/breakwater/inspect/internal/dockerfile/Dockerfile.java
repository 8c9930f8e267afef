package io.breakwater.inspect.internal.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * A Dockerfile, as it is written.
 *
 * @param file its text
 * @param escape the character that continues lines
 * @param directives of the first lines
 * @param instructions in order
 * @param comments in order
 */
record Dockerfile(
    SourceFile file,
    char escape,
    List<Directive> directives,
    List<Instruction> instructions,
    List<Comment> comments) {
  Dockerfile {
    directives = List.copyOf(directives);
    instructions = List.copyOf(instructions);
    comments = List.copyOf(comments);
  }

  /** A directive by its name. */
  Optional<Directive> directive(String name) {
    for (Directive each : directives) if (each.name().equals(name)) return Optional.of(each);
    return Optional.empty();
  }
}
