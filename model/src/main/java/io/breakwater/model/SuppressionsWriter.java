package io.breakwater.model;

import io.breakwater.model.Suppressions.Remark;
import io.breakwater.model.Suppressions.RuleNote;
import io.breakwater.model.Suppressions.Suppressed;
import io.breakwater.model.json.JsonOut;
import java.io.IOException;
import java.time.LocalDate;

/** The part of the report about what was taken out of it. */
final class SuppressionsWriter {
  private SuppressionsWriter() {}

  static void write(Suppressions suppressions, JsonOut json) throws IOException {
    json.array("suppressed", suppressions.findings(), s -> suppressed(json, s));
    json.array("vexRemarks", suppressions.remarks(), r -> remark(json, r));
    json.array("ignoreRules", suppressions.rules(), r -> rule(json, r));
  }

  private static void suppressed(JsonOut json, Suppressed one) throws IOException {
    finding(json, one.finding());
    json.text("by", one.by().id());
    json.text("status", one.status());
    if (!one.justification().isEmpty()) json.text("justification", one.justification());
    json.text("reason", one.reason());
    source(json, one.source());
    json.optional("owner", one.owner());
    json.optional("expires", one.expires().map(LocalDate::toString));
  }

  private static void remark(JsonOut json, Remark remark) throws IOException {
    finding(json, remark.finding());
    json.text("status", remark.status());
    json.text("statement", remark.statement());
    source(json, remark.source());
  }

  private static void rule(JsonOut json, RuleNote note) throws IOException {
    json.text("state", note.state().id());
    json.text("rule", note.rule());
    json.text("file", note.file());
    json.number("line", note.line());
    json.number("matched", note.matched());
    json.text("reason", note.reason());
    json.optional("owner", note.owner());
    json.optional("expires", note.expires().map(LocalDate::toString));
  }

  private static void finding(JsonOut json, Finding finding) throws IOException {
    json.text("kind", finding.kind());
    json.text("id", finding.id());
    json.text("severity", finding.severity().id());
    if (finding instanceof Finding.AboutPackage about) {
      json.text("component", about.component());
      json.text("installedVersion", about.installedVersion());
      if (!about.aliases().isEmpty()) json.texts("aliases", about.aliases());
    }
  }

  private static void source(JsonOut json, Suppressions.Source source) throws IOException {
    json.object(
        "source",
        () -> {
          json.text("document", source.document());
          json.text("author", source.author());
        });
  }
}
