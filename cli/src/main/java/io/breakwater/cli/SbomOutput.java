package io.breakwater.cli;

import io.breakwater.inventory.sbom.Sbom;
import io.breakwater.inventory.sbom.SbomFormat;
import io.breakwater.inventory.sbom.SbomWriter;
import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Writes SBOMs to standard output or a file. */
final class SbomOutput {
  private SbomOutput() {}

  /** A writer that knows the environment's time for builds that shall be repeatable. */
  static SbomWriter writer(Terminal terminal, boolean serial) {
    return new SbomWriter(
        "breakwater",
        Version.NUMBER,
        epoch(terminal.environment().getOrDefault("SOURCE_DATE_EPOCH", "")),
        serial ? Optional.of(UUID.randomUUID()) : Optional.empty());
  }

  private static Optional<Instant> epoch(String seconds) {
    if (seconds.isEmpty() || seconds.length() > 12) return Optional.empty();
    boolean number = seconds.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds))) : Optional.empty();
  }

  /** Writes to the file that the user named, else to standard output. */
  static void write(Sbom sbom, SbomFormat format, Arguments arguments, Terminal terminal)
      throws IOException {
    SbomWriter writer = writer(terminal, arguments.has(Opt.SERIAL_NUMBER));
    Optional<String> file = arguments.value(Opt.SBOM_FILE);
    if (file.isEmpty() || file.get().equals("-")) {
      writer.write(sbom, format, terminal.out());
      return;
    }
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(Path.of(file.get())), 1 << 16)) {
      writer.write(sbom, format, out);
    } catch (IOException failed) {
      throw new ProblemException(Problem.of(ProblemCode.OUTPUT_FAILED, file.get(), failed), failed);
    }
  }
}
