package io.breakwater.cli;

import io.breakwater.inspect.lint.BuildStep;
import io.breakwater.inspect.lint.InvalidConfigurationException;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.report.BuildFile;
import io.breakwater.report.Context;
import io.breakwater.report.InvalidTemplateException;
import io.breakwater.report.Printer;
import io.breakwater.report.Printers;
import io.breakwater.report.TemplatePrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forms of a report, by the words that ask for them. */
final class Form {
  private static final String TEMPLATE = "template:";
  private static final int LONGEST_FILE = 4 << 20;

  private Form() {}

  /** Every word, some of them first. */
  static List<String> words(String... others) {
    var all = new ArrayList<>(List.of(others));
    for (Printer each : Printers.all()) all.add(each.name());
    all.add(TEMPLATE + "FILE");
    return all;
  }

  /** Whether a word names a form. */
  static boolean knows(String word, List<String> words) {
    return isTemplate(word) || (words.contains(word) && !word.equals(TEMPLATE + "FILE"));
  }

  private static boolean isTemplate(String word) {
    return word.startsWith(TEMPLATE) && word.length() > TEMPLATE.length();
  }

  /**
   * What prints a form; empty for the forms that are made elsewhere.
   *
   * @throws ProblemException when a template cannot be read
   */
  static Optional<Printer> printer(String word) throws ProblemException {
    if (!isTemplate(word)) return Printers.named(word);
    String file = word.substring(TEMPLATE.length());
    try {
      return Optional.of(TemplatePrinter.of(read(file)));
    } catch (InvalidTemplateException broken) {
      throw invalid(file, broken);
    }
  }

  /** The problem of a template. */
  static ProblemException invalid(String file, InvalidTemplateException broken) {
    return ProblemException.of(
        ProblemCode.TEMPLATE_INVALID, file, broken.line(), String.valueOf(broken.getMessage()));
  }

  /** What reports are printed for. */
  static Context context(Arguments arguments, Terminal terminal) throws ProblemException {
    Context context = Context.of(terminal.language()).in(terminal.environment());
    Optional<String> file = arguments.value(Opt.DOCKERFILE);
    if (file.isEmpty()) return context;
    try {
      List<BuildFile.Step> steps =
          BuildStep.of(read(file.get())).stream()
              .map(s -> new BuildFile.Step(s.keyword(), s.text(), s.line(), s.end()))
              .toList();
      return context.with(new BuildFile(CheckSarif.file(file.get()), steps));
    } catch (InvalidConfigurationException broken) {
      throw ProblemException.of(
          ProblemCode.DOCKERFILE_INVALID, file.get(), broken.line(), broken.reason());
    }
  }

  private static String read(String file) throws ProblemException {
    try {
      Path path = Path.of(file);
      if (Files.size(path) > LONGEST_FILE) {
        throw ProblemException.of(ProblemCode.FILE_UNREADABLE, file, "over 4 MiB");
      }
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    } catch (ProblemException told) {
      throw told;
    } catch (IOException | InvalidPathException failed) {
      throw ProblemException.of(ProblemCode.FILE_UNREADABLE, file, failed);
    }
  }
}
