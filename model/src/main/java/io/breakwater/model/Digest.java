package io.breakwater.model;

import java.util.HexFormat;

/** A content digest as the OCI image specification writes it. */
public record Digest(String algorithm, String hex) {
  /** Checks the grammar. */
  public Digest {
    if (!algorithm.equals("sha256") && !algorithm.equals("sha512")) {
      throw new InvalidDigestException("unknown digest algorithm: " + algorithm);
    }
  }

  /** Parses {@code algorithm:hex}. */
  public static Digest parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) throw new InvalidDigestException("not a digest: " + text);
    return new Digest(text.substring(0, colon), text.substring(colon + 1));
  }

  /** The SHA-256 digest with these 32 bytes. */
  public static Digest sha256(byte[] hash32) {
    return new Digest("sha256", HexFormat.of().formatHex(hash32));
  }

  @Override
  public String toString() {
    return algorithm + ":" + hex;
  }
}
