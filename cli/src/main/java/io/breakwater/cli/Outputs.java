package io.breakwater.cli;

import io.breakwater.inventory.sbom.Sbom;
import io.breakwater.inventory.sbom.SbomFormat;
import io.breakwater.model.Decision;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.ReportWriter;
import io.breakwater.model.ScanReport;
import io.breakwater.model.Verdict;
import io.breakwater.report.Context;
import io.breakwater.report.Document;
import io.breakwater.report.Printer;
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
 * @param context what reports are printed for
 */
record Outputs(
    Wanted format,
    List<ToFile> files,
    boolean all,
    boolean suppressed,
    boolean serial,
    Context context) {
  private static final List<String> FORMATS = Form.words("table", "json", "cyclonedx", "spdx");

  /** A format; its printer is read at once, so that a broken template is told before the scan. */
  record Wanted(String word, Optional<Printer> printer) {
    static Wanted of(String word) throws ProblemException {
      return new Wanted(word, Form.printer(word));
    }
  }

  /** A format and the file it goes to. */
  record ToFile(Wanted format, Path file) {}

  /** What the user asked for. */
  static Outputs of(Arguments arguments, Terminal terminal) throws ProblemException {
    var files = new ArrayList<ToFile>();
    for (String value : arguments.values(Opt.OUTPUT)) {
      int equals = value.indexOf('=');
      if (equals < 1
          || equals == value.length() - 1
          || !Form.knows(value.substring(0, equals), FORMATS)) {
        throw arguments.bad(Opt.OUTPUT, value, Msg.A_FORMAT_FILE, String.join(", ", FORMATS));
      }
      Wanted wanted = Wanted.of(value.substring(0, equals));
      files.add(new ToFile(wanted, Path.of(value.substring(equals + 1))));
    }
    String word = arguments.value(Opt.FORMAT).orElse("table");
    if (!Form.knows(word, FORMATS)) {
      throw arguments.bad(Opt.FORMAT, word, Msg.ONE_OF, String.join(", ", FORMATS));
    }
    return new Outputs(
        Wanted.of(word),
        files,
        arguments.has(Opt.ALL),
        arguments.has(Opt.SHOW_SUPPRESSED),
        arguments.has(Opt.SERIAL_NUMBER),
        Form.context(arguments, terminal));
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
      } catch (ProblemException told) {
        throw told;
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
      Wanted wanted,
      ScanReport report,
      Optional<Verdict> verdict,
      Optional<Decision> decision,
      int cachedLayers,
      Terminal terminal,
      OutputStream out,
      boolean toFile)
      throws IOException {
    if (wanted.printer().isPresent()) {
      ReportCommand.print(wanted.printer().get(), wanted.word(), Document.of(report), context, out);
      return;
    }
    String form = wanted.word();
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
