package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.breakwater.inventory.sbom.Sbom;
import io.breakwater.inventory.sbom.SbomFormat;
import io.breakwater.inventory.sbom.SbomWriter;
import io.breakwater.model.Language;
import io.breakwater.model.ScanReport;
import io.breakwater.model.json.Json;
import io.breakwater.testing.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code bw sbom} and SBOMs in {@code bw scan}, from their arguments to their output. */
class SbomTest {
  @TempDir Path folder;
  private String image = "";

  @BeforeEach
  void makeImage() throws Exception {
    Path archive = Files.write(folder.resolve("image.tar"), TrainingImage.dockerArchive());
    image = "docker-archive:" + archive;
  }

  private Run sbom(String... more) {
    var words = new java.util.ArrayList<>(java.util.List.of("sbom"));
    words.addAll(java.util.List.of(more));
    words.add("--offline");
    if (!more[0].equals("attached")) words.add("--no-cache");
    return Run.bw(words.toArray(String[]::new));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @ParameterizedTest
  @EnumSource
  void theSbomOfAReportWithEveryFieldIsWhatItShouldBe(SbomFormat format) throws IOException {
    ScanReport report = Sample.report();
    var out = new ByteArrayOutputStream();
    SbomWriter.stable("breakwater", "0.0.0")
        .write(Sbom.of(report.image(), report.components()), format, out);
    Golden.check("report." + format.id() + ".json", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void cycloneDxKeepsToTheStrictSchema() throws IOException {
    Path schemas = SharedData.path("vectors/sbom/cyclonedx/schema");
    assertThat(schema(schemas).validate(sbom(image).out(), InputFormat.JSON)).isEmpty();
    String golden =
        Files.readString(
            Processes.MODULE.resolve("src/test/resources/golden/report.cyclonedx.json"));
    assertThat(schema(schemas).validate(golden, InputFormat.JSON)).isEmpty();
    assertThat(schema(schemas).validate(golden.replace("\"library\"", "\"x\""), InputFormat.JSON))
        .isNotEmpty();
  }

  private static Schema schema(Path folder) throws IOException {
    Map<String, String> known = new HashMap<>();
    for (String name :
        new String[] {
          "spdx.schema.json", "jsf-0.82.schema.json", "cryptography-defs.schema.json"
        }) {
      known.put("http://cyclonedx.org/schema/" + name, Files.readString(folder.resolve(name)));
    }
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7, builder -> builder.schemas(known))
        .getSchema(Files.readString(folder.resolve("bom-1.6.schema.json")), InputFormat.JSON);
  }

  @Test
  void theSameImageIsTheSameBytesUnlessASerialNumberIsAskedFor() {
    assertThat(sbom(image).out()).isEqualTo(sbom(image).out()).doesNotContain("serialNumber");
    assertThat(sbom("--format", "spdx", image).out())
        .isEqualTo(sbom("--format", "spdx", image).out())
        .contains("SPDX-2.3");
    assertThat(sbom("--serial-number", image).out())
        .contains("urn:uuid:")
        .isNotEqualTo(sbom("--serial-number", image).out());
  }

  @ParameterizedTest
  @EnumSource
  void anSbomIsJudgedLikeItsImage(SbomFormat format) throws Exception {
    Path file = folder.resolve("image.json");
    Run written = sbom(image, "--format", format.id(), "-o", file.toString());
    assertThat(written.err()).isEmpty();
    Json.Obj ofImage = scan(image);
    Json.Obj ofSbom = scan("sbom:" + file);
    assertThat(findings(ofSbom)).isEqualTo(findings(ofImage)).isNotEmpty();
    assertThat(ofSbom.object("image").text("foundIn")).isEqualTo("sbom");
    assertThat(ofSbom.object("image").object("os").text("id")).isEqualTo("debian");
    Run diff = sbom("diff", image, file.toString());
    assertThat(diff.code()).as(diff.out() + diff.err()).isZero();
    Run gate = Run.bw("scan", "--offline", "--no-cache", "--fail-on", "critical", "sbom:" + file);
    assertThat(gate.code()).isEqualTo(2);
  }

  private static Json.Obj scan(String reference) throws IOException {
    Run run =
        Run.bw(
            "scan", "--offline", "--no-cache", "--scanners", "vuln", "--format", "json", reference);
    assertThat(run.code()).as(run.err()).isZero();
    ReportSchemaTest.check(run.out());
    return Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
  }

  private static java.util.List<String> findings(Json.Obj report) {
    return report.objects("findings").stream()
        .map(f -> f.text("id") + " " + f.text("installedVersion"))
        .sorted()
        .toList();
  }

  @Test
  void scanWritesEveryFormatAtOnce() throws IOException {
    Path cyclonedx = folder.resolve("a.cdx.json");
    Path spdx = folder.resolve("a.spdx.json");
    Run run =
        Run.bw(
            "scan",
            "--offline",
            "--no-cache",
            "--output",
            "cyclonedx=" + cyclonedx,
            "--output",
            "spdx=" + spdx,
            image);
    assertThat(run.code()).isZero();
    assertThat(Files.readString(cyclonedx)).isEqualTo(sbom(image).out());
    assertThat(Files.readString(spdx)).isEqualTo(sbom(image, "--format", "spdx").out());
  }

  @Test
  void convertingReadsStandardInputAndBothWays() throws IOException {
    String cyclonedx = sbom(image).out();
    Run spdx = Run.bw(Language.ENGLISH, cyclonedx, "sbom", "convert", "-", "--to", "spdx");
    assertThat(spdx.err()).isEmpty();
    Run back = Run.bw(Language.ENGLISH, spdx.out(), "sbom", "convert", "sbom:-");
    String plain = back.out().replace("SPDXRef-Package-", "");
    assertThat(Json.parseObject(plain.getBytes(StandardCharsets.UTF_8)).objects("components"))
        .isEqualTo(
            Json.parseObject(cyclonedx.getBytes(StandardCharsets.UTF_8)).objects("components"));
  }

  @Test
  void aDifferenceEndsWithTwo() throws IOException {
    String document = sbom(image).out();
    Path other = file("b.json", document.replace("4.17.15", "4.17.21").replace("django", "flask"));
    Run diff = sbom("diff", image, other.toString());
    assertThat(diff.code()).isEqualTo(2);
    assertThat(diff.out())
        .contains("~ npm")
        .contains("4.17.15 → 4.17.21")
        .contains("- pypi")
        .contains("+ pypi");
    Run json = sbom("diff", "--format", "json", image, "sbom:" + other);
    assertThat(Json.parseObject(json.out().getBytes(StandardCharsets.UTF_8)).objects("differences"))
        .hasSize(3);
    assertThat(sbom("diff", image).err()).contains("B is missing");
  }

  @Test
  void whatIsNoSbomIsOneClearError() throws IOException {
    Run missing = Run.bw("scan", "--offline", "sbom:/nonexistent.json");
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("there is no such file");
    Path page = file("page.json", "{\"a\": 1}");
    Run other = Run.bw("scan", "--offline", "sbom:" + page);
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.err())
        .contains("cannot read the SBOM")
        .contains("neither CycloneDX")
        .doesNotContain("\tat ");
    Run chinese = Run.bw(Language.CHINESE, "", "sbom", "convert", page.toString());
    assertThat(chinese.err()).contains("无法读取 SBOM");
    assertThat(sbom("attached", image).code()).isEqualTo(1);
  }

  @Test
  void aloneItShowsHelp() {
    assertThat(Run.bw("sbom").out())
        .contains("bw sbom COMMAND")
        .contains("convert")
        .contains("IMAGE");
  }
}
