package io.breakwater.oci.layers;

import java.util.List;

/**
 * Bytes that the image need not have, and which layers make them.
 *
 * @param cause why
 * @param from the number of the layer whose bytes are superfluous
 * @param to the number of the layer that makes them so; the same as {@code from} for what is left
 *     behind
 * @param files how many
 * @param bytes how many
 * @param examples paths of the largest of them, at most {@value #EXAMPLES}
 * @param remedy a shell command or Dockerfile flag that avoids it; may be empty
 */
public record Saving(
    Cause cause, int from, int to, int files, long bytes, List<String> examples, String remedy) {
  /** How many examples there are at most. */
  public static final int EXAMPLES = 3;

  /** Copies the list. */
  public Saving {
    examples = List.copyOf(examples);
  }

  /** Why bytes are superfluous. */
  public enum Cause {
    /** A layer writes files again that differ in nothing but mode or owner. */
    COPIED_UP,
    /** A layer writes files again that are the same. */
    ADDED_TWICE,
    /** A layer puts other content in the place of files. */
    REPLACED,
    /** A layer removes files, which stay in the layer beneath. */
    DELETED,
    /** The caches of a package manager, or temporary files, are in the finished image. */
    LEFT_BEHIND
  }
}
