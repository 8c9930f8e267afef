package io.breakwater.inspect.internal.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Random;

/**
 * Fills the gaps in examples with made-up characters: {@code {h40}} forty hexadecimal digits,
 * {@code {crc}} thirty characters and their checksum, and so on.
 */
final class MadeUp {
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";

  private final Random random;

  MadeUp(long seed) {
    random = new Random(seed);
  }

  String fill(String template) {
    var out = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      int end = template.charAt(i) == '{' ? template.indexOf('}', i) : -1;
      String word = end < 0 ? "" : template.substring(i + 1, end);
      if (word.matches("[a-zA-Z]\\d{1,4}|u|crc|glsa|jwt|k8sjwt")) {
        out.append(gap(word));
        i = end;
      } else {
        out.append(template.charAt(i));
      }
    }
    return out.toString().replace("\\n", "\n");
  }

  private String gap(String word) {
    return switch (word) {
      case "u" -> hex(8) + "-" + hex(4) + "-4" + hex(3) + "-a" + hex(3) + "-" + hex(12);
      case "crc" -> {
        String body = some(LOWER + UPPER + DIGITS, 30);
        yield body + SecretTests.base62(SecretTests.crc(body));
      }
      case "glsa" -> {
        String body = some(LOWER + UPPER + DIGITS, 32);
        yield body + "_" + "%08x".formatted(SecretTests.crc("glsa_" + body));
      }
      case "jwt" -> jwt("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", "{\"sub\":\"u" + hex(6) + "\"}", 43);
      case "k8sjwt" ->
          jwt(
              "{\"alg\":\"RS256\",\"kid\":\"" + hex(20) + "\"}",
              "{\"iss\":\"kubernetes/serviceaccount\",\"sub\":\"system:serviceaccount:shop:cart\"}",
              342);
      default -> kind(word.charAt(0), Integer.parseInt(word.substring(1)));
    };
  }

  private String kind(char kind, int count) {
    return switch (kind) {
      case 'h' -> hex(count);
      case 'X' -> some("0123456789ABCDEF", count);
      case 'a' -> mixed(LOWER + UPPER + DIGITS, count);
      case 'c' -> mixed(LOWER + UPPER, count);
      case 'l' -> mixed(LOWER + DIGITS, count);
      case 'L' -> mixed(UPPER + DIGITS, count);
      case 'd' -> some(DIGITS, count);
      case 'w' -> mixed(LOWER + UPPER + DIGITS, count - 1) + "-".repeat(0) + some("abc", 1);
      case 'b' -> mixed(LOWER + UPPER + DIGITS + "+/", count);
      case 'y' -> some("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", count);
      case 'g' -> some("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", count);
      case 'p' -> mixed(LOWER + UPPER + DIGITS + "!@#%^*-_=+[]|:;,.?", count);
      default -> throw new IllegalArgumentException("no such gap: " + kind);
    };
  }

  private String hex(int count) {
    return some("0123456789abcdef", count);
  }

  /** With at least one digit and one letter, where there is room. */
  private String mixed(String from, int count) {
    while (true) {
      String made = some(from, count);
      boolean digits = from.indexOf('0') < 0 || Shape.hasDigit(made);
      boolean letters = Shape.hasLetter(made) && Shape.isLetter(made.charAt(count - 1));
      if (count < 3 || (digits && letters)) return made;
    }
  }

  private String some(String from, int count) {
    var out = new StringBuilder();
    for (int i = 0; i < count; i++) out.append(from.charAt(random.nextInt(from.length())));
    return out.toString();
  }

  private String jwt(String header, String claims, int signature) {
    var coder = Base64.getUrlEncoder().withoutPadding();
    return coder.encodeToString(header.getBytes(UTF_8))
        + "."
        + coder.encodeToString(claims.getBytes(UTF_8))
        + "."
        + mixed(LOWER + UPPER + DIGITS, signature);
  }
}
