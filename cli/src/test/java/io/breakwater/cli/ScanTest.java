package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Language;
import io.breakwater.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bw scan} from its arguments to its output, with the starter database. */
class ScanTest {
  @TempDir Path folder;
  private String image = "";

  @BeforeEach
  void anImageWithAnOldLodash() throws Exception {
    Path archive = Files.write(folder.resolve("image.tar"), TrainingImage.dockerArchive());
    image = "docker-archive:" + archive;
  }

  @Test
  void theReportIsTheDocumentThatTheSchemaDescribes() throws Exception {
    Run run = Run.bw("scan", "--offline", "--no-cache", "--format", "json", image);
    assertThat(run.code()).as(run.err()).isZero();
    ReportSchemaTest.check(run.out());
    Json.Obj report = Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
    assertThat(report.objects("components").stream().map(c -> c.text("purl")))
        .contains("pkg:npm/lodash@4.17.15", "pkg:pypi/django@2.2.0")
        .contains("pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1");
    assertThat(report.objects("findings").stream().map(f -> f.text("id")))
        .contains("CVE-2021-44228");
    assertThat(report.object("database").isTrue("starter")).isTrue();
  }

  @Test
  void looksForWhatItIsAskedFor() throws Exception {
    assertThat(kinds()).contains("vulnerability", "misconfiguration");
    assertThat(kinds("--scanners", "vuln")).containsOnly("vulnerability");
    assertThat(kinds("--scanners", "config,exposure"))
        .contains("misconfiguration")
        .doesNotContain("vulnerability");
    Run wrong = Run.bw("scan", "--offline", "--scanners", "vulns", image);
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err()).contains("--scanners", "vulns", "secret");
  }

  private List<String> kinds(String... options) throws Exception {
    var words =
        new ArrayList<>(List.of("scan", "--offline", "--no-cache", "--format", "json", image));
    words.addAll(List.of(options));
    Run run = Run.bw(words.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    Json.Obj report = Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
    return report.objects("findings").stream().map(f -> f.text("kind")).toList();
  }

  @Test
  void everyFindingIsAboutAComponentOfTheReport() throws Exception {
    Run run = Run.bw("scan", "--offline", "--no-cache", "--format", "json", image);
    Json.Obj report = Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
    var ids = report.objects("components").stream().map(c -> c.text("id")).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(report.objects("findings").stream().filter(f -> f.get("component").isPresent()))
        .isNotEmpty()
        .allSatisfy(f -> assertThat(ids).contains(f.text("component")));
  }

  @Test
  void theTableSaysWhatToFixFirstAndWhere() {
    Run run = Run.bw("scan", "--offline", "--no-cache", image);
    assertThat(run.out())
        .contains("FIX FIRST")
        .contains("CVE-2021-44228")
        .contains("log4j-core 2.14.1 →")
        .contains("/app/lib/log4j-core-2.14.1.jar")
        .contains("starter: ");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void chineseIsSpokenThroughout() {
    Run run = Run.bw(Language.CHINESE, "", "scan", "--offline", "--no-cache", image);
    assertThat(run.out()).contains("优先修复").contains("漏洞库").doesNotContain("FIX FIRST");
  }

  @Test
  void aGateEndsWithTwoAndSaysWhy() {
    Run run = Run.bw("scan", "--offline", "--no-cache", "--fail-on", "critical", image);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("DENY");
  }

  @Test
  void whatNoFeedCoversIsUnknownAndDeniedOnlyWhenAsked() throws Exception {
    Path root = folder.resolve("root/opt/app/node_modules/harmless");
    Files.createDirectories(root);
    Files.writeString(
        root.resolve("package.json"), "{\"name\":\"harmless\",\"version\":\"1.0.0\"}");
    Path gem = folder.resolve("root/usr/share/R/library/x");
    Files.createDirectories(gem);
    Path cut = folder.resolve("root/opt/app/cut.jar");
    Files.write(cut, new byte[] {'P', 'K', 3, 4, 0, 0});
    String reference = "dir:" + folder.resolve("root");
    Run warned = Run.bw("scan", "--offline", "--fail-on", "high", "--no-cache", reference);
    assertThat(warned.code()).as(warned.out()).isZero();
    assertThat(warned.out())
        .contains("UNKNOWN")
        .contains("Not analysed")
        .contains("/opt/app/cut.jar");
    Run denied =
        Run.bw(
            "scan", "--offline", "--fail-on", "high", "--unknown", "deny", "--no-cache", reference);
    assertThat(denied.code()).isEqualTo(2);
  }

  @Test
  void aSecondScanReadsNoLayerAndSaysTheSame() throws Exception {
    String cache = folder.resolve("cache").toString();
    Run first =
        Run.bw(
            "scan",
            "--offline",
            "--cache",
            cache,
            "--output",
            "json=" + folder.resolve("1.json"),
            image);
    Run second =
        Run.bw(
            "scan",
            "--offline",
            "--cache",
            cache,
            "--output",
            "json=" + folder.resolve("2.json"),
            image);
    assertThat(first.out()).doesNotContain("from the cache");
    assertThat(second.out()).contains("3 of 3 layers from the cache");
    assertThat(stable(folder.resolve("2.json"))).isEqualTo(stable(folder.resolve("1.json")));
  }

  @Test
  void offlineIsKept() {
    Run run = Run.bw("scan", "--offline", "--no-cache", "registry:localhost:1/none:1");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("--offline promises no network");
  }

  @Test
  void aCutArchiveIsOneClearError() throws Exception {
    byte[] whole = TrainingImage.dockerArchive();
    Path cut =
        Files.write(folder.resolve("cut.tar"), java.util.Arrays.copyOf(whole, whole.length / 2));
    Run run = Run.bw("scan", "--offline", "--no-cache", "docker-archive:" + cut);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("cannot read docker-archive:")
        .contains("ends after")
        .doesNotContain("\tat ");
    assertThat(Run.bw("scan", "--debug", "--offline", "--no-cache", "docker-archive:" + cut).err())
        .contains("\tat ");
  }

  @Test
  void anOutputThatCannotBeWrittenIsAnError() {
    Run run =
        Run.bw("scan", "--offline", "--no-cache", "--output", "json=/nonexistent/x.json", image);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("cannot write /nonexistent/x.json");
  }

  private static String stable(Path report) throws Exception {
    return Files.readString(report).replaceAll("\"(started|durationMs)\": [^\n]*", "");
  }
}
