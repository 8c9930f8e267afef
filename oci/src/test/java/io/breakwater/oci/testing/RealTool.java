package io.breakwater.oci.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program of this machine that we did not write. */
public final class RealTool {
  private final Path program;
  private final Map<String, String> environment;

  private RealTool(Path program, Map<String, String> environment) {
    this.program = program;
    this.environment = environment;
  }

  /** The tool; the test is skipped where it is not installed. */
  public static RealTool named(String name) {
    Optional<Path> program =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    Assumptions.assumeTrue(program.isPresent(), () -> "skipped: " + name + " is not installed");
    return new RealTool(program.orElseThrow(), Map.of());
  }

  /** The tool with more variables. */
  public RealTool with(Map<String, String> variables) {
    return new RealTool(program, variables);
  }

  /** Runs it and returns what it wrote; fails when it fails. */
  public String run(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(2, TimeUnit.MINUTES)) process.destroyForcibly();
    if (process.exitValue() != 0) throw new IOException(command + " failed: " + output);
    return output;
  }
}
