package io.breakwater.cli;

import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.ScanReport;
import io.breakwater.report.Context;
import io.breakwater.report.Document;
import io.breakwater.report.Printer;
import io.breakwater.report.Printers;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** {@code bw vex}: what a scan says about an image, as OpenVEX for those who use it. */
final class VexCommand implements Command.Action {
  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    Instant timestamp = timestamp(arguments);
    String author = arguments.value(Opt.AUTHOR).orElse("Unknown Author");
    Silence silence = Silence.of(arguments, terminal);
    ScanReport report =
        ScanCommand.scan(
                arguments.positionals().getFirst(),
                Caches.results(arguments, terminal),
                Databases.open(arguments, terminal),
                silence,
                Scanners.HOLES,
                arguments,
                terminal)
            .report();
    Optional<String> file = arguments.value(Opt.VEX_FILE);
    Printer printer = Printers.named("openvex").orElseThrow();
    Context context = Context.of(terminal.language()).signed(author, timestamp);
    Document document = Document.of(report);
    if (file.isEmpty()) {
      printer.print(document, context, terminal.out());
      return Main.OK;
    }
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(Path.of(file.get())), 1 << 16)) {
      printer.print(document, context, out);
    } catch (IOException failed) {
      throw new ProblemException(Problem.of(ProblemCode.OUTPUT_FAILED, file.get(), failed), failed);
    }
    return Main.OK;
  }

  private static Instant timestamp(Arguments arguments) {
    Optional<String> value = arguments.value(Opt.TIMESTAMP);
    if (value.isEmpty()) return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    try {
      return OffsetDateTime.parse(value.get()).toInstant();
    } catch (DateTimeParseException none) {
      throw arguments.bad(Opt.TIMESTAMP, value.get(), Msg.A_TIME);
    }
  }
}
