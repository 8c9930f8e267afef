package io.breakwater.inventory.sbom;

import io.breakwater.model.Digest;
import io.breakwater.model.InvalidDigestException;
import java.util.Locale;
import java.util.Optional;

/** How the formats call hash algorithms. */
enum Hashes {
  MD2("md2", 32, "", "MD2"),
  MD4("md4", 32, "", "MD4"),
  MD5("md5", 32, "MD5", "MD5"),
  MD6("md6", 0, "", "MD6"),
  ADLER32("adler32", 8, "", "ADLER32"),
  SHA1("sha1", 40, "SHA-1", "SHA1"),
  SHA224("sha224", 56, "", "SHA224"),
  SHA256("sha256", 64, "SHA-256", "SHA256"),
  SHA384("sha384", 96, "SHA-384", "SHA384"),
  SHA512("sha512", 128, "SHA-512", "SHA512"),
  SHA3_256("sha3-256", 64, "SHA3-256", "SHA3-256"),
  SHA3_384("sha3-384", 96, "SHA3-384", "SHA3-384"),
  SHA3_512("sha3-512", 128, "SHA3-512", "SHA3-512"),
  BLAKE2B_256("blake2b-256", 64, "BLAKE2b-256", "BLAKE2b-256"),
  BLAKE2B_384("blake2b-384", 96, "BLAKE2b-384", "BLAKE2b-384"),
  BLAKE2B_512("blake2b-512", 128, "BLAKE2b-512", "BLAKE2b-512"),
  // Known to SPDX, whose validator, however, wants four times the digits that it has.
  BLAKE3("blake3", 64, "BLAKE3", "");

  private final String id;
  private final int length;
  private final String cycloneDx;
  private final String spdx;

  Hashes(String id, int length, String cycloneDx, String spdx) {
    this.id = id;
    this.length = length;
    this.cycloneDx = cycloneDx;
    this.spdx = spdx;
  }

  /** What CycloneDX 1.6 calls the digest's algorithm; empty when it has no word for it. */
  static Optional<String> cycloneDx(Digest digest) {
    return of(digest).map(h -> h.cycloneDx).filter(name -> !name.isEmpty());
  }

  /** What SPDX 2.3 calls the digest's algorithm; empty when it has no word for it. */
  static Optional<String> spdx(Digest digest) {
    return of(digest).map(h -> h.spdx).filter(name -> !name.isEmpty());
  }

  /** The algorithm of a digest that is one: hexadecimal and of the right length. */
  private static Optional<Hashes> of(Digest digest) {
    for (Hashes known : values()) {
      if (!known.id.equals(digest.algorithm())) continue;
      boolean fits = known.length == 0 || known.length == digest.hex().length();
      return fits && isHex(digest.hex()) ? Optional.of(known) : Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean isHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Chars.isLowerHex(text.charAt(i))) return false;
    }
    return true;
  }

  /** The digest of an algorithm as any format calls it; empty when it cannot be one. */
  static Optional<Digest> read(String algorithm, String content) {
    String name = algorithm.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    if (name.startsWith("sha-")) name = "sha" + name.substring(4);
    try {
      return Optional.of(new Digest(name, content.strip().toLowerCase(Locale.ROOT)));
    } catch (InvalidDigestException _) {
      return Optional.empty();
    }
  }
}
