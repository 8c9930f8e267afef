package io.breakwater.cli;

import io.breakwater.cli.Snapshot.Hole;
import io.breakwater.cli.Snapshot.Name;
import io.breakwater.model.Severity;
import io.breakwater.model.json.JsonOut;
import java.io.IOException;
import java.io.OutputStream;

/** What {@code bw diff --format json} writes, as docs/diff.md describes it. */
final class DiffJson {
  private DiffJson() {}

  static void write(
      Snapshot a, Snapshot b, Difference difference, Severity threshold, OutputStream out)
      throws IOException {
    try (var json = JsonOut.to(out)) {
      json.object(
          () -> {
            json.text("schemaVersion", "1.0");
            json.text("a", a.name());
            json.text("b", b.name());
            json.bool("worse", difference.worse(threshold) > 0);
            json.object("components", () -> components(json, difference));
            json.array(
                "configuration",
                difference.settings(),
                setting -> {
                  json.text("name", setting.name());
                  json.text("before", setting.before());
                  json.text("after", setting.after());
                });
            if (difference.executables().isPresent()) {
              Difference.Paths paths = difference.executables().get();
              json.object(
                  "executables",
                  () -> {
                    json.texts("came", paths.came());
                    json.texts("went", paths.went());
                  });
            }
            json.object(
                "findings",
                () -> {
                  json.array("new", difference.opened(), hole -> hole(json, hole));
                  json.array("fixed", difference.closed(), hole -> hole(json, hole));
                });
          });
    }
  }

  private static void components(JsonOut json, Difference difference) throws IOException {
    json.array(
        "came",
        difference.came(),
        one -> {
          name(json, one.component());
          json.texts("versions", one.versions());
        });
    json.array(
        "went",
        difference.went(),
        one -> {
          name(json, one.component());
          json.texts("versions", one.versions());
        });
    json.array(
        "changed",
        difference.changed(),
        one -> {
          name(json, one.component());
          json.texts("before", one.before());
          json.texts("after", one.after());
        });
  }

  private static void name(JsonOut json, Name name) throws IOException {
    json.text("type", name.type());
    json.text("name", name.name());
  }

  private static void hole(JsonOut json, Hole hole) throws IOException {
    json.text("id", hole.id());
    json.text("severity", hole.severity().id());
    name(json, hole.component());
    json.text("version", hole.version());
    if (!hole.fixed().isEmpty()) json.text("fixedVersion", hole.fixed());
  }
}
