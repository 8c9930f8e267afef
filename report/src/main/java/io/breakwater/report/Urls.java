package io.breakwater.report;

import java.nio.charset.StandardCharsets;

/** Addresses in reports, which others wrote. */
final class Urls {
  private Urls() {}

  /** Whether it is an address that a reader may follow, and nothing that runs or breaks out. */
  static boolean isOfWeb(String url) {
    if (!url.startsWith("https://") && !url.startsWith("http://")) return false;
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c <= ' ' || c >= 0x7f || "\"<>\\^`{|}".indexOf(c) >= 0) return false;
    }
    return url.length() > 8 && url.length() <= 2_048;
  }

  /** A path as a relative reference, or as a file's address when it is absolute. */
  static String reference(String path) {
    var out = new StringBuilder(path.startsWith("/") ? "file://" : "");
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      int c = each & 0xff;
      boolean plain =
          (c >= '0' && c <= '9')
              || (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || "/-._~!@+,=".indexOf(c) >= 0;
      if (plain) {
        out.append((char) c);
      } else {
        out.append('%')
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 15, 16));
      }
    }
    return out.toString();
  }
}
