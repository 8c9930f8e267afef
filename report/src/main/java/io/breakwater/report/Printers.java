package io.breakwater.report;

import java.util.List;
import java.util.Optional;

/** Every form of the report that is always there; templates come beside them. */
public final class Printers {
  private static final List<Printer> ALL =
      List.of(
          new SarifPrinter(),
          new OpenVexPrinter(),
          new JunitPrinter(),
          new HtmlPrinter(),
          new MarkdownPrinter(),
          new CsvPrinter(),
          new GithubPrinter(),
          new GitlabPrinter(),
          new TrivyJsonPrinter());

  private Printers() {}

  /** All of them. */
  public static List<Printer> all() {
    return ALL;
  }

  /** The one of this name. */
  public static Optional<Printer> named(String name) {
    for (Printer each : ALL) if (each.name().equals(name)) return Optional.of(each);
    return Optional.empty();
  }
}
