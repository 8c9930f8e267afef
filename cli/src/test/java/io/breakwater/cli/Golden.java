package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Outputs compared with what they should be, byte by byte. {@code -Dgolden.update} writes them. */
final class Golden {
  private static final Path FOLDER = Processes.MODULE.resolve("src/test/resources/golden");

  private Golden() {}

  static void check(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(file).exists();
    assertThat(actual).as("golden file %s", name).isEqualTo(Files.readString(file));
  }
}
