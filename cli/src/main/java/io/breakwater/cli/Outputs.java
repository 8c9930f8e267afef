package io.breakwater.cli;

import io.breakwater.inventory.sbom.Sbom;
import io.breakwater.inventory.sbom.SbomFormat;
import io.breakwater.model.Decision;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.ReportWriter;
import io.breakwater.model.ScanReport;
import io.breakwater.model.Verdict;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The forms that a report is asked for in: one on standard output, any number in files.
 *
 * @param format of standard output
 * @param files what goes where
 * @param all whether tables list every finding
 * @param suppressed whether tables list what was taken out of the findings
 * @param serial whether SBOMs get a serial number
 */
record Outputs(String format, List<ToFile> files, boolean all, boolean suppressed, boolean serial) {
  private static final List<String> FORMATS = List.of("table", "json", "cyclonedx", "spdx");

  /** A format and the file it goes to. */
  record ToFile(String format, Path file) {}

  /** What the user asked for. */
  static Outputs of(Arguments arguments) {
    var files = new ArrayList<ToFile>();
    for (String value : arguments.values(Opt.OUTPUT)) {
      int equals = value.indexOf('=');
      if (equals < 1
          || equals == value.length() - 1
          || !FORMATS.contains(value.substring(0, equals))) {
        throw arguments.bad(Opt.OUTPUT, value, Msg.A_FORMAT_FILE, String.join(", ", FORMATS));
      }
      files.add(new ToFile(value.substring(0, equals), Path.of(value.substring(equals + 1))));
    }
    return new Outputs(
        arguments.oneOf(Opt.FORMAT, "table", FORMATS),
        files,
        arguments.has(Opt.ALL),
        arguments.has(Opt.SHOW_SUPPRESSED),
        arguments.has(Opt.SERIAL_NUMBER));
  }

  /**
   * Writes every form.
   *
   * @throws ProblemException when a file cannot be written
   */
  void write(ScanReport report, Optional<Verdict> verdict, int cachedLayers, Terminal terminal)
      throws IOException {
    write(report, verdict, Optional.empty(), cachedLayers, terminal);
  }

  /** Writes every form, with what policies decided. */
  void write(ScanReport report, Decision decision, int cachedLayers, Terminal terminal)
      throws IOException {
    write(report, Optional.of(decision.verdict()), Optional.of(decision), cachedLayers, terminal);
  }

  private void write(
      ScanReport report,
      Optional<Verdict> verdict,
      Optional<Decision> decision,
      int cachedLayers,
      Terminal terminal)
      throws IOException {
    for (ToFile each : files) {
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(each.file()), 1 << 16)) {
        write(each.format(), report, verdict, decision, cachedLayers, terminal, out, true);
      } catch (IOException failed) {
        throw new ProblemException(
            io.breakwater.model.Problem.of(
                ProblemCode.OUTPUT_FAILED, each.file().toString(), failed),
            failed);
      }
    }
    write(format, report, verdict, decision, cachedLayers, terminal, terminal.out(), false);
  }

  private void write(
      String form,
      ScanReport report,
      Optional<Verdict> verdict,
      Optional<Decision> decision,
      int cachedLayers,
      Terminal terminal,
      OutputStream out,
      boolean toFile)
      throws IOException {
    if (form.equals("json")) {
      ReportWriter.write(report, decision, out);
      return;
    }
    Optional<SbomFormat> sbom = SbomFormat.parse(form);
    if (sbom.isPresent()) {
      Sbom document = Sbom.of(report.image(), report.components());
      SbomOutput.writer(terminal, serial).write(document, sbom.get(), out);
      return;
    }
    Terminal page = toFile ? terminal.plain() : terminal;
    PrintStream print =
        out instanceof PrintStream stream
            ? stream
            : new PrintStream(out, false, StandardCharsets.UTF_8);
    // One line feed on every system: the same report is the same bytes.
    var table = new ReportTable(report, verdict, cachedLayers, all || toFile, suppressed, page);
    var lines = new ArrayList<>(table.lines());
    decision.ifPresent(d -> lines.addAll(new DecisionTable(d, page).lines()));
    for (String line : lines) {
      print.print(line.stripTrailing());
      print.print('\n');
    }
    print.flush();
  }
}
