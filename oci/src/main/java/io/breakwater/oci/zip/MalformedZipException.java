package io.breakwater.oci.zip;

import java.io.IOException;

/** An archive or a compressed stream that does not keep to its format. */
public final class MalformedZipException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong and where, without a full stop. */
  public MalformedZipException(String message) {
    super(printable(message));
  }

  /** A message may quote the file, which must not break the line that tells of it. */
  private static String printable(String message) {
    var out = new StringBuilder(message.length());
    for (int i = 0; i < message.length(); i++) {
      char c = message.charAt(i);
      out.append(Character.isISOControl(c) ? '?' : c);
    }
    return out.toString();
  }
}
