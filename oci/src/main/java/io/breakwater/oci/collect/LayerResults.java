package io.breakwater.oci.collect;

import java.util.Optional;

/** Keeps what was found in a layer, so that the layer is read once. Used by many threads. */
public interface LayerResults {
  /** What is kept under a key; empty when nothing is, or when it cannot be read. */
  Optional<byte[]> get(String key);

  /** Keeps a value, if it can. */
  void put(String key, byte[] value);

  /** Keeps nothing. */
  static LayerResults none() {
    return new LayerResults() {
      @Override
      public Optional<byte[]> get(String key) {
        return Optional.empty();
      }

      @Override
      public void put(String key, byte[] value) {}
    };
  }
}
