package io.breakwater.report;

import io.breakwater.model.Severity;
import io.breakwater.model.json.JsonOut;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A log of SARIF 2.1.0 with one run, as code hosts take it: what every command that writes SARIF
 * writes.
 *
 * @param version of this program
 * @param rules that the results break, each once
 * @param results in order
 * @param notes about what could not be looked at
 * @param properties of the run
 */
public record SarifLog(
    String version,
    List<Rule> rules,
    List<Result> results,
    List<String> notes,
    Map<String, String> properties) {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final int MOST_TEXT = 8_000;

  /** Copies the lists. */
  public SarifLog {
    rules = List.copyOf(rules);
    results = List.copyOf(results);
    notes = List.copyOf(notes);
    properties = new LinkedHashMap<>(properties);
  }

  /**
   * What is broken.
   *
   * @param id stable
   * @param title one line
   * @param why may be empty
   * @param help what to do about it, as plain text; may be empty
   * @param markdown the same as Markdown; may be empty
   * @param link to read more; may be empty
   * @param severity as a rule
   * @param score 0.0 to 10.0, which code hosts sort by
   * @param tags words to filter by
   */
  public record Rule(
      String id,
      String title,
      String why,
      String help,
      String markdown,
      String link,
      Severity severity,
      double score,
      List<String> tags) {}

  /**
   * A place that breaks a rule.
   *
   * @param rule its id
   * @param severity here
   * @param message one line
   * @param places where, the one to show first
   * @param fingerprint the same in the next log; empty when the code host shall find its own
   * @param accepted why it is not to be acted on
   * @param properties whatever else is known
   */
  public record Result(
      String rule,
      Severity severity,
      String message,
      List<Place> places,
      String fingerprint,
      Optional<Acceptance> accepted,
      Map<String, String> properties) {}

  /**
   * A place.
   *
   * @param file a relative path, or an absolute one
   * @param line from 1
   * @param column from 1; 0 for the whole line
   * @param end the last line; 0 when that is the first
   * @param note about it; may be empty
   */
  public record Place(String file, int line, int column, int end, String note) {}

  /**
   * Why something is not to be acted on.
   *
   * @param reason in the words of whoever said so
   */
  public record Acceptance(String reason) {}

  /** What code hosts sort by, for what nobody has given a score. */
  public static double score(Severity severity) {
    return Words.score(severity);
  }

  /** Writes the log and leaves the stream open. */
  public void write(OutputStream out) throws IOException {
    var numbers = new LinkedHashMap<String, Integer>();
    for (Rule rule : rules) numbers.putIfAbsent(rule.id(), numbers.size());
    try (var json = JsonOut.to(out)) {
      json.object(
          () -> {
            json.text("$schema", SCHEMA);
            json.text("version", "2.1.0");
            json.array("runs", List.of(this), run -> run(json, numbers));
          });
    }
  }

  private void run(JsonOut json, Map<String, Integer> numbers) throws IOException {
    json.object(
        "tool",
        () ->
            json.object(
                "driver",
                () -> {
                  json.text("name", "Breakwater");
                  json.text("version", version);
                  json.array("rules", rules, rule -> rule(json, rule));
                }));
    if (!notes.isEmpty()) {
      json.array(
          "invocations",
          List.of(notes),
          all -> {
            json.bool("executionSuccessful", true);
            json.array(
                "toolExecutionNotifications",
                all,
                note -> {
                  json.text("level", "warning");
                  json.object("message", () -> json.text("text", note));
                });
          });
    }
    json.text("columnKind", "unicodeCodePoints");
    json.array("results", results, result -> result(json, result, numbers));
    if (!properties.isEmpty()) properties(json, properties);
  }

  private static void rule(JsonOut json, Rule rule) throws IOException {
    json.text("id", rule.id());
    json.object(
        "shortDescription", () -> json.text("text", filled(rule.title(), rule.id(), 1_000)));
    json.object(
        "fullDescription", () -> json.text("text", filled(rule.why(), rule.title(), 1_000)));
    if (!rule.help().isEmpty()) {
      json.object(
          "help",
          () -> {
            json.text("text", filled(rule.help(), rule.id(), MOST_TEXT));
            if (!rule.markdown().isEmpty()) {
              json.text("markdown", Words.cut(rule.markdown(), MOST_TEXT));
            }
          });
    }
    if (!rule.link().isEmpty()) json.text("helpUri", rule.link());
    json.object("defaultConfiguration", () -> json.text("level", level(rule.severity())));
    json.object(
        "properties",
        () -> {
          json.texts("tags", rule.tags().stream().distinct().limit(20).toList());
          json.text("security-severity", String.format(Locale.ROOT, "%.1f", rule.score()));
        });
  }

  private static void result(JsonOut json, Result result, Map<String, Integer> numbers)
      throws IOException {
    json.text("ruleId", result.rule());
    Integer number = numbers.get(result.rule());
    if (number != null) json.number("ruleIndex", number);
    json.text("level", level(result.severity()));
    json.object("message", () -> json.text("text", filled(result.message(), result.rule(), 1_000)));
    json.array("locations", result.places(), place -> place(json, place));
    if (!result.fingerprint().isEmpty()) {
      json.object(
          "partialFingerprints",
          () -> {
            json.text("primaryLocationLineHash", result.fingerprint() + ":1");
            json.text("breakwater/v1", result.fingerprint());
          });
    }
    if (result.accepted().isPresent()) {
      json.array(
          "suppressions",
          List.of(result.accepted().get()),
          why -> {
            json.text("kind", "external");
            json.text("status", "accepted");
            if (!why.reason().isBlank()) json.text("justification", Words.cut(why.reason(), 1_000));
          });
    }
    if (!result.properties().isEmpty()) properties(json, result.properties());
  }

  private static void place(JsonOut json, Place place) throws IOException {
    json.object(
        "physicalLocation",
        () -> {
          json.object(
              "artifactLocation", () -> json.text("uri", Urls.reference(plain(place.file()))));
          json.object(
              "region",
              () -> {
                json.number("startLine", Math.max(1, place.line()));
                if (place.column() > 0) json.number("startColumn", place.column());
                if (place.end() > place.line()) json.number("endLine", place.end());
              });
        });
    if (!place.note().isEmpty()) {
      json.object("message", () -> json.text("text", Words.cut(place.note(), 1_000)));
    }
  }

  private static String plain(String file) {
    return file.startsWith("./") ? file.substring(2) : file;
  }

  private static void properties(JsonOut json, Map<String, String> properties) throws IOException {
    json.object(
        "properties",
        () -> {
          for (var each : properties.entrySet()) json.text(each.getKey(), each.getValue());
        });
  }

  private static String filled(String text, String otherwise, int most) {
    return Words.cut(text.isBlank() ? otherwise : text, most);
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, NEGLIGIBLE, UNKNOWN -> "note";
    };
  }
}
