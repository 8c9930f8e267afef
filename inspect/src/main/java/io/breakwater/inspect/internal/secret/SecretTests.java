package io.breakwater.inspect.internal.secret;

import io.breakwater.model.Confidence;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;

/** What rules name as tests of what they matched. */
final class SecretTests {
  /** What a test says. */
  enum Result {
    /** It is no secret. */
    NO,
    /** It may be one. */
    LOW,
    /** Nothing speaks against it. */
    YES,
    /** Its checksum or structure proves it. */
    PROVED
  }

  private SecretTests() {}

  /**
   * Does a test.
   *
   * @param test as the rule names it
   * @param secret what was matched
   * @param key the name that it is assigned to; empty for a token
   * @param place where it is
   */
  static Result of(String test, String secret, Assigned key, Place place) {
    int colon = test.indexOf(':');
    String name = colon < 0 ? test : test.substring(0, colon);
    return switch (name) {
      case "entropy" -> yes(Shape.entropy(secret) >= Double.parseDouble(test.substring(colon + 1)));
      case "mixed" -> yes(Shape.hasDigit(secret) && Shape.hasLetter(secret));
      case "mixedcase" -> yes(Shape.hasLower(secret) && Shape.hasUpper(secret));
      case "notwords" -> yes(Shape.wordiness(secret) < 0.5 && !secret.contains("://"));
      case "github" -> github(secret);
      case "grafana" -> grafana(secret);
      case "pypi" -> pypi(secret);
      case "jwt" -> Jwt.judge(secret, false);
      case "k8sjwt" -> Jwt.judge(secret, true);
      case "password" -> yes(!isPlainPassword(secret));
      case "secret" -> yes(Shape.wordiness(secret) < 0.75 || Shape.hasDigit(secret));
      case "dockerauth" -> dockerAuth(secret);
      case "basicauth" -> basic(secret);
      case "password-model" -> GenericModel.password(secret, key, place);
      case "secret-model" -> GenericModel.secret(secret, key, place);
      default -> throw new IllegalArgumentException("no test is called " + test);
    };
  }

  /** How programs write that there is none. */
  private static final Set<String> NOTHING =
      Set.of("none", "null", "nil", "undefined", "true", "false", "empty", "self", "this");

  /**
   * How a value is assigned.
   *
   * @param key the name
   * @param quoted whether quotes are around the value
   */
  record Assigned(String key, boolean quoted) {
    static final Assigned NOT = new Assigned("", false);
  }

  private static Result yes(boolean holds) {
    return holds ? Result.YES : Result.NO;
  }

  /** A password that stands for one: a word alone. */
  static boolean isPlainPassword(String secret) {
    String lower = secret.toLowerCase(Locale.ROOT);
    if (NOTHING.contains(lower.replaceAll("[,;)\\]}]+$", ""))) return true;
    if (Shape.classes(secret) == 1 && Shape.wordiness(secret) > 0.5) return true;
    return (lower.startsWith("pass") && secret.length() <= 10)
        || (lower.startsWith("%") && !Shape.hasLetter(secret))
        || (lower.contains("password") && Shape.wordiness(secret) > 0.7);
  }

  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  /** The last six characters are the CRC-32 of the thirty before them, in base 62. */
  static Result github(String token) {
    int prefix = token.indexOf('_') + 1;
    String body = token.substring(prefix, token.length() - 6);
    return token.endsWith(base62(crc(body))) ? Result.PROVED : Result.NO;
  }

  static String base62(long value) {
    char[] out = new char[6];
    long rest = value;
    for (int i = 5; i >= 0; i--, rest /= 62) out[i] = BASE62.charAt((int) (rest % 62));
    return new String(out);
  }

  private static Result grafana(String token) {
    int last = token.lastIndexOf('_');
    long told = Long.parseLong(token, last + 1, token.length(), 16);
    long sum = crc(token.substring(0, last));
    long turned = Integer.toUnsignedLong(Integer.reverseBytes((int) sum));
    return told == sum || told == turned ? Result.PROVED : Result.YES;
  }

  static long crc(String text) {
    var crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
    return crc.getValue();
  }

  /** A macaroon of the second version whose location is an index of packages. */
  private static Result pypi(String token) {
    byte[] macaroon =
        decoded(token.substring("pypi-".length()).replace('-', '+').replace('_', '/'));
    if (macaroon.length < 40 || macaroon[0] != 2 || macaroon[1] != 1) return Result.NO;
    String start = new String(macaroon, 3, 20, StandardCharsets.ISO_8859_1);
    return start.startsWith("pypi.org") || start.startsWith("test.pypi.org")
        ? Result.PROVED
        : Result.NO;
  }

  /** {@code user:password} in base 64, or a token. */
  private static Result dockerAuth(String value) {
    String text = text(decoded(value));
    int colon = text.indexOf(':');
    if (colon > 0) {
      String password = text.substring(colon + 1);
      if (password.isEmpty() || Placeholders.isPlaceholder(password)) return Result.NO;
      return isPlainPassword(password) ? Result.NO : Result.PROVED;
    }
    boolean random = value.length() >= 36 && Shape.entropy(value) > 3.5;
    return random && Shape.hasDigit(value) && Shape.wordiness(value) < 0.4 ? Result.YES : Result.NO;
  }

  private static Result basic(String value) {
    String text = text(decoded(value));
    int colon = text.indexOf(':');
    if (colon < 0) return Result.NO;
    String password = text.substring(colon + 1);
    if (password.length() < 4 || Placeholders.isPlaceholder(password)) return Result.NO;
    return yes(!isPlainPassword(password));
  }

  /** The bytes that base 64 stands for; none when it is no base 64. */
  static byte[] decoded(String base64) {
    int end = base64.length();
    while (end > 0 && base64.charAt(end - 1) == '=') end--;
    if (end % 4 == 1) end--;
    try {
      return Base64.getDecoder().decode(base64.substring(0, end));
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  /** Bytes as text; empty when they are none. */
  static String text(byte[] bytes) {
    for (byte b : bytes) {
      if ((b < ' ' && b >= 0 && b != '\n' && b != '\r' && b != '\t') || b == 127) return "";
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf('\ufffd') >= 0 ? "" : text;
  }

  /** The same confidence, or one step less. */
  static Confidence less(Confidence confidence) {
    return switch (confidence) {
      case HIGH -> Confidence.MEDIUM;
      case MEDIUM, LOW -> Confidence.LOW;
    };
  }
}
