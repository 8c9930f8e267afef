package io.breakwater.inventory.internal.classifier;

/** CPE 2.3 names as the National Vulnerability Database writes them. */
final class CpeName {
  private CpeName() {}

  /**
   * The name of an application. What stands behind the numbers of a version, such as p1 or rc2, is
   * its update: OpenSSH 9.2p1 is {@code openssh:9.2:p1}.
   *
   * @param product {@code vendor:product}, escaped
   */
  static String of(String product, String version) {
    int numbers = 0;
    while (numbers < version.length() && isNumber(version.charAt(numbers))) numbers++;
    int update = numbers;
    if (update < version.length() && "-~.".indexOf(version.charAt(update)) >= 0) update++;
    if (!isUpdate(version, update)) {
      numbers = version.length();
      update = numbers;
    }
    String last = update == version.length() ? "*" : escape(version.substring(update));
    String release = escape(version.substring(0, numbers));
    return "cpe:2.3:a:" + product + ":" + release + ":" + last + ":*:*:*:*:*:*";
  }

  private static boolean isNumber(char c) {
    return Chars.isDigit(c) || c == '.';
  }

  /** A word and a number: one letter, as in OpenSSL 1.1.1w, is of the version. */
  private static boolean isUpdate(String version, int from) {
    int at = from;
    while (at < version.length() && Chars.isLetter(version.charAt(at))) at++;
    if (at == from) return false;
    int digits = at;
    while (at < version.length() && Chars.isDigit(version.charAt(at))) at++;
    return at == version.length() && (digits < at || digits - from > 1);
  }

  private static String escape(String text) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = Chars.isAlphanumeric(c) || c == '.' || c == '-' || c == '_';
      if (!plain) out.append('\\');
      out.append(c);
    }
    return out.toString();
  }
}
