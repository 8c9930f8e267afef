package io.breakwater.inspect.internal.shell;

/** Where each character of a text that was put together from a file stands in that file. */
public interface Places {
  /**
   * The offset in the file of a character.
   *
   * @param offset from 0 to the length of the text
   */
  int origin(int offset);

  /** The line of a character, from 1. */
  int line(int offset);

  /** The column of a character, from 1. */
  int column(int offset);
}
