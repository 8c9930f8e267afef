package io.breakwater.cli;

import io.breakwater.advisory.Explanation;
import io.breakwater.cli.WhyCommand.Reason;
import io.breakwater.cli.WhyCommand.Told;
import io.breakwater.model.Advisory;
import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.FindingJson;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.Suppressions.Suppressed;
import io.breakwater.model.json.JsonOut;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Why a hole is, or is not, found: for programs. docs/why.md tells what each member means. */
final class WhyJson {
  private WhyJson() {}

  static void write(String id, ImageInfo image, List<Told> told, OutputStream out)
      throws IOException {
    try (var json = JsonOut.to(out)) {
      json.object(
          () -> {
            json.text("asked", id);
            json.text("image", image.name());
            json.array("holes", told, one -> hole(json, one));
          });
    }
  }

  private static void hole(JsonOut json, Told told) throws IOException {
    Explanation explanation = told.explanation();
    json.text("id", explanation.hole().id());
    json.texts("aliases", explanation.hole().aliases());
    json.array(
        "records",
        explanation.hole().records(),
        record -> {
          json.text("provider", record.provider());
          json.text("record", record.id());
          json.bool("withdrawn", withdrawn(record));
        });
    json.array("components", told.reasons(), reason -> reason(json, reason));
    json.array(
        "notInImage",
        explanation.absent(),
        named -> {
          json.text("ecosystem", named.ecosystem());
          json.text("name", named.name());
        });
  }

  private static boolean withdrawn(Advisory record) {
    return record.withdrawn().isPresent();
  }

  private static void reason(JsonOut json, Reason reason) throws IOException {
    Component component = reason.answer().component();
    json.text("component", component.id());
    json.text("purl", component.purl().toString());
    json.text("name", component.name());
    json.text("version", component.version());
    json.text("path", component.locations().getFirst().path());
    json.text("outcome", reason.outcome());
    json.optional("ownedBy", component.ownedBy());
    FindingJson.evidence(json, component.evidence());
    json.array("sayings", reason.answer().sayings(), saying -> saying(json, saying));
    if (!reason.answer().elsewhere().isEmpty()) {
      json.texts("elsewhere", reason.answer().elsewhere());
    }
    if (reason.answer().finding().isPresent()) {
      json.object("finding", () -> finding(json, reason.answer().finding().get()));
    }
    if (reason.suppressed().isPresent()) {
      json.object("suppressed", () -> suppressed(json, reason.suppressed().get()));
    }
  }

  private static void saying(JsonOut json, Explanation.Saying saying) throws IOException {
    json.text("provider", saying.source().provider());
    json.text("record", saying.source().record());
    json.text("ecosystem", saying.ecosystem());
    json.text("name", saying.name());
    json.text("version", saying.version());
    json.text("scheme", saying.scheme());
    json.text("verdict", saying.verdict().id());
    json.text("fixState", saying.fixState().id());
    json.text("severity", saying.severity().id());
    json.array(
        "comparisons",
        saying.steps(),
        step -> {
          json.text("boundary", step.boundary().id());
          json.text("version", step.version());
          if (step.order().isPresent()) {
            json.number("order", Integer.signum(step.order().getAsInt()));
          }
        });
  }

  private static void finding(JsonOut json, Finding.AboutPackage finding) throws IOException {
    json.text("kind", finding.kind());
    json.text("id", finding.id());
    json.text("severity", finding.severity().id());
    json.number("priority", finding.priority().score());
    FindingJson.terms(json, finding.priority());
    if (!(finding instanceof Finding.Vulnerability hole)) return;
    json.text("fixState", hole.fixState().id());
    json.optional("fixedVersion", hole.fixedVersion());
    FindingJson.opinions(json, hole);
    FindingJson.ratings(json, hole);
  }

  private static void suppressed(JsonOut json, Suppressed one) throws IOException {
    json.text("by", one.by().id());
    json.text("status", one.status());
    json.text("justification", one.justification());
    json.text("reason", one.reason());
    json.text("document", one.source().document());
    json.text("author", one.source().author());
  }
}
