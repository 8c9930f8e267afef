package io.breakwater.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.breakwater.model.Language;
import io.breakwater.model.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of one rich report, byte by byte, and what other tools ask of it. */
class PrintersTest {
  private static final Path FOLDER = Path.of("src/test/resources/io/breakwater/report/golden");

  static Stream<String> names() {
    return Printers.all().stream().map(Printer::name).filter(n -> !n.equals("html"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aReportIsPrintedAsTheGoldenFileHasIt(String name) throws IOException {
    golden(name, Fixture.print(name));
  }

  @Test
  void aReportIsPrintedInChinese() throws IOException {
    Printer printer = Printers.named("markdown").orElseThrow();
    String text = Fixture.print(printer, Fixture.document(), Context.of(Language.CHINESE));
    golden("markdown-chinese", text);
  }

  @ParameterizedTest
  @MethodSource("names")
  void aReportWithoutFindingsIsPrintedToo(String name) throws IOException {
    Printer printer = Printers.named(name).orElseThrow();
    assertThat(Fixture.print(printer, Fixture.clean(), Context.of(Language.ENGLISH))).isNotBlank();
  }

  private static void golden(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name + ".txt");
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, actual);
    }
    assertThat(actual).as("golden file of %s", name).isEqualTo(Files.readString(file));
  }

  @Test
  void theFixtureIsAReportByTheSchema() throws IOException {
    String schema = Files.readString(Path.of("../docs/report.schema.json"));
    String report = new String(Fixture.bytes(), StandardCharsets.UTF_8);
    assertThat(errors(schema, report, SpecificationVersion.DRAFT_2020_12)).isEmpty();
  }

  @Test
  void sarifKeepsToItsSchemaAndPointsIntoTheDockerfile() throws IOException {
    Context context = Context.of(Language.ENGLISH).with(Fixture.DOCKERFILE);
    Printer sarif = Printers.named("sarif").orElseThrow();
    String text = Fixture.print(sarif, Fixture.document(), context);
    golden("sarif-dockerfile", text);
    String schema;
    try (var in = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      assertThat(in).as("the schema of SARIF on the class path").isNotNull();
      schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (String log : List.of(text, Fixture.print("sarif"))) {
      assertThat(errors(schema, log, SpecificationVersion.DRAFT_7)).isEmpty();
    }
    var lines = new ArrayList<String>();
    for (Json.Obj each : Fixture.json(text).objects("runs").getFirst().objects("results")) {
      Json.Obj at = each.objects("locations").getFirst().object("physicalLocation");
      lines.add(
          each.text("ruleId")
              + " "
              + at.object("artifactLocation").text("uri")
              + ":"
              + at.object("region").number("startLine").orElse(0));
    }
    assertThat(lines)
        .contains(
            "CVE-2021-44228 docker/Dockerfile:7", // its own COPY
            "alibaba-access-key docker/Dockerfile:3", // a flag that the history leaves out
            "CVE-2021-23337 docker/Dockerfile:4",
            "CVE-2024-6387 docker/Dockerfile:1", // the base image
            "runs-as-root image-configuration:1");
  }

  private static List<String> errors(String schema, String document, SpecificationVersion version) {
    return SchemaRegistry.withDefaultDialect(version)
        .getSchema(schema, InputFormat.JSON)
        .validate(document, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void junitIsReadByMavensParser() throws Exception {
    byte[] xml = Fixture.print("junit").getBytes(StandardCharsets.UTF_8);
    List<ReportTestSuite> suites =
        new TestSuiteXmlParser(new NullConsoleLogger())
            .parse(new InputStreamReader(new ByteArrayInputStream(xml), StandardCharsets.UTF_8));
    assertThat(suites.stream().mapToInt(ReportTestSuite::getNumberOfTests).sum()).isEqualTo(16);
    assertThat(suites.stream().mapToInt(ReportTestSuite::getNumberOfFailures).sum()).isEqualTo(13);
    assertThat(suites.stream().mapToInt(ReportTestSuite::getNumberOfErrors).sum()).isEqualTo(1);
    assertThat(suites.stream().mapToInt(ReportTestSuite::getNumberOfSkipped).sum()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "=1+1       | '=1+1",
        "+1         | '+1",
        "-1         | '-1",
        "@SUM(A1)   | '@SUM(A1)",
        "a,b        | \"a,b\"",
        "say \"x\"  | \"say \"\"x\"\"\"",
        "plain      | plain",
      })
  void aCellOfCsvIsNeverAFormula(String text, String cell) {
    assertThat(CsvPrinter.cell(text)).isEqualTo(cell);
  }

  @Test
  void markdownCallsNobodyAndIsNeverTooLong() throws IOException {
    String text = Fixture.print("markdown");
    assertThat(text).doesNotContain("<img", "</script>", "@team", "](https://evil");
    String one = new String(Fixture.bytes(), StandardCharsets.UTF_8);
    String finding =
        one.substring(
            one.indexOf("    {\n      \"kind\": \"vulnerability\""),
            one.indexOf("    {\n      \"kind\": \"malware\""));
    String many = one.replace(finding, finding.repeat(3_000));
    Document document = Document.read(many.getBytes(StandardCharsets.UTF_8));
    assertThat(document.findings()).hasSizeGreaterThan(3_000);
    Printer printer = Printers.named("markdown").orElseThrow();
    String page = Fixture.print(printer, document, Context.of(Language.ENGLISH));
    assertThat(page.length()).isLessThan(65_536);
    assertThat(page).contains("… and ", "Not analysed");
  }

  @Test
  void gitlabsReportHasWhatItsSchemaAsksFor() throws IOException {
    Json.Obj report = Fixture.json(Fixture.print("gitlab"));
    assertThat(report.text("version")).isEqualTo("15.0.7");
    Json.Obj scan = report.object("scan");
    assertThat(scan.text("start_time")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
    assertThat(report.objects("vulnerabilities")).hasSize(7);
    for (Json.Obj each : report.objects("vulnerabilities")) {
      assertThat(each.text("severity"))
          .isIn("Info", "Unknown", "Low", "Medium", "High", "Critical");
      assertThat(each.text("name").length()).isBetween(1, 255);
      assertThat(each.objects("identifiers")).hasSizeBetween(1, 20);
      Json.Obj location = each.object("location");
      assertThat(location.text("image")).matches("^[^:]+(:\\d+[^:]*)?(:[^:]+(:[^:]+)?)?$");
      assertThat(location.text("operating_system")).isNotEmpty();
      assertThat(location.object("dependency").object("package").text("name")).isNotEmpty();
      for (Json.Obj link : each.objects("links")) assertThat(link.text("url")).startsWith("http");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                                       | an object was expected",
        "{                                        | line 1",
        "{}                                       | no schemaVersion",
        "{\"schemaVersion\":\"2.0\"}              | has the schema 2.0",
        "{\"schemaVersion\":\"1.0\"}              | no list of components",
      })
  void whatIsNoReportIsRefusedWithOneReason(String text, String reason) {
    assertThatThrownBy(() -> Document.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessageContaining(reason);
  }
}
