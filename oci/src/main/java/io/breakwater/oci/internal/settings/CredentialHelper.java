package io.breakwater.oci.internal.settings;

import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Asks a {@code docker-credential-NAME} program, by the protocol of Docker's credential helpers. It
 * is looked for in the absolute folders of PATH; its time and its output are bounded.
 */
final class CredentialHelper {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_OUTPUT = 256 << 10;

  private final Map<String, String> environment;
  private final Duration patience;

  CredentialHelper(Map<String, String> environment, Duration patience) {
    this.environment = environment;
    this.patience = patience;
  }

  CredentialLookup get(String name, String server) {
    String program = "docker-credential-" + name;
    if (!isPlain(name)) {
      return new CredentialLookup.Unusable("the credential helper", "its name is not plain");
    }
    Optional<Path> file = find(program);
    if (file.isEmpty()) return new CredentialLookup.Unusable(program, "it is not in PATH");
    try {
      return run(program, file.get(), server);
    } catch (IOException failed) {
      return new CredentialLookup.Unusable(program, "it cannot be run");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new CredentialLookup.Unusable(program, "interrupted");
    }
  }

  private CredentialLookup run(String program, Path file, String server)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(file.toString(), "get");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      try (OutputStream in = process.getOutputStream()) {
        in.write(server.getBytes(StandardCharsets.UTF_8));
      } catch (IOException _) {
        // It ended without reading; its answer says why.
      }
      var output = new AtomicReference<>(new byte[0]);
      Thread reader = Thread.ofVirtual().start(() -> output.set(read(process)));
      if (!reader.join(patience) || !process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return new CredentialLookup.Unusable(
            program, "no answer in " + patience.toSeconds() + " s");
      }
      return answer(program, process.exitValue(), output.get());
    } finally {
      process.destroyForcibly();
    }
  }

  private static byte[] read(Process process) {
    try (InputStream out = process.getInputStream()) {
      return out.readNBytes(LONGEST_OUTPUT + 1);
    } catch (IOException _) {
      return new byte[0];
    }
  }

  private static CredentialLookup answer(String program, int exit, byte[] output) {
    if (output.length > LONGEST_OUTPUT) {
      return new CredentialLookup.Unusable(program, "its answer is too long");
    }
    if (exit != 0) {
      String said = new String(output, StandardCharsets.UTF_8);
      // The sentence that the protocol lays down; other output is not shown, it may be a secret.
      return said.contains("credentials not found in native keychain")
          ? new CredentialLookup.None()
          : new CredentialLookup.Unusable(program, "it ended with code " + exit);
    }
    Json.Obj answer;
    try {
      answer = Json.parseObject(output);
    } catch (InvalidJsonException _) {
      return new CredentialLookup.Unusable(program, "its answer is not JSON");
    }
    String user = answer.text("Username");
    String secret = answer.text("Secret");
    if (user.isEmpty() && secret.isEmpty()) return new CredentialLookup.None();
    return new CredentialLookup.Found(
        user.equals("<token>")
            ? new Credentials.IdentityToken(secret)
            : new Credentials.Basic(user, secret));
  }

  private Optional<Path> find(String program) {
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, 1000)) {
      if (folder.isEmpty() || !Path.of(folder).isAbsolute()) continue;
      Path file = Path.of(folder, program);
      if (Files.isRegularFile(file) && Files.isExecutable(file)) return Optional.of(file);
    }
    return Optional.empty();
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && c != '_' && c != '.' && c != '-') return false;
    }
    return !name.isEmpty() && name.length() <= LONGEST_NAME;
  }
}
