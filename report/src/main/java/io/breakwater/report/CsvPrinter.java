package io.breakwater.report;

import io.breakwater.report.Document.Component;
import io.breakwater.report.Document.Discovery;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * RFC 4180: a line for each finding. A cell that a spreadsheet would take for a formula begins with
 * an apostrophe.
 */
final class CsvPrinter implements Printer {
  private static final String[] HEAD = {
    "priority", "severity", "kind", "id", "package", "type", "installed", "fixed", "origin",
    "layer", "instruction", "path", "line", "exploited", "epss", "cvss", "title", "evidence",
    "remedy", "purl"
  };

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public void print(Document document, Context context, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    row(writer, HEAD);
    for (Discovery each : document.findings()) {
      Optional<Component> about = document.packageOf(each);
      Document.Place at = each.place();
      int layer = document.layerNumber(at.layer());
      row(
          writer,
          String.valueOf(each.score()),
          each.severity().id(),
          each.kind(),
          each.id(),
          about.map(Component::name).orElse(""),
          about.map(Component::type).orElse(""),
          each.installed(),
          each.fixed(),
          each.origin().id(),
          layer == 0 ? "" : String.valueOf(layer),
          document.instruction(at.layer()),
          at.path(),
          at.line() == 0 ? "" : String.valueOf(at.line()),
          each.exploited() ? "yes" : "",
          each.json().get("epss").isEmpty() ? "" : decimal(Document.number(each.json(), "epss")),
          each.cvss().map(CsvPrinter::decimal).orElse(""),
          each.title(),
          each.evidence(),
          Words.remedy(document, each),
          about.map(Component::purl).orElse(""));
    }
    writer.flush();
  }

  private static String decimal(double value) {
    String digits = String.format(Locale.ROOT, "%.5f", value);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0' && digits.charAt(end - 2) != '.') end--;
    return digits.substring(0, end);
  }

  private static void row(Writer out, String... cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) out.write(',');
      out.write(cell(cells[i]));
    }
    out.write("\r\n");
  }

  static String cell(String text) {
    String cell = Words.lines(text);
    int first = 0;
    while (first < cell.length() && Character.isWhitespace(cell.charAt(first))) first++;
    boolean formula =
        first < cell.length() && "=+-@\uff1d\uff0b\uff0d\uff20".indexOf(cell.charAt(first)) >= 0;
    if (formula) cell = "'" + cell;
    boolean quote = false;
    for (int i = 0; i < cell.length() && !quote; i++) {
      quote = "\",\r\n\t;".indexOf(cell.charAt(i)) >= 0;
    }
    return quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
