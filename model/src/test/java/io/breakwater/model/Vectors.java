package io.breakwater.model;

import io.breakwater.testing.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of test vectors; tests are skipped where there are none. */
final class Vectors {
  private Vectors() {}

  /** The files of a folder of the shared data whose names end so, in the order of their names. */
  static List<Path> files(String folder, String ending) {
    try (Stream<Path> files = Files.list(SharedData.path(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
