package io.breakwater.cli;

/**
 * A key that was pressed.
 *
 * @param key which
 * @param character the code point of a {@link Keys#CHARACTER}; else 0
 */
record Press(Keys key, int character) {
  /** No key in time. */
  static final Press NONE = new Press(Keys.NONE, 0);

  static Press of(Keys key) {
    return new Press(key, 0);
  }

  static Press character(int c) {
    return new Press(Keys.CHARACTER, c);
  }
}
