package io.breakwater.oci.internal.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The machine as its user set it up.
 *
 * @param environment the process's environment; not printed, as it may hold secrets
 * @param root the root of the file system
 */
public record Surroundings(Map<String, String> environment, Path root) {
  private static final int LONGEST_FILE = 8 << 20;

  /** This machine, with a given environment. */
  public static Surroundings of(Map<String, String> environment) {
    return new Surroundings(environment, Path.of("/"));
  }

  /** A variable; empty text when it is not set. */
  public String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  /** A path that a variable holds. */
  public Optional<Path> path(String variable) {
    String value = variable(variable);
    return value.isEmpty() ? Optional.empty() : Optional.of(Path.of(value));
  }

  /** A path of the system, such as {@code etc/containers}. */
  public Path system(String relative) {
    return root.resolve(relative);
  }

  /** The user's home. */
  public Optional<Path> home() {
    return path("HOME");
  }

  /** Where the user's settings lie. */
  public Optional<Path> config() {
    return path("XDG_CONFIG_HOME").or(() -> home().map(h -> h.resolve(".config")));
  }

  /** Where the user's data lie. */
  public Optional<Path> data() {
    return path("XDG_DATA_HOME").or(() -> home().map(h -> h.resolve(".local/share")));
  }

  /** The number of the user, as the kernel tells; root's when it does not. */
  public int userId() {
    try {
      return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
      return 0;
    }
  }

  /**
   * The bytes of a small file; empty when it does not exist.
   *
   * @throws IOException when it cannot be read or is longer than any file of settings
   */
  public static Optional<byte[]> read(Path file) throws IOException {
    return read(file, LONGEST_FILE);
  }

  /** The same with another limit, in bytes. */
  public static Optional<byte[]> read(Path file, int limit) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) throw new IOException("it is too long");
      return Optional.of(bytes);
    } catch (NoSuchFileException | NotDirectoryException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Surroundings[" + root + "]";
  }
}
