package io.breakwater.oci.internal.layer;

import io.breakwater.model.Digest;
import io.breakwater.oci.Content;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of bytes. */
public final class Hashing {
  /** Long calls let the JVM reach its fast code early, and stay in the processor's cache. */
  static final int PIECE = 256 << 10;

  private Hashing() {}

  /** The digest of bytes in memory, by the algorithm of another. */
  public static Digest of(byte[] bytes, Digest like) {
    MessageDigest hash = start(like.algorithm());
    hash.update(bytes);
    return finish(hash, like.algorithm());
  }

  /** The SHA-256 of bytes in memory. */
  public static Digest sha256(byte[] bytes) {
    return Digest.sha256(start("sha256").digest(bytes));
  }

  static MessageDigest start(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm.equals("sha512") ? "SHA-512" : "SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has it", missing);
    }
  }

  static Digest finish(MessageDigest hash, String algorithm) {
    return new Digest(algorithm, HexFormat.of().formatHex(hash.digest()));
  }

  /** The digest of a content, which is told piece by piece to a listener. */
  static Digest of(Content content, String algorithm, Pieces listener) throws IOException {
    MessageDigest hash = start(algorithm);
    byte[] piece = new byte[(int) Math.min(PIECE, content.size())];
    for (long at = 0; at < content.size(); ) {
      int n = content.read(at, piece, 0, piece.length);
      if (n <= 0) throw new java.io.EOFException("content ends at " + at);
      hash.update(piece, 0, n);
      at += n;
      listener.advanced(n);
    }
    return finish(hash, algorithm);
  }

  /** Is told of progress, and may end the work by throwing. */
  interface Pieces {
    void advanced(int bytes) throws IOException;
  }
}
