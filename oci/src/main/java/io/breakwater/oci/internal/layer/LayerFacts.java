package io.breakwater.oci.internal.layer;

import io.breakwater.model.Digest;
import java.util.Locale;
import java.util.Optional;

/**
 * What an image promises about one of its layers.
 *
 * @param subject the image as the user named it, for messages
 * @param number counted from 1, the lowest first
 * @param count how many layers the image has
 * @param mediaType as the manifest tells; may be empty. The compression is not taken from it
 * @param digest of the stored blob, where one is promised; it is checked
 * @param diffId of the uncompressed archive, where one is promised; it is checked
 * @param size of the stored blob in bytes; 0 where it is not promised
 * @param instruction what made it; may be empty
 */
public record LayerFacts(
    String subject,
    int number,
    int count,
    String mediaType,
    Optional<Digest> digest,
    Optional<Digest> diffId,
    long size,
    String instruction) {

  /** The layer for people: {@code layer 3 of 9, sha256:41ac77…}. */
  public String label() {
    Optional<Digest> named = digest.isPresent() ? digest : diffId;
    return shortName() + named.map(d -> ", " + shortened(d)).orElse("");
  }

  /** The layer for people who see many: {@code layer 3 of 9}. */
  public String shortName() {
    return "layer " + number + " of " + count;
  }

  /** A number of bytes as people read it. */
  public static String grouped(long bytes) {
    return String.format(Locale.ROOT, "%,d", bytes);
  }

  private static String shortened(Digest digest) {
    String hex = digest.hex();
    return digest.algorithm() + ":" + (hex.length() > 6 ? hex.substring(0, 6) + "…" : hex);
  }
}
