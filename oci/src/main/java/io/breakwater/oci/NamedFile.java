package io.breakwater.oci;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file or folder with an image chosen in it: {@code FILE}, {@code FILE:TAG}, {@code FILE@DIGEST}.
 *
 * @param path which exists
 * @param choice a tag, or a digest after {@code @}; may be empty
 */
record NamedFile(Path path, String choice) {

  /**
   * Finds where the path ends, which may itself hold colons: the longest one that exists counts.
   */
  static Optional<NamedFile> of(String text) {
    for (int end = text.length(); end > 0; end = lastSeparator(text, end)) {
      Optional<Path> path = existing(text.substring(0, end));
      if (path.isPresent()) return Optional.of(new NamedFile(path.get(), choice(text, end)));
    }
    return Optional.empty();
  }

  private static int lastSeparator(String text, int before) {
    return Math.max(text.lastIndexOf(':', before - 1), text.lastIndexOf('@', before - 1));
  }

  private static String choice(String text, int end) {
    if (end == text.length()) return "";
    return text.charAt(end) == '@' ? text.substring(end) : text.substring(end + 1);
  }

  private static Optional<Path> existing(String text) {
    try {
      Path path = Path.of(text);
      return Files.exists(path) ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
