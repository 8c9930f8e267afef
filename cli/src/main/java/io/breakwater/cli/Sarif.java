package io.breakwater.cli;

import io.breakwater.model.Check;
import io.breakwater.model.Severity;
import io.breakwater.model.json.JsonOut;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** SARIF 2.1.0, as code hosts take it, of what checks found in files. */
final class Sarif {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final JsonOut json;
  private final Terminal terminal;
  private final LinkedHashMap<String, Integer> numbers = new LinkedHashMap<>();

  private Sarif(JsonOut json, Terminal terminal) {
    this.json = json;
    this.terminal = terminal;
  }

  /**
   * A finding.
   *
   * @param line from 1; 0 when the whole file is meant
   * @param column from 1; 0 when it is not known
   */
  record Result(
      String file, Check check, Severity severity, String message, int line, int column) {}

  static void write(List<Result> results, Terminal terminal) throws IOException {
    try (var json = JsonOut.to(terminal.out())) {
      new Sarif(json, terminal).write(results);
    }
  }

  private void write(List<Result> rows) throws IOException {
    var checks = new ArrayList<Check>();
    for (Result row : rows) {
      if (numbers.putIfAbsent(row.check().id(), checks.size()) == null) checks.add(row.check());
    }
    json.object(
        () -> {
          json.text("$schema", SCHEMA);
          json.text("version", "2.1.0");
          json.array("runs", List.of(rows), run -> run(checks, run));
        });
  }

  private void run(List<Check> checks, List<Result> rows) throws IOException {
    json.object(
        "tool",
        () ->
            json.object(
                "driver",
                () -> {
                  json.text("name", "Breakwater");
                  json.text("version", Version.NUMBER);
                  json.array("rules", checks, this::rule);
                }));
    json.text("columnKind", "unicodeCodePoints");
    json.array("results", rows, this::result);
  }

  private void rule(Check check) throws IOException {
    json.text("id", check.id());
    json.object("shortDescription", () -> json.text("text", terminal.say(check.title())));
    json.object("fullDescription", () -> json.text("text", terminal.say(check.why())));
    json.object("help", () -> json.text("text", terminal.say(check.remedy())));
    if (!check.references().isEmpty()) json.text("helpUri", check.references().getFirst());
    json.object("defaultConfiguration", () -> json.text("level", level(check.severity())));
    json.object(
        "properties",
        () -> {
          json.texts("tags", check.aliases());
          json.text("security-severity", score(check.severity()));
        });
  }

  private void result(Result row) throws IOException {
    json.text("ruleId", row.check().id());
    json.number("ruleIndex", numbers.getOrDefault(row.check().id(), 0));
    json.text("level", level(row.severity()));
    json.object("message", () -> json.text("text", row.message()));
    json.array("locations", List.of(row), at -> json.object("physicalLocation", () -> place(at)));
  }

  private void place(Result row) throws IOException {
    json.object("artifactLocation", () -> json.text("uri", uri(row.file())));
    if (row.line() == 0) return;
    json.object(
        "region",
        () -> {
          json.number("startLine", row.line());
          if (row.column() > 0) json.number("startColumn", row.column());
        });
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, NEGLIGIBLE, UNKNOWN -> "note";
    };
  }

  /** What code hosts sort by. */
  private static String score(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "9.5";
      case HIGH -> "8.0";
      case MEDIUM -> "5.5";
      case LOW -> "3.0";
      case NEGLIGIBLE, UNKNOWN -> "1.0";
    };
  }

  /** A path as a relative reference. */
  static String uri(String file) {
    if (file.equals("-")) return "stdin";
    String path = File.separatorChar == '\\' ? file.replace('\\', '/') : file;
    if (path.startsWith("./")) path = path.substring(2);
    var out = new StringBuilder(path.startsWith("/") ? "file://" : "");
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      int c = each & 0xff;
      boolean plain =
          (c >= '0' && c <= '9')
              || (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || "/-._~".indexOf(c) >= 0;
      if (plain) {
        out.append((char) c);
      } else {
        out.append('%')
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 15, 16));
      }
    }
    return out.toString();
  }
}
