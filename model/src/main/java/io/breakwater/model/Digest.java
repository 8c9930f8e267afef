package io.breakwater.model;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The digest that names some content, as the OCI image specification writes it: {@code
 * sha256:9f86d0...}. For the registered algorithms (sha256, sha512, blake3) and sha384 the second
 * part is lower-case hexadecimal of the right length; other algorithms are accepted when they
 * follow the grammar, as the specification asks, and nothing here can compute them.
 *
 * @param algorithm the name of the hash algorithm, for example {@code sha256}
 * @param hex the hash as text
 */
public record Digest(String algorithm, String hex) {
  private static final int LONGEST_ALGORITHM = 64;
  private static final int LONGEST_HASH = 512;
  private static final int SHORT = 12;

  /**
   * @throws InvalidDigestException if either part breaks the grammar
   */
  public Digest {
    if (!isAlgorithm(algorithm)) {
      throw new InvalidDigestException(
          algorithm + ":" + hex,
          "the algorithm is made of a-z and 0-9, with single + . _ or - between, at most "
              + LONGEST_ALGORITHM
              + " characters");
    }
    int length = hexLength(algorithm);
    if (length > 0 && !isHex(hex, length)) {
      throw new InvalidDigestException(
          algorithm + ":" + hex,
          algorithm + " is followed by " + length + " hexadecimal digits in lower case");
    }
    if (length == 0 && !isEncoded(hex)) {
      throw new InvalidDigestException(
          algorithm + ":" + hex,
          "the hash is made of a-z, A-Z, 0-9, = _ and -, at most " + LONGEST_HASH + " characters");
    }
  }

  /**
   * Reads {@code algorithm:hash}.
   *
   * @throws InvalidDigestException if the text is anything else
   */
  public static Digest parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new InvalidDigestException(text, "it has no colon between algorithm and hash");
    }
    return new Digest(text.substring(0, colon), text.substring(colon + 1));
  }

  /**
   * The digest of a computed hash.
   *
   * @throws InvalidDigestException if the hash has another length than the algorithm gives
   */
  public static Digest of(String algorithm, byte[] hash) {
    return new Digest(algorithm, HexFormat.of().formatHex(hash));
  }

  /**
   * The digest of a computed SHA-256 hash.
   *
   * @throws InvalidDigestException if the hash has not 32 bytes
   */
  public static Digest sha256(byte[] hash32) {
    return of("sha256", hash32);
  }

  /** The first twelve characters of the hash, which people use to tell images apart. */
  public String shortHex() {
    return hex.substring(0, Math.min(SHORT, hex.length()));
  }

  // Written out: the first use of a record's own equals and hashCode costs a short command 30 ms.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Digest that && hex.equals(that.hex) && algorithm.equals(that.algorithm);
  }

  @Override
  public int hashCode() {
    return 31 * algorithm.hashCode() + hex.hashCode();
  }

  /** {@code algorithm:hash}, which {@link #parse} reads. */
  @Override
  public String toString() {
    return algorithm.concat(":").concat(hex);
  }

  private static int hexLength(String algorithm) {
    return switch (algorithm) {
      case "sha256", "blake3" -> 64;
      case "sha384" -> 96;
      case "sha512" -> 128;
      default -> 0;
    };
  }

  private static boolean isAlgorithm(String text) {
    boolean separated = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean separator = c == '+' || c == '.' || c == '_' || c == '-';
      if (separator ? separated : !Ascii.isLowerOrDigit(c)) return false;
      separated = separator;
    }
    return !separated && text.length() <= LONGEST_ALGORITHM;
  }

  private static boolean isHex(String text, int length) {
    if (text.length() != length) return false;
    for (int i = 0; i < length; i++) {
      if (!Ascii.isLowerHex(text.charAt(i))) return false;
    }
    return true;
  }

  private static boolean isEncoded(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Ascii.isLetterOrDigit(c) && c != '=' && c != '_' && c != '-') return false;
    }
    return !text.isEmpty() && text.length() <= LONGEST_HASH;
  }
}
