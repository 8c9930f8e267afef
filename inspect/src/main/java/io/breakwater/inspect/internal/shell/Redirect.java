package io.breakwater.inspect.internal.shell;

import java.util.Optional;

/**
 * A redirection.
 *
 * @param descriptor the number before the operator, such as {@code 2}; empty when none is written
 * @param operator such as {@code >>}, {@code <<-} or {@code &>}
 * @param target the file, the delimiter of a here-document, or the text of a here-string
 * @param body the text of a here-document
 */
public record Redirect(
    int start, int end, String descriptor, String operator, Word target, Optional<Word> body) {
  /** Whether it writes to its target. */
  public boolean writes() {
    return switch (operator) {
      case ">", ">>", ">|", "&>", "&>>", "<>" -> true;
      default -> false;
    };
  }
}
