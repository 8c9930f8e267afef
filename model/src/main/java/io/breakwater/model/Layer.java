package io.breakwater.model;

/**
 * A layer of an image.
 *
 * @param digest of the blob as it is stored, compressed or not
 * @param diffId digest of the uncompressed archive: the layer's identity
 * @param size of the stored blob, in bytes
 * @param instruction the Dockerfile instruction that made it, as the history tells it; may be empty
 * @param origin whether it belongs to the base image
 */
public record Layer(Digest digest, Digest diffId, long size, String instruction, Origin origin) {
  /** Checks the size. */
  public Layer {
    if (size < 0) throw new IllegalArgumentException("a layer's size is not negative: " + size);
  }
}
