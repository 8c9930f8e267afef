package io.breakwater.oci;

/** Is told how far the reading of an image is. Called by many threads. */
public interface ProgressListener {
  /** Listens to nothing. */
  ProgressListener NONE = new ProgressListener() {};

  /**
   * Work on a layer (or another large piece) begins.
   *
   * @param name a short name for people, such as {@code layer 3 of 9}
   * @param bytes how long it is, or 0 when that is not known
   */
  default void started(String name, long bytes) {}

  /** So many more bytes of it are read. */
  default void advanced(String name, long bytes) {}

  /** It is done. */
  default void finished(String name) {}
}
