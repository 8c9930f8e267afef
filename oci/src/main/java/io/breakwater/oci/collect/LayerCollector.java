package io.breakwater.oci.collect;

import io.breakwater.oci.LayerVisitor;
import java.util.Optional;

/**
 * Makes evidence out of layers: of each one by itself, whatever lies under or over it, so that the
 * evidence holds wherever the layer does. Used by many threads.
 */
public interface LayerCollector {
  /**
   * Stands in the key under which evidence is kept: its own name, and whatever the evidence depends
   * on besides the layer, such as the versions of its rules. Letters, digits and dashes.
   */
  String version();

  /** Starts on one layer. */
  Reading begin();

  /** One layer, read by one thread. */
  interface Reading extends LayerVisitor {
    /** Who visits the layer a second time, where the first reading showed that somebody has to. */
    default Optional<LayerVisitor> again() {
      return Optional.empty();
    }

    /** The evidence, once the layer is read. */
    byte[] evidence();

    /** Whether the evidence may be kept: not where something outside the layer failed. */
    default boolean lasts() {
      return true;
    }
  }
}
