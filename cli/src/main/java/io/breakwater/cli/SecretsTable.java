package io.breakwater.cli;

import io.breakwater.model.Check;
import io.breakwater.model.Confidence;
import io.breakwater.model.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code bw secrets} writes for people: a group for each kind, and what to do once. */
final class SecretsTable {
  private final Page page;
  private final Terminal terminal;

  private SecretsTable(Terminal terminal) {
    this.page = new Page(terminal);
    this.terminal = terminal;
  }

  static void write(List<Finding.OfCheck> findings, Terminal terminal) {
    var table = new SecretsTable(terminal);
    table.all(findings);
    table.page.lines().forEach(terminal::line);
  }

  private void all(List<Finding.OfCheck> findings) {
    if (findings.isEmpty()) {
      page.line(terminal.say(Msg.NO_SECRETS));
      return;
    }
    var kinds = new LinkedHashMap<Check, List<Finding.OfCheck>>();
    for (Finding.OfCheck each : findings) {
      kinds.computeIfAbsent(each.check(), c -> new ArrayList<>()).add(each);
    }
    var remedies = new LinkedHashMap<String, List<Check>>();
    for (Check check : kinds.keySet()) {
      remedies.computeIfAbsent(terminal.say(check.remedy()), r -> new ArrayList<>()).add(check);
    }
    for (Map.Entry<String, List<Check>> each : remedies.entrySet()) {
      for (Check check : each.getValue()) kind(check, kinds.getOrDefault(check, List.of()));
      page.indented(1, "→ " + each.getKey());
      page.line("");
    }
    page.line(
        terminal.say(
            Msg.SECRETS_FOUND,
            findings.size(),
            count(findings, Confidence.HIGH),
            count(findings, Confidence.MEDIUM),
            count(findings, Confidence.LOW)));
  }

  private void kind(Check check, List<Finding.OfCheck> findings) {
    String count = findings.size() == 1 ? "" : " (" + findings.size() + ")";
    page.spread(
        " "
            + page.severityMark(check.severity())
            + " "
            + terminal.paint(Ink.STRONG, Cells.clean(terminal.say(check.title())))
            + count,
        Cells.clean(check.id()));
    for (Finding.OfCheck each : findings) place(each);
    page.line("");
  }

  private void place(Finding.OfCheck finding) {
    String where = finding.location().path().equals("/") ? "" : finding.location().path();
    if (finding.location().line() > 0) where += ":" + finding.location().line();
    if (!finding.part().isEmpty()) where += (where.isEmpty() ? "" : " ") + finding.part();
    page.indented(6, Cells.clean(where));
    var words = new ArrayList<String>();
    if (!finding.evidence().isEmpty()) words.add(Cells.clean(finding.evidence()));
    FindingTable.unsure(finding.confidence()).ifPresent(word -> words.add(terminal.say(word)));
    if (finding.standing() != Finding.Standing.PRESENT) {
      words.add(terminal.say(FindingTable.standing(finding)));
    }
    if (!words.isEmpty()) page.faint(8, String.join("; ", words));
  }

  private static long count(List<Finding.OfCheck> findings, Confidence confidence) {
    return findings.stream().filter(f -> f.confidence() == confidence).count();
  }
}
