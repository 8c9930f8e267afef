package io.breakwater.cli;

import io.breakwater.inspect.lint.LintFinding;
import io.breakwater.inspect.lint.LintResult;
import io.breakwater.inspect.lint.LintResult.PodSecurity;
import io.breakwater.model.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;

/** Findings for a person, file by file: where, how bad, what is wrong, what to write instead. */
final class LintTable {
  private static final int INDENT = 7;

  private final LintCommand.Outcome outcome;
  private final Terminal terminal;
  private final Page page;

  LintTable(LintCommand.Outcome outcome, Terminal terminal) {
    this.outcome = outcome;
    this.terminal = terminal;
    this.page = new Page(terminal);
  }

  List<String> lines() {
    for (LintResult each : outcome.results()) {
      if (!each.findings().isEmpty()) file(each);
      each.podSecurity().ifPresent(verdict -> podSecurity(each, verdict));
    }
    summary();
    return page.lines();
  }

  private void file(LintResult result) {
    page.line("");
    page.spread(
        " " + terminal.paint(Ink.STRONG, Cells.clean(result.file())),
        terminal.say(Msg.LINT_COUNT, result.findings().size()));
    var told = new HashSet<String>();
    for (LintFinding each : result.findings()) {
      boolean first = told.add(each.check().id());
      finding(result.file(), each, first);
    }
  }

  /** The remedy stands behind the first finding of its kind only. */
  private void finding(String file, LintFinding each, boolean first) {
    String place = Cells.clean(file) + ":" + each.line() + ":" + each.column();
    String name = each.check().id();
    if (!each.check().aliases().isEmpty())
      name += " · " + String.join(", ", each.check().aliases());
    page.line(
        "  "
            + page.severityMark(each.severity())
            + " "
            + place
            + "  "
            + terminal.paint(Ink.FAINT, name));
    page.indented(INDENT, Cells.clean(terminal.say(each.message())));
    if (!each.field().isEmpty()) page.faint(INDENT, Cells.clean(each.field()));
    if (first) page.indented(INDENT, "→ " + Cells.clean(terminal.say(each.check().remedy())));
  }

  private void podSecurity(LintResult result, PodSecurity verdict) {
    page.line("");
    Msg words = verdict.allowed() ? Msg.LINT_POD_ALLOWED : Msg.LINT_POD_REFUSED;
    Ink ink = verdict.allowed() ? Ink.GOOD : Ink.CRITICAL;
    page.spread(
        " " + terminal.paint(Ink.STRONG, Cells.clean(result.file())),
        terminal.paint(ink, terminal.say(words, verdict.level(), verdict.version())));
    for (LintResult.Violation each : verdict.violations()) {
      page.indented(2, Cells.clean(each.check() + ": " + each.message()));
      page.faint(INDENT, Cells.clean(each.field()));
    }
  }

  private void summary() {
    var all = new ArrayList<LintFinding>();
    outcome.results().forEach(r -> all.addAll(r.findings()));
    long files = outcome.results().stream().filter(r -> !r.findings().isEmpty()).count();
    page.line("");
    if (outcome.fixed() > 0) {
      page.indented(1, terminal.say(Msg.LINT_FIXED, outcome.fixed(), outcome.changed()));
    }
    if (all.isEmpty()) {
      if (!outcome.results().isEmpty()) {
        page.indented(1, terminal.say(Msg.LINT_CLEAN, outcome.results().size()));
      }
      return;
    }
    var counts = new EnumMap<Severity, Integer>(Severity.class);
    all.forEach(f -> counts.merge(f.severity(), 1, Integer::sum));
    var parts = new ArrayList<String>();
    for (Severity each : List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)) {
      int count = counts.getOrDefault(each, 0);
      if (count > 0) parts.add(count + " " + terminal.say(SeverityWords.of(each)));
    }
    String words = terminal.say(Msg.LINT_SUMMARY, all.size(), files, outcome.files());
    page.indented(1, parts.isEmpty() ? words : words + ": " + String.join(", ", parts));
    long fixable = all.stream().filter(f -> !f.fix().isEmpty()).count();
    if (fixable > 0) page.indented(1, terminal.say(Msg.LINT_FIXABLE, fixable));
  }
}
