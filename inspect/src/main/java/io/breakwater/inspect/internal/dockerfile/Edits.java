package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.inspect.lint.TextEdit;
import java.util.List;

/** Edits of a file by the offsets of an instruction's line. */
final class Edits {
  private Edits() {}

  /** Replaces a part of a line; none where that part stands in several lines of the file. */
  static List<TextEdit> replace(Instruction at, int start, int end, String by) {
    int from = at.line().origin(start);
    int to = end == start ? from : at.line().originOfEnd(end);
    if (to - from != end - start) return List.of();
    return List.of(new TextEdit(from, to, by));
  }
}
