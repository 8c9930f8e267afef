package io.breakwater.cli;

import io.breakwater.cli.Command.Example;
import io.breakwater.cli.Command.Parameter;
import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.Text;
import io.breakwater.report.Context;
import io.breakwater.report.Document;
import io.breakwater.report.InvalidDocumentException;
import io.breakwater.report.InvalidTemplateException;
import io.breakwater.report.Printer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code bw report}: a stored report in another form, as if it had been scanned just now. */
final class ReportCommand implements Command.Action {
  private static final int MOST = 512 << 20;

  /** The command. */
  static Command command() {
    return Command.leaf(
        "report",
        Msg.REPORT,
        List.of(
            new Parameter("FORMAT", Msg.REPORT_FORMAT, true, false),
            new Parameter("FILE", Msg.REPORT_FILE, true, false)),
        List.of(Opt.SBOM_FILE, Opt.DOCKERFILE),
        List.of(
            new Example(
                "bw report html report.json -o report.html",
                new Text("a page to hand around", "可分发的网页")),
            new Example(
                "bw report sarif report.json --dockerfile Dockerfile",
                new Text("findings at the lines that brought them", "把发现标在引入它的行上")),
            new Example(
                "bw report template:mail.tpl report.json", new Text("your own form", "自定义格式"))),
        new ReportCommand());
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    String word = arguments.positionals().getFirst();
    List<String> words = Form.words();
    if (!Form.knows(word, words)) {
      throw new UsageException(
          arguments.path(), Msg.REPORT_NO_FORMAT, word, String.join(", ", words));
    }
    Printer printer = Form.printer(word).orElseThrow();
    Context context = Form.context(arguments, terminal);
    Document document = read(arguments.positionals().get(1), terminal);
    Optional<String> file = arguments.value(Opt.SBOM_FILE);
    if (file.isEmpty() || file.get().equals("-")) {
      print(printer, word, document, context, terminal.out());
      return Main.OK;
    }
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(Path.of(file.get())), 1 << 16)) {
      print(printer, word, document, context, out);
    } catch (ProblemException told) {
      throw told;
    } catch (IOException failed) {
      throw new ProblemException(Problem.of(ProblemCode.OUTPUT_FAILED, file.get(), failed), failed);
    }
    return Main.OK;
  }

  /** Prints a form; a template that fails is told by its name. */
  static void print(
      Printer printer, String word, Document document, Context context, OutputStream out)
      throws IOException {
    try {
      printer.print(document, context, out);
    } catch (InvalidTemplateException broken) {
      throw Form.invalid(word.substring(word.indexOf(':') + 1), broken);
    }
  }

  private static Document read(String file, Terminal terminal) throws ProblemException {
    try (InputStream in = file.equals("-") ? terminal.in() : Files.newInputStream(Path.of(file))) {
      byte[] bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw ProblemException.of(ProblemCode.FILE_UNREADABLE, file, "over 512 MiB");
      }
      return Document.read(bytes);
    } catch (InvalidDocumentException broken) {
      throw ProblemException.of(
          ProblemCode.REPORT_INVALID, file, String.valueOf(broken.getMessage()));
    } catch (ProblemException told) {
      throw told;
    } catch (IOException | InvalidPathException failed) {
      throw ProblemException.of(ProblemCode.FILE_UNREADABLE, file, failed);
    }
  }
}
