package io.breakwater.cli;

import io.breakwater.inspect.lint.LintFinding;
import io.breakwater.inspect.lint.LintResult;
import io.breakwater.report.SarifLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code bw lint --format sarif} writes. */
final class LintSarif {
  private LintSarif() {}

  static void write(List<LintResult> results, Terminal terminal) throws IOException {
    var rules = new LinkedHashMap<String, SarifLog.Rule>();
    var found = new ArrayList<SarifLog.Result>();
    for (LintResult result : results) {
      for (LintFinding each : result.findings()) {
        rules.computeIfAbsent(each.check().id(), id -> CheckSarif.rule(each.check(), terminal));
        found.add(
            new SarifLog.Result(
                each.check().id(),
                each.severity(),
                terminal.say(each.message()),
                List.of(
                    new SarifLog.Place(
                        CheckSarif.file(result.file()), each.line(), each.column(), 0, "")),
                "",
                Optional.empty(),
                Map.of()));
      }
    }
    new SarifLog(Version.NUMBER, List.copyOf(rules.values()), found, List.of(), Map.of())
        .write(terminal.out());
  }
}
