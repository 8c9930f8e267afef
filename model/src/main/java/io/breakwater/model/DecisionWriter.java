package io.breakwater.model;

import io.breakwater.model.json.JsonOut;
import java.io.IOException;
import java.io.OutputStream;

/** Writes what a gate decided: as a part of the report, or alone. */
public final class DecisionWriter {
  private DecisionWriter() {}

  /** Writes a decision as a document of its own, in UTF-8, and leaves the stream open. */
  public static void write(Decision decision, OutputStream out) throws IOException {
    try (var json = JsonOut.to(out)) {
      json.object(() -> write(decision, json));
    }
  }

  static void write(Decision decision, JsonOut json) throws IOException {
    json.object(
        "verdict",
        () -> {
          json.text("answer", decision.answer().id());
          json.bool("refuses", decision.refuses());
          json.texts("policies", decision.policies());
          json.array("reasons", decision.reasons(), reason -> reason(json, reason));
          json.array("waived", decision.waived(), waived -> waived(json, waived));
          json.array(
              "notes",
              decision.notes(),
              note -> {
                json.text("kind", note.kind());
                json.text("policy", note.policy());
                json.text("message", note.message().english());
              });
        });
  }

  private static void reason(JsonOut json, Decision.Reason reason) throws IOException {
    json.text("policy", reason.policy());
    json.text("rule", reason.rule());
    json.text("level", reason.level().id());
    json.text("message", reason.message().english());
    json.number("count", reason.count());
    json.array(
        "items",
        reason.items(),
        item -> {
          json.text("id", item.id());
          json.text("where", item.where());
          json.text("message", item.message().english());
        });
    if (reason.remedy().isPresent()) json.text("remedy", reason.remedy().get().english());
    json.texts("references", reason.references());
  }

  private static void waived(JsonOut json, Decision.Waived waived) throws IOException {
    json.text("rule", waived.rule());
    json.text("id", waived.id());
    json.text("where", waived.where());
    json.text("reason", waived.reason());
    json.text("owner", waived.owner());
    json.text("expires", waived.expires().toString());
  }
}
