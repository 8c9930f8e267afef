package io.breakwater.cli;

import io.breakwater.inspect.licence.ComponentLicence;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code bw licences --format csv} writes: RFC 4180, one line per component. */
final class LicencesCsv {
  private LicencesCsv() {}

  static void write(LicencesCommand.Found found, Terminal terminal) {
    terminal.out().print("purl,name,version,stated,licence,class,decision,because\r\n");
    for (LicencesCommand.Found.Row row : found.rows()) {
      ComponentLicence of = row.of();
      var cells =
          List.of(
              of.component().purl().toString(),
              of.component().name(),
              of.component().version(),
              String.join("; ", of.component().licences()),
              of.text(),
              of.family().id(),
              row.decision().map(d -> d.answer().name().toLowerCase(Locale.ROOT)).orElse(""),
              row.decision().map(d -> d.because()).orElse(""));
      String line = cells.stream().map(LicencesCsv::cell).collect(Collectors.joining(","));
      terminal.out().print(line + "\r\n");
    }
    terminal.out().flush();
  }

  /** Spreadsheets run what starts like a formula; such text is quoted with an apostrophe. */
  private static String cell(String text) {
    String safe = text;
    if (!safe.isEmpty() && "=+-@\t\r".indexOf(safe.charAt(0)) >= 0) safe = "'" + safe;
    boolean plain = true;
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') plain = false;
    }
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
