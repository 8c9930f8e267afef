package io.breakwater.cli;

import io.breakwater.inspect.licence.ComponentLicence;
import io.breakwater.inspect.licence.LicencePolicy;
import io.breakwater.inspect.licence.Obligation;
import io.breakwater.model.json.JsonOut;
import java.io.IOException;
import java.util.Locale;

/** What {@code bw licences --format json} writes, as docs/licences.md describes it. */
final class LicencesJson {
  private LicencesJson() {}

  static void write(LicencesCommand.Found found, Terminal terminal) throws IOException {
    try (var json = JsonOut.to(terminal.out())) {
      json.object(
          () -> {
            json.text("schemaVersion", "1.0");
            json.text("image", found.image());
            json.array("components", found.rows(), row -> row(json, row));
          });
    }
  }

  private static void row(JsonOut json, LicencesCommand.Found.Row row) throws IOException {
    ComponentLicence of = row.of();
    json.text("id", of.component().id());
    json.text("purl", of.component().purl().toString());
    json.text("name", of.component().name());
    json.text("version", of.component().version());
    json.texts("stated", of.component().licences());
    json.text("licence", of.text());
    if (of.licence().isPresent()) {
      json.text("how", of.licence().get().how().name().toLowerCase(Locale.ROOT));
      json.text("confidence", of.licence().get().how().confidence().id());
      if (!row.chosen().equals(of.text())) json.text("chosen", row.chosen());
      json.texts(
          "obligations",
          Obligation.of(of.licence().get().expression()).stream().map(Obligation::id).toList());
    }
    json.text("class", of.family().id());
    if (row.decision().isEmpty()) return;
    LicencePolicy.Decision decision = row.decision().get();
    json.text("decision", decision.answer().name().toLowerCase(Locale.ROOT));
    json.text("because", decision.because());
  }
}
