package io.breakwater.cli;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.Coverage;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** {@code bw db coverage}: who could speak about the packages of an image. */
final class CoverageCommand implements Command.Action {
  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    String format = arguments.oneOf(Opt.COVERAGE_FORMAT, "table", List.of("table", "json"));
    AdvisoryDatabase database = Databases.open(arguments, terminal);
    String reference = arguments.positionals().getFirst();
    Subjects.Subject subject = Subjects.take(arguments, terminal, reference);
    var inventory = subject.inventory();
    Coverage coverage =
        Coverage.of(
            database,
            inventory.os(),
            ScanCommand.judged(arguments, subject).of(inventory.components()),
            LocalDate.now(ZoneOffset.UTC));
    if (format.equals("json")) {
      CoverageJson.write(subject.image(), database.info(), coverage, terminal.out());
    } else {
      boolean all = arguments.has(Opt.COVERAGE_ALL);
      new CoverageTable(subject.image(), database.info().starter(), coverage, all, terminal)
          .lines()
          .forEach(terminal::line);
    }
    return Main.OK;
  }
}
