package io.breakwater.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs real processes: the launcher as a user starts it. */
final class Processes {
  /** The module's own folder. */
  static final Path MODULE = Path.of("").toAbsolutePath();

  /** The application that the build made. */
  static final Path APP = MODULE.resolve("target/app");

  private Processes() {}

  /** The java that runs this test. */
  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Runs the launcher of an application folder. */
  static Run launcher(Path app, Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    var command = new java.util.ArrayList<String>();
    command.add(app.resolve("bin/bw").toString());
    command.addAll(List.of(words));
    var all = new java.util.HashMap<>(environment);
    all.put("BW_HOME", app.toString());
    all.put("BW_JAVA", java().toString());
    return run(command, all);
  }

  /** Runs a command with an empty standard input. */
  static Run run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("bw-out", "");
    Path err = Files.createTempFile("bw-err", "");
    try {
      var builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("does not end: " + command);
      }
      return new Run(process.exitValue(), read(out), read(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static String read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
