package io.breakwater.oci.internal.registry;

import io.breakwater.model.Digest;
import io.breakwater.model.InvalidDigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Digests of bytes in memory. */
final class Hashes {
  private Hashes() {}

  /** The digest of bytes; empty when the algorithm is not known here. */
  static Optional<Digest> of(String algorithm, byte[] bytes) {
    String name =
        switch (algorithm) {
          case "sha256" -> "SHA-256";
          case "sha384" -> "SHA-384";
          case "sha512" -> "SHA-512";
          default -> "";
        };
    if (name.isEmpty()) return Optional.empty();
    try {
      return Optional.of(Digest.of(algorithm, MessageDigest.getInstance(name).digest(bytes)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java runtime has " + name, missing);
    }
  }

  /** A digest as a header tells it; empty when it is none, or of an algorithm not known here. */
  static Optional<Digest> parse(String text) {
    try {
      Digest digest = Digest.parse(text.strip());
      return of(digest.algorithm(), new byte[0]).map(_ -> digest);
    } catch (InvalidDigestException _) {
      return Optional.empty();
    }
  }
}
