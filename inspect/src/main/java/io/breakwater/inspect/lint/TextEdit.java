package io.breakwater.inspect.lint;

/**
 * A replacement in a file.
 *
 * @param start the first offset that goes, in the file's text
 * @param end the offset after the last that goes; {@code start} to insert only
 * @param replacement what comes instead
 */
public record TextEdit(int start, int end, String replacement) {
  /** Checks the range. */
  public TextEdit {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no range: " + start + " to " + end);
    }
  }
}
