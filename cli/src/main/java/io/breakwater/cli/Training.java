package io.breakwater.cli;

import io.breakwater.model.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the usual commands once on a small image of its own making, so that the JVM can write down
 * what it loaded and compiled: the class data that later starts begin with. See {@code bin/train}.
 */
public final class Training {
  private Training() {}

  /** Trains in a temporary folder, which is removed. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("bw-training");
    try {
      Path archive = folder.resolve("image.tar");
      Files.write(archive, TrainingImage.dockerArchive());
      Path layout = folder.resolve("layout");
      TrainingImage.ociLayout(layout);
      String cache = folder.resolve("cache").toString();
      String json = "json=" + folder.resolve("report.json");
      for (String reference : List.of("docker-archive:" + archive, "oci:" + layout)) {
        for (int round = 0; round < 3; round++) {
          run("scan", "--offline", "--no-cache", "--output", json, reference);
          run("scan", "--offline", "--cache", cache, "--format", "json", "--lang", "zh", reference);
          run("scan", "--offline", "--cache", cache, "--fail-on", "high", reference);
        }
      }
      run("db", "status");
      run("scan", "--help");
      run("version", "compare", "deb", "1.0", "1.1");
    } finally {
      remove(folder);
    }
  }

  private static void run(String... words) {
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8),
            Map.of("HOME", "/nonexistent"),
            Language.ENGLISH,
            Terminal.PLAIN_WIDTH,
            true,
            false);
    int code = Main.run(List.of(words), terminal);
    if (code == Main.ERROR) throw new IllegalStateException("failed: " + String.join(" ", words));
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
