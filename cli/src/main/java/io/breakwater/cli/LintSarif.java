package io.breakwater.cli;

import io.breakwater.inspect.lint.LintFinding;
import io.breakwater.inspect.lint.LintResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What {@code bw lint --format sarif} writes. */
final class LintSarif {
  private LintSarif() {}

  static void write(List<LintResult> results, Terminal terminal) throws IOException {
    var rows = new ArrayList<Sarif.Result>();
    for (LintResult result : results) {
      for (LintFinding each : result.findings()) {
        String message = terminal.say(each.message());
        rows.add(
            new Sarif.Result(
                result.file(), each.check(), each.severity(), message, each.line(), each.column()));
      }
    }
    Sarif.write(rows, terminal);
  }
}
