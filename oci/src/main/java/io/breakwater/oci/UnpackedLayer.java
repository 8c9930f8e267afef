package io.breakwater.oci;

import io.breakwater.model.Digest;
import java.io.IOException;
import java.util.Optional;

/**
 * A layer whose compressed blob is no longer there, only what it unpacked to.
 *
 * @param content reads it
 * @param blob the digest of the blob, as the manifest tells
 * @param size the size of the blob, as the manifest tells
 */
record UnpackedLayer(ImageLayer content, Digest blob, long size) implements ImageLayer {
  @Override
  public Optional<Digest> digest() {
    return Optional.of(blob);
  }

  @Override
  public Optional<Digest> diffId() {
    return content.diffId();
  }

  @Override
  public String instruction() {
    return content.instruction();
  }

  @Override
  public boolean read(LayerVisitor visitor) throws IOException {
    return content.read(visitor);
  }
}
