package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.breakwater.model.ReportWriter;
import io.breakwater.model.ScanReport;
import io.breakwater.model.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published schema against what is really written. */
class ReportSchemaTest {
  private static final Path SCHEMA =
      Processes.MODULE.resolve("../docs/report.schema.json").normalize();

  @Test
  void aReportWithEveryFieldKeepsToTheSchema() throws Exception {
    check(json(Sample.report()));
    Golden.check("report.json", json(Sample.report()));
  }

  @Test
  void theSchemaRefusesWhatIsNoReport() throws Exception {
    String broken = json(Sample.report()).replace("\"kind\": \"vulnerability\"", "\"kind\": \"x\"");
    assertThat(schema().validate(broken, InputFormat.JSON)).isNotEmpty();
    assertThat(schema().validate("{}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void everyFieldOfTheSchemaIsDescribed() throws Exception {
    Json.Obj schema = Json.parseObject(Files.readAllBytes(SCHEMA));
    described("", schema);
    for (var definition : schema.object("$defs").members().entrySet()) {
      if (definition.getValue() instanceof Json.Obj object) described(definition.getKey(), object);
    }
  }

  private static void described(String path, Json.Obj schema) {
    for (var property : schema.object("properties").members().entrySet()) {
      String name = path + "." + property.getKey();
      if (!(property.getValue() instanceof Json.Obj field)) throw new AssertionError(name);
      boolean told = !field.text("description").isBlank() || !field.text("$ref").isBlank();
      assertThat(told).as(name).isTrue();
      described(name, field);
      described(name + "[]", field.object("items"));
    }
  }

  /** Fails with what is wrong when a document does not keep to the schema. */
  static void check(String document) throws IOException {
    assertThat(schema().validate(document, InputFormat.JSON)).isEmpty();
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
  }

  private static String json(ScanReport report) throws IOException {
    var out = new ByteArrayOutputStream();
    ReportWriter.write(report, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
