package io.breakwater.inspect.internal.secret;

import io.breakwater.model.Confidence;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Private keys in PEM, OpenSSH's and PGP's armour, also where line feeds are written as {@code \n}.
 */
final class PemKeys {
  static final String KEYWORD = "-----begin ";
  private static final int MOST_LABEL = 40;
  private static final int MOST_BODY = 15_000;
  private static final int LEAST_BODY = 60;

  private PemKeys() {}

  /** Looks at what begins behind the keyword. */
  static void at(byte[] text, int to, long base, int end, TextScan scan) {
    int dashes = end;
    while (dashes < to && dashes - end < MOST_LABEL && text[dashes] != '-') dashes++;
    if (dashes + 5 > to || !latin(text, dashes, dashes + 5).equals("-----")) return;
    String label = latin(text, end, dashes);
    boolean pgp = label.equals("PGP PRIVATE KEY BLOCK");
    if (!pgp && !label.endsWith("PRIVATE KEY")) return;
    int body = dashes + 5;
    int stop = body;
    int most = Math.min(to, body + MOST_BODY);
    while (stop < most && !(text[stop] == '-' && stop + 4 < most && text[stop + 4] == '-')) stop++;
    String written = latin(text, body, stop);
    boolean locked = label.contains("ENCRYPTED") || written.contains("Proc-Type: 4,ENCRYPTED");
    String base64 = base64(written);
    if (base64.length() < LEAST_BODY || Placeholders.isPlaceholder(base64.substring(0, 60))) return;
    byte[] key = SecretTests.decoded(base64);
    boolean openSsh = starts(key, "openssh-key-v1");
    if (openSsh) locked = !hasCipherNone(key);
    boolean sound = pgp || openSsh || (key.length > 40 && (key[0] == 0x30 || locked));
    if (!sound && Shape.entropy(base64) < 4) return;
    SecretRule rule =
        Objects.requireNonNull(
            SecretRules.own().byId(locked ? "encrypted-private-key" : "private-key"));
    Confidence confidence = sound ? Confidence.HIGH : Confidence.MEDIUM;
    int start = end - KEYWORD.length();
    String told = "-----BEGIN " + label + "-----";
    scan.keep(rule, base + start, base + stop, base64, told, 0, confidence, false);
  }

  /** The letters of the body: without headers, blanks, quotes and line feeds however written. */
  private static String base64(String written) {
    var out = new StringBuilder(written.length());
    for (String line : written.replace("\\n", "\n").replace("\\r", "").split("\n", -1)) {
      if (line.indexOf(':') >= 0) continue;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (Shape.isLetter(c) || (c >= '0' && c <= '9') || c == '+' || c == '/') out.append(c);
        else if (c > ' ' && c != '=' && "\"',+\\|#*".indexOf(c) < 0) return "";
      }
    }
    return out.toString();
  }

  /** After the magic word and its zero comes the name of the cipher, with its length before. */
  private static boolean hasCipherNone(byte[] key) {
    return key.length > 23 && new String(key, 19, 4, StandardCharsets.ISO_8859_1).equals("none");
  }

  private static boolean starts(byte[] bytes, String magic) {
    if (bytes.length < magic.length()) return false;
    return new String(bytes, 0, magic.length(), StandardCharsets.ISO_8859_1).equals(magic);
  }

  private static String latin(byte[] text, int from, int to) {
    return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
