package io.breakwater.oci.layers;

/** What a layer does to a path. */
public enum Change {
  /** It was not there before. */
  ADDED,
  /** It was there, and is written again: with other content, or only with another mode or owner. */
  CHANGED,
  /** It was there, and is not any more. What lies below a removed directory is not named again. */
  REMOVED
}
