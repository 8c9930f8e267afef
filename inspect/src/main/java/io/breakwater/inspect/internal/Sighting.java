package io.breakwater.inspect.internal;

import io.breakwater.model.Confidence;

/**
 * Something that an inspector saw in a layer.
 *
 * @param check the id of the check; or of a fact that only judges need, which starts with {@code =}
 * @param path relative to the root, with {@code !/} before what lies inside an archive
 * @param line from 1; 0 when the whole file is meant
 * @param confidence how sure it is
 * @param part which part of the file, such as a key of a document; may be empty
 * @param evidence what was seen, secrets masked; may be empty
 */
public record Sighting(
    String check, String path, int line, Confidence confidence, String part, String evidence) {
  private static final int MOST_EVIDENCE = 4_096;

  /** Cuts what is too long to be read by anybody. */
  public Sighting {
    if (evidence.length() > MOST_EVIDENCE) evidence = evidence.substring(0, MOST_EVIDENCE);
    if (line < 0) throw new IllegalArgumentException("a line is counted from 1: " + line);
  }

  /** A whole file, for sure. */
  public static Sighting of(String check, String path, String evidence) {
    return new Sighting(check, path, 0, Confidence.HIGH, "", evidence);
  }
}
