package io.breakwater.oci.places;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;

/** Programs of this machine, run for a test. Closing it ends those that still run. */
final class Machine implements AutoCloseable {
  private final Path folder;
  private final List<Process> running = new ArrayList<>();
  private int logs;

  /**
   * @param folder for logs
   */
  Machine(Path folder) {
    this.folder = folder;
  }

  /** Skips the test where a program is missing. */
  static void need(String... programs) {
    for (String program : programs) {
      boolean there = false;
      for (String dir : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
        there |= Files.isExecutable(Path.of(dir, program));
      }
      Assumptions.assumeTrue(there, () -> "skipped: " + program + " is not installed");
    }
  }

  /** Skips the test for users who are not root. */
  static void needRoot() throws IOException {
    Object user = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    Assumptions.assumeTrue(user.equals(0), "skipped: needs root");
  }

  /** Runs a program to its end and returns what it printed. */
  String run(String... command) throws IOException, InterruptedException {
    return run(Map.of(), command);
  }

  /** The same with more variables. */
  String run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(2, TimeUnit.MINUTES)) process.destroyForcibly();
    if (process.exitValue() != 0) throw new IOException(String.join(" ", command) + ": " + output);
    return output.strip();
  }

  /** Starts a server and waits until it is ready. */
  Process serve(BooleanSupplier ready, String... command) throws IOException, InterruptedException {
    Path log = folder.resolve("log-" + logs++);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    running.add(process);
    for (int i = 0; i < 600 && !ready.getAsBoolean(); i++) {
      if (!process.isAlive()) throw new IOException(command[0] + ": " + Files.readString(log));
      Thread.sleep(50);
    }
    if (!ready.getAsBoolean()) throw new IOException(command[0] + ": " + Files.readString(log));
    return process;
  }

  /** A port that nobody listens at. */
  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Whether somebody listens at a port. */
  static boolean answers(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    for (Process process : running) process.destroy();
    for (Process process : running) {
      try {
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
      } catch (InterruptedException _) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
