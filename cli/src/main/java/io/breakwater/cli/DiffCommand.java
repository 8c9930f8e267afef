package io.breakwater.cli;

import io.breakwater.model.FoundFile;
import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.Severity;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code bw diff}: what came, went and changed from one image to another. */
final class DiffCommand implements Command.Action {
  private static final long LARGEST = 512L << 20;

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    String format = arguments.oneOf(Opt.FORMAT, "table", List.of("table", "json"));
    Severity threshold = arguments.severity(Opt.WORSE).orElse(Severity.HIGH);
    List<String> operands = arguments.positionals();
    if (operands.size() < 2) throw new UsageException(arguments.path(), Msg.MISSING, "B");
    Snapshot a = snapshot(operands.get(0), arguments, terminal);
    Snapshot b = snapshot(operands.get(1), arguments, terminal);
    Difference difference = Difference.of(a, b);
    if (format.equals("json")) {
      DiffJson.write(a, b, difference, threshold, terminal.out());
    } else {
      var table = new DiffTable(a, b, difference, threshold, arguments.has(Opt.ALL), terminal);
      table.lines().forEach(terminal::line);
    }
    return difference.worse(threshold) > 0 ? Main.REFUSED : Main.OK;
  }

  private static Snapshot snapshot(String operand, Arguments arguments, Terminal terminal)
      throws IOException {
    Optional<Path> file = report(operand);
    if (file.isPresent()) return read(file.get(), operand, terminal);
    ScanCommand.Scanned scanned =
        ScanCommand.scan(
            operand,
            Caches.results(arguments, terminal),
            Databases.open(arguments, terminal),
            arguments,
            terminal);
    return Snapshot.of(
        scanned.report(),
        scanned.inventory().files().list().stream()
            .map(FoundFile::path)
            .collect(Collectors.toSet()));
  }

  /** A file that starts as a JSON object does; archives of images do not. */
  private static Optional<Path> report(String operand) throws IOException {
    Path file;
    try {
      file = Path.of(operand);
    } catch (InvalidPathException noFile) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file)) return Optional.empty();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(64);
      for (byte b : start) {
        if (b == '{') return Optional.of(file);
        if (b != ' ' && b != '\n' && b != '\r' && b != '\t') return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Snapshot read(Path file, String operand, Terminal terminal) throws IOException {
    try {
      if (Files.size(file) > LARGEST) throw new InvalidJsonException("it is too large", 1, 1);
      Json.Obj document = Json.parseObject(Files.readAllBytes(file));
      if (!document.text("schemaVersion").startsWith("1.") || document.get("image").isEmpty()) {
        throw new InvalidJsonException("it has no schemaVersion 1 or no image", 1, 1);
      }
      return Snapshot.of(document);
    } catch (InvalidJsonException broken) {
      String cause = terminal.say(Msg.NO_REPORT, String.valueOf(broken.getMessage()));
      throw new ProblemException(Problem.of(ProblemCode.FILE_UNREADABLE, operand, cause), broken);
    }
  }
}
