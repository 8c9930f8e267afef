package io.breakwater.advisory.version;

/** A version that its ecosystem's own tool would refuse. */
public final class InvalidVersionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Longest part of a refused text that a message repeats. */
  private static final int SHOWN = 80;

  /**
   * Says which scheme refused what.
   *
   * @param scheme the scheme's name
   * @param version the refused text; the message shortens it and masks its control characters
   * @param reason what is wrong with it, without a full stop
   */
  public InvalidVersionException(String scheme, String version, String reason) {
    super("not a valid " + scheme + " version: \"" + shown(version) + "\": " + reason);
  }

  private static String shown(String version) {
    var shown = new StringBuilder(Math.min(version.length(), SHOWN) + 1);
    for (int i = 0; i < Math.min(version.length(), SHOWN); i++) {
      char c = version.charAt(i);
      shown.append(Character.isISOControl(c) ? '\ufffd' : c);
    }
    return version.length() > SHOWN ? shown.append('…').toString() : shown.toString();
  }
}
