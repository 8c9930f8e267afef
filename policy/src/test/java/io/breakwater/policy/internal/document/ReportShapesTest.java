package io.breakwater.policy.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.json.Json;
import io.breakwater.policy.internal.document.Field.Presence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The description that expressions are checked with, against the published schema. */
class ReportShapesTest {
  private final Set<String> differences = new TreeSet<>();
  private final Set<String> seen = new HashSet<>();
  private Json.Obj schema = Json.Obj.EMPTY;

  @Test
  void theDescriptionIsTheSchemasInTypeAndPresence() throws Exception {
    schema = Json.parseObject(Files.readAllBytes(Path.of("..", "docs", "report.schema.json")));
    compare(ReportShapes.REPORT, List.of(schema), "", Set.of("verdict"));
    assertThat(differences).isEmpty();
    assertThat(seen.size()).as("parts compared").isGreaterThan(20);
  }

  private void compare(Shape shape, List<Json.Obj> kinds, String path, Set<String> beside) {
    if (!seen.add(shape.name())) return;
    Map<String, List<Json.Obj>> properties = new LinkedHashMap<>();
    for (Json.Obj kind : kinds) {
      for (var each : kind.object("properties").members().entrySet()) {
        if (each.getValue() instanceof Json.Obj property) {
          properties.computeIfAbsent(each.getKey(), k -> new ArrayList<>()).add(property);
        }
      }
    }
    properties.keySet().removeAll(beside);
    for (String name : properties.keySet()) {
      if (shape.field(name) == null) differences.add(path + "/" + name + ": not described");
    }
    for (Field field : shape.fields()) {
      if (field.presence() == Presence.DERIVED) continue;
      String at = path + "/" + field.name();
      List<Json.Obj> property = properties.get(field.name());
      if (property == null) {
        differences.add(at + ": not in the schema");
        continue;
      }
      boolean nullable = property.getFirst().texts("type").contains("null");
      boolean always =
          !nullable && kinds.stream().allMatch(k -> k.texts("required").contains(field.name()));
      if (always != (field.presence() == Presence.ALWAYS)) {
        differences.add(at + (always ? ": is required" : ": may be missing"));
      }
      compare(field.type(), property, at);
    }
  }

  private void compare(FieldType type, List<Json.Obj> unresolved, String at) {
    List<Json.Obj> properties = unresolved.stream().map(this::resolve).toList();
    Json.Obj first = properties.getFirst();
    switch (type) {
      case FieldType.Struct(Shape shape) -> compare(shape, kinds(first), at, Set.of());
      case FieldType.ListOf(FieldType element) -> {
        expect(first, "array", at);
        compare(element, List.of(first.object("items")), at + "[]");
      }
      case FieldType.Words(List<String> words) -> {
        var all = new HashSet<String>();
        for (Json.Obj each : properties) {
          all.addAll(each.texts("enum"));
          if (!each.text("const").isEmpty()) all.add(each.text("const"));
        }
        if (!all.equals(new HashSet<>(words))) differences.add(at + ": words " + all);
      }
      case FieldType.Scalar scalar -> {
        boolean time = first.text("format").startsWith("date");
        switch (scalar) {
          case TEXT -> {
            expect(first, "string", at);
            boolean open = first.array("enum").isEmpty() && !time;
            if (!open) differences.add(at + ": no plain text");
          }
          case TIMESTAMP -> {
            if (!time) differences.add(at + ": no time");
          }
          case INT -> expect(first, "integer", at);
          case DOUBLE -> expect(first, "number", at);
          case BOOL -> expect(first, "boolean", at);
        }
      }
    }
  }

  private void expect(Json.Obj property, String type, String at) {
    boolean is = property.text("type").equals(type) || property.texts("type").contains(type);
    if (!is) differences.add(at + ": is " + property.text("type") + property.texts("type"));
  }

  private List<Json.Obj> kinds(Json.Obj of) {
    List<Json.Obj> choices = of.objects("oneOf");
    return choices.isEmpty() ? List.of(of) : choices.stream().map(this::resolve).toList();
  }

  private Json.Obj resolve(Json.Obj of) {
    String reference = of.text("$ref");
    if (reference.isEmpty()) return of;
    return schema.object("$defs").object(reference.substring(reference.lastIndexOf('/') + 1));
  }
}
