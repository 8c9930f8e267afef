package io.breakwater.model;

import java.util.Optional;

/**
 * Where something lies in an image.
 *
 * @param layer the diffID of the layer; empty for a root file system, which has no layers
 * @param path absolute path inside the image; inside an archive, the archive's path, {@code !/} and
 *     the path in it, once for each level: {@code /app/a.war!/WEB-INF/lib/b.jar}
 * @param line line in the file, from 1; 0 when the whole file is meant
 */
public record Location(Optional<Digest> layer, String path, int line) {
  /** Checks that the path is absolute. */
  public Location {
    if (!path.startsWith("/")) throw new IllegalArgumentException("not an absolute path: " + path);
    if (line < 0) throw new IllegalArgumentException("a line is counted from 1: " + line);
  }

  /** A whole file. */
  public static Location of(Optional<Digest> layer, String path) {
    return new Location(layer, path, 0);
  }
}
