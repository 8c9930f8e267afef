package io.breakwater.cli;

import io.breakwater.model.Check;
import io.breakwater.model.Finding;
import io.breakwater.model.NotAnalysed;
import io.breakwater.report.SarifLog;
import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What commands that run checks write as SARIF. */
final class CheckSarif {
  private CheckSarif() {}

  /** What a check looks for. */
  static SarifLog.Rule rule(Check check, Terminal terminal) {
    return new SarifLog.Rule(
        check.id(),
        terminal.say(check.title()),
        terminal.say(check.why()),
        terminal.say(check.remedy()),
        "",
        check.references().isEmpty() ? "" : check.references().getFirst(),
        check.severity(),
        SarifLog.score(check.severity()),
        check.aliases());
  }

  /** A file as code hosts name it. */
  static String file(String shown) {
    if (shown.equals("-")) return "stdin";
    return File.separatorChar == '\\' ? shown.replace('\\', '/') : shown;
  }

  /** What {@code bw secrets --format sarif} writes. */
  static void secrets(List<Finding.OfCheck> findings, List<NotAnalysed> unread, Terminal terminal)
      throws IOException {
    Map<String, SarifLog.Rule> rules =
        findings.stream()
            .map(f -> rule(f.check(), terminal))
            .collect(
                Collectors.toMap(
                    SarifLog.Rule::id, r -> r, (first, same) -> first, LinkedHashMap::new));
    var results = findings.stream().map(f -> secret(f, terminal)).toList();
    var notes =
        unread.stream().map(n -> n.path() + ": " + terminal.say(n.reason().text())).toList();
    new SarifLog(Version.NUMBER, List.copyOf(rules.values()), results, notes, Map.of())
        .write(terminal.out());
  }

  private static SarifLog.Result secret(Finding.OfCheck finding, Terminal terminal) {
    String path = finding.location().path();
    String file = path.equals("/") ? "image-configuration" : path.substring(1);
    var facts = new LinkedHashMap<String, String>();
    facts.put("standing", finding.standing().id());
    facts.put("confidence", finding.confidence().id());
    finding.location().layer().ifPresent(layer -> facts.put("layer", layer.toString()));
    if (!finding.part().isEmpty()) facts.put("part", finding.part());
    return new SarifLog.Result(
        finding.id(),
        finding.severity(),
        terminal.say(finding.check().title()) + ": " + Cells.clean(finding.evidence()),
        List.of(
            new SarifLog.Place(file, Math.max(1, finding.location().line()), 0, 0, finding.part())),
        "",
        Optional.empty(),
        facts);
  }
}
