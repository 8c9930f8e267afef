package io.breakwater.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Decision;
import io.breakwater.model.json.Json;
import io.breakwater.policy.internal.cel.OwnFunctions;
import io.breakwater.policy.internal.document.Field;
import io.breakwater.policy.internal.document.FieldType;
import io.breakwater.policy.internal.document.ReportShapes;
import io.breakwater.policy.internal.document.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/policies.md does what it says, and docs/policy-reference.md says what there is. */
class PolicyDocsTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Knowledge KNOWLEDGE =
      new Knowledge(
          (a, b, scheme) -> OptionalInt.of(a.compareTo(b)),
          (text, allowed) -> Optional.of(allowed.contains(text)));

  @Test
  void everyExampleIsAPolicyThatSpeaksAsTold() throws Exception {
    String text = Files.readString(DOCS.resolve("policies.md"));
    var answers = new TreeMap<String, String>();
    String[] parts = text.split("```yaml\n", -1);
    for (int i = 1; i < parts.length; i++) {
      String policy = parts[i].substring(0, parts[i].indexOf("```"));
      Policy read =
          new PolicyReader(KNOWLEDGE, (name, from) -> Packs.find(name)).read("policies.md", policy);
      Subject subject =
          Subject.of(Reports.of(Reports.SHOP))
              .since(Subject.of(Reports.of(Reports.SHOP.replace("CVE-2021-44228", "CVE-1"))));
      Decision decision =
          new Gate(List.of(read))
              .judge(
                  subject,
                  new Occasion("production", "build", Instant.parse("2026-11-22T00:00:00Z")));
      String told =
          decision.reasons().stream().map(Decision.Reason::rule).collect(Collectors.joining(" "));
      answers.put(read.name(), decision.answer().id() + " " + told);
    }
    assertThat(answers)
        .containsEntry("new-criticals", "deny new-critical")
        .containsEntry("no-root", "deny root")
        .containsEntry("team", "pass ")
        .containsEntry("licences", "pass ")
        .containsEntry("softer", "deny known-exploited high");
  }

  @Test
  void theReferenceIsMadeOfTheDescription() throws Exception {
    String made = reference();
    Path file = DOCS.resolve("policy-reference.md");
    if (Boolean.getBoolean("golden.update")) Files.writeString(file, made);
    assertThat(made)
        .as("run with -Dgolden.update=1 to write docs/policy-reference.md anew")
        .isEqualTo(Files.readString(file));
  }

  private static String reference() throws IOException {
    List<String> out = new ArrayList<>();
    out.add("# What policies can ask");
    out.add("");
    out.add("Made of the program's own description; a test keeps it true. Every field of");
    out.add("[report.schema.json](report.schema.json) is here under its own name: the fields of");
    out.add("Report are the variables of expressions. `?` marks what may be missing: ask `has()`.");
    out.add("");
    out.add("Beside them there are `now` (timestamp), `environment` and `moment` (string).");
    Json.Obj schema = Json.parseObject(Files.readAllBytes(DOCS.resolve("report.schema.json")));
    var told = new HashMap<String, String>();
    describe(ReportShapes.REPORT, schema, schema, told);
    for (Shape shape : ReportShapes.all()) {
      out.add("");
      out.add("## " + shape.name());
      out.add("");
      out.add("| field | type | |");
      out.add("| --- | --- | --- |");
      for (Field field : shape.fields()) out.add(row(shape, field, told));
    }
    out.add("");
    out.add("## Functions");
    out.add("");
    out.add("Those of CEL with its macros, `optional`, and of its extensions strings, lists, sets");
    out.add("and math those that the tests compare; and these:");
    out.add("");
    out.add("| function | | example, which is true |");
    out.add("| --- | --- | --- |");
    for (OwnFunctions.Function each : OwnFunctions.all(KNOWLEDGE)) {
      String parameters =
          each.parameters().stream().map(PolicyDocsTest::name).collect(Collectors.joining(", "));
      String example = each.example().replace("|", "\\|");
      out.add(
          "| `%s(%s)` → %s | %s | `%s` |"
              .formatted(
                  each.name(),
                  parameters,
                  name(each.result()),
                  each.does().replace("|", "\\|"),
                  example));
    }
    return String.join("\n", out) + "\n";
  }

  private static String name(dev.cel.common.types.CelType type) {
    return switch (type.name()) {
      case "google.protobuf.Timestamp" -> "timestamp";
      case "google.protobuf.Duration" -> "duration";
      default -> type.name();
    };
  }

  private static String row(Shape shape, Field field, Map<String, String> descriptions) {
    String mark = field.presence() == Field.Presence.ALWAYS ? "" : "?";
    String words =
        field.type() instanceof FieldType.Words(List<String> list)
            ? String.join(", ", list) + ". "
            : "";
    return "| `%s`%s | %s | %s%s |"
        .formatted(
            field.name(),
            mark,
            field.type().told(),
            words,
            switch (field.presence() == Field.Presence.DERIVED ? field.name() : "") {
              case "isNew" -> "Whether the baseline does not have it; missing without one.";
              case "sure" -> "False for checks that are not sure.";
              case "registry", "repository", "tag" ->
                  "Part of the image's name, where it is a name.";
              default -> descriptions.getOrDefault(shape.name() + "." + field.name(), "");
            });
  }

  /** The descriptions of the schema, for the fields that the shapes have. */
  private static void describe(
      Shape shape, Json.Obj part, Json.Obj schema, Map<String, String> into) {
    List<Json.Obj> choices = part.objects("oneOf");
    for (Json.Obj kind : choices.isEmpty() ? List.of(part) : choices) {
      Json.Obj properties = resolve(kind, schema).object("properties");
      for (Field field : shape.fields()) {
        Json.Obj property = properties.object(field.name());
        Json.Obj resolved = resolve(property, schema);
        String text = property.text("description");
        if (text.isEmpty()) text = resolved.text("description");
        boolean known = into.containsKey(shape.name() + "." + field.name());
        if (!text.isEmpty() && !known) into.put(shape.name() + "." + field.name(), text);
        if (known) continue;
        switch (field.type()) {
          case FieldType.Struct(Shape inner) -> describe(inner, resolved, schema, into);
          case FieldType.ListOf(FieldType.Struct(Shape inner)) ->
              describe(inner, resolve(resolved.object("items"), schema), schema, into);
          default -> {}
        }
      }
    }
  }

  private static Json.Obj resolve(Json.Obj of, Json.Obj schema) {
    String reference = of.text("$ref");
    if (reference.isEmpty()) return of;
    return schema.object("$defs").object(reference.substring(reference.lastIndexOf('/') + 1));
  }
}
