package io.breakwater.advisory.version;

/** A version that its ecosystem's own tool would refuse. */
public final class InvalidVersionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Says which scheme refused what.
   *
   * @param scheme the scheme's name
   * @param version the refused text; the message shortens it and masks its control characters
   * @param reason what is wrong with it, without a full stop
   */
  public InvalidVersionException(String scheme, String version, String reason) {
    super("not a valid " + scheme + " version: " + Chars.quoted(version) + ": " + reason);
  }
}
