package io.breakwater.inspect.licence;

/** A text that is no SPDX licence expression: why, and where. */
public final class InvalidLicenceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int position;

  /**
   * A text that is no expression.
   *
   * @param position of the character where it goes wrong, from 0
   */
  public InvalidLicenceException(String reason, int position) {
    super(reason + " at character " + (position + 1));
    this.position = position;
  }

  /** Where it goes wrong: the index of a character, from 0. */
  public int position() {
    return position;
  }
}
