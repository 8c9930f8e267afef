package io.breakwater.cli;

import io.breakwater.advisory.Coverage;
import io.breakwater.advisory.CoverageGap;
import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.json.JsonOut;
import java.io.IOException;
import java.io.OutputStream;

/** What {@code bw db coverage --format json} writes, as docs/coverage.md describes it. */
final class CoverageJson {
  private CoverageJson() {}

  static void write(ImageInfo image, DatabaseInfo database, Coverage coverage, OutputStream out)
      throws IOException {
    try (var json = JsonOut.to(out)) {
      json.object(
          () -> {
            json.text("schemaVersion", "1.0");
            json.text("image", image.name());
            json.text("database", database.digest().toString());
            json.bool("starter", database.starter());
            json.number("packages", coverage.answers().size());
            json.number("covered", coverage.covered());
            json.array("components", coverage.answers(), answer -> answer(json, answer));
          });
    }
  }

  private static void answer(JsonOut json, Coverage.Answer answer) throws IOException {
    json.text("purl", answer.component().purl().toString());
    json.text("path", answer.component().locations().getFirst().path());
    json.text("ecosystem", answer.ecosystem());
    json.bool("ownedByDistribution", answer.owned());
    json.array(
        "feeds",
        answer.feeds(),
        feed -> {
          json.text("provider", feed.provider());
          json.text("ecosystem", feed.ecosystem());
          json.number("records", feed.records());
        });
    json.optional("frozenSince", answer.frozen());
    json.optional("gap", answer.gap().map(CoverageGap::id));
  }
}
