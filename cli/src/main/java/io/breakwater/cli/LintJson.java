package io.breakwater.cli;

import io.breakwater.inspect.lint.LintFinding;
import io.breakwater.inspect.lint.LintResult;
import io.breakwater.inspect.lint.LintResult.PodSecurity;
import io.breakwater.inspect.lint.LintResult.Violation;
import io.breakwater.model.json.JsonOut;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code bw lint --format json} writes, as docs/lint.md describes it. */
final class LintJson {
  private LintJson() {}

  /** A finding and its file. */
  private record Row(String file, LintFinding finding) {}

  static void write(List<LintResult> results, Terminal terminal) throws IOException {
    var rows = new ArrayList<Row>();
    for (LintResult each : results) each.findings().forEach(f -> rows.add(new Row(each.file(), f)));
    try (var json = JsonOut.to(terminal.out())) {
      json.object(
          () -> {
            json.array("findings", rows, row -> finding(json, row, terminal));
            Optional<PodSecurity> verdict = verdict(results);
            if (verdict.isPresent()) {
              json.object("podSecurity", () -> podSecurity(json, verdict.get()));
            }
          });
    }
  }

  private static void finding(JsonOut json, Row row, Terminal terminal) throws IOException {
    LintFinding each = row.finding();
    json.text("id", each.check().id());
    json.texts("aliases", each.check().aliases());
    json.text("severity", each.severity().id());
    json.text("title", terminal.say(each.check().title()));
    json.text("message", terminal.say(each.message()));
    json.number("line", each.line());
    json.number("column", each.column());
    json.text("remediation", terminal.say(each.check().remedy()));
    json.texts("references", each.check().references());
    json.text("file", row.file());
    if (!each.field().isEmpty()) json.text("field", each.field());
  }

  private static void podSecurity(JsonOut json, PodSecurity verdict) throws IOException {
    json.text("level", verdict.level());
    json.text("version", verdict.version());
    json.bool("allowed", verdict.allowed());
    json.array(
        "violations",
        verdict.violations(),
        (Violation each) -> {
          json.text("check", each.check());
          json.text("field", each.field());
          json.text("message", each.message());
        });
  }

  /** One verdict over all files. */
  static Optional<PodSecurity> verdict(List<LintResult> results) {
    PodSecurity first = null;
    var violations = new ArrayList<Violation>();
    for (LintResult each : results) {
      if (each.podSecurity().isEmpty()) continue;
      if (first == null) first = each.podSecurity().get();
      violations.addAll(each.podSecurity().get().violations());
    }
    return first == null
        ? Optional.empty()
        : Optional.of(new PodSecurity(first.level(), first.version(), violations));
  }
}
