package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Language;
import io.breakwater.model.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** VEX and ignore rules in {@code bw scan}; {@code bw vex}, {@code bw why}, {@code bw why-not}. */
class ReasonTest {
  /** Relative, so that outputs are the same wherever tests run. */
  private final Path folder = Path.of("target", "reason-test");

  private String image = "";
  private String database = "";

  @BeforeEach
  void threeHolesInTwoPackages() throws IOException {
    if (Files.exists(folder)) {
      try (var old = Files.walk(folder)) {
        for (Path each : old.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
      }
    }
    npm("left", "1.3.0");
    npm("right", "2.0.0");
    image = "dir:" + folder.resolve("image");
    Path feeds = Files.createDirectories(folder.resolve("feeds"));
    osv(feeds, "GHSA-1", "CVE-2024-1111", "left", "1.2.0", "1.4.0");
    osv(feeds, "GHSA-2", "CVE-2024-2222", "left", "0", "2.0.0");
    osv(feeds, "GHSA-3", "CVE-2024-3333", "right", "0", "2.0.1");
    osv(feeds, "GHSA-4", "CVE-2024-4444", "right", "1.0.0", "2.0.0");
    database = folder.resolve("advisories.db").toString();
    Run made = Run.bw("db", "import", "--quiet", "--db", database, feeds.toString());
    assertThat(made.code()).as(made.err()).isZero();
    file(
        "vex.json",
        """
        {"@context":"https://openvex.dev/ns/v0.2.0","@id":"https://shop.example/vex/1",
         "author":"Shop security","timestamp":"2026-01-01T00:00:00Z","version":1,"statements":[
          {"vulnerability":{"name":"CVE-2024-1111"},"products":[{"@id":"pkg:npm/left@1.3.0"}],
           "status":"not_affected","justification":"vulnerable_code_not_in_execute_path",
           "impact_statement":"left is never turned around"},
          {"vulnerability":{"name":"CVE-2024-2222"},"products":[{"@id":"pkg:npm/left"}],
           "status":"under_investigation"}]}
        """);
    file(
        "rules.yaml",
        """
        - id: GHSA-3
          purl: pkg:npm/right
          path: /app/**
          reason: right is part of the build only
          owner: team-cart
          expires: 2999-12-31
        - id: CVE-2024-2222
          reason: until the next release
          expires: 2020-06-30
        - id: "*"
          purl: pkg:npm/none
          reason: never right
        """);
  }

  private void npm(String name, String version) throws IOException {
    Path to = Files.createDirectories(folder.resolve("image/app/node_modules/" + name));
    Files.writeString(
        to.resolve("package.json"),
        "{\"name\":\"%s\",\"version\":\"%s\",\"license\":\"MIT\"}".formatted(name, version));
  }

  private static void osv(
      Path feeds, String id, String alias, String name, String introduced, String fixed)
      throws IOException {
    String record =
        """
        {"id":"%1$s","aliases":["%2$s"],"modified":"2024-05-06T07:08:09Z","summary":"a hole in %3$s",
         "database_specific":{"severity":"HIGH"},
         "affected":[{"package":{"ecosystem":"npm","name":"%3$s"},"ranges":[{"type":"SEMVER",
          "events":[{"introduced":"%4$s"},{"fixed":"%5$s"}]}]}]}
        """
            .formatted(id, alias, name, introduced, fixed);
    Files.writeString(feeds.resolve(id + ".json"), record);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private Run run(Language language, String command, String... words) {
    var all = new ArrayList<>(List.of(command, "--offline", "--no-cache", "--db", database));
    all.addAll(List.of(words));
    return Run.bw(language, "", all.toArray(String[]::new));
  }

  private Run run(String command, String... words) {
    return run(Language.ENGLISH, command, words);
  }

  private String golden(Run run) {
    return run.out()
        .replaceAll("\\d+( d old| 天前)", "9$1")
        .replaceAll(" +\\d+\\.\\d (s|秒)", " 1.0 $1");
  }

  @Test
  void whatIsTakenOutIsInTheReportAndNotAmongTheFindings() throws IOException {
    String vex = folder.resolve("vex.json").toString();
    String rules = folder.resolve("rules.yaml").toString();
    Run run = run("scan", "--vex", vex, "--ignore", rules, "--format", "json", image);
    assertThat(run.err()).isEmpty();
    ReportSchemaTest.check(run.out());
    Json.Obj report = Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
    assertThat(report.objects("findings"))
        .extracting(f -> f.text("id"))
        .containsExactly("CVE-2024-2222");
    assertThat(report.objects("suppressed"))
        .extracting(s -> s.text("id") + " " + s.text("by") + " " + s.text("status"))
        .containsExactlyInAnyOrder(
            "CVE-2024-1111 vex not_affected", "CVE-2024-3333 ignore ignored");
    assertThat(report.objects("vexRemarks"))
        .extracting(r -> r.text("id") + " " + r.text("status"))
        .containsExactly("CVE-2024-2222 under_investigation");
    assertThat(report.objects("ignoreRules"))
        .extracting(r -> r.text("state") + " " + r.number("line").orElse(0))
        .containsExactly("expired 7", "unused 10", "too-broad 10");
  }

  @Test
  void aGateJudgesWhatIsLeft() {
    String rules = folder.resolve("rules.yaml").toString();
    assertThat(run("scan", "--fail-on", "high", image).code()).isEqualTo(2);
    String vex = folder.resolve("vex.json").toString();
    Run left = run("scan", "--fail-on", "high", "--vex", vex, "--ignore", rules, image);
    assertThat(left.code()).isEqualTo(2);
    assertThat(left.out()).contains("1 finding is high or worse");
  }

  @ParameterizedTest
  @EnumSource
  void eachCommandTellsInItsLanguage(Language language) throws IOException {
    String vex = folder.resolve("vex.json").toString();
    String rules = folder.resolve("rules.yaml").toString();
    String end = "-" + language.name().toLowerCase(Locale.ROOT) + ".txt";
    Run why = run(language, "why", "CVE-2024-2222", image);
    Golden.check("why" + end, golden(why));
    Run fixed = run(language, "why-not", "CVE-2024-4444", image);
    Golden.check("why-not-fixed" + end, golden(fixed));
    Run byVex = run(language, "why-not", "--vex", vex, "--ignore", rules, "GHSA-1", image);
    Golden.check("why-not-vex" + end, golden(byVex));
    Run scan = run(language, "scan", "--vex", vex, "--ignore", rules, "--show-suppressed", image);
    Golden.check("suppressed" + end, golden(scan));
    for (Run each : List.of(why, fixed, byVex)) {
      assertThat(each.code()).isZero();
      assertThat(each.out().lines()).allSatisfy(l -> assertThat(Cells.width(l)).isLessThan(101));
    }
  }

  @Test
  void programsReadTheSameReasons() throws IOException {
    Run run = run("why-not", "--format", "json", "CVE-2024-4444", image);
    Golden.check("why-not.json", golden(run));
    Run named = run("why-not", "--format", "json", "--package", "left", "CVE-2024-4444", image);
    Json.Obj answer = Json.parseObject(named.out().getBytes(StandardCharsets.UTF_8));
    assertThat(answer.objects("holes").getFirst().objects("components")).isEmpty();
  }

  @Test
  void anIdThatNobodyKnowsEndsWithOne() {
    Run run = run("why", "CVE-1900-1", image);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("says nothing about CVE-1900-1");
  }

  @Test
  void theVexThatIsWrittenTakesTheSameOut() throws IOException {
    String vex = folder.resolve("vex.json").toString();
    String out = folder.resolve("out.json").toString();
    String time = "2027-01-31T00:00:00Z";
    Run run = run("vex", "--vex", vex, "--timestamp", time, "--author", "Shop", "-o", out, image);
    assertThat(run.code()).as(run.err()).isZero();
    Run again = run("vex", "--vex", vex, "--timestamp", time, "--author", "Shop", image);
    assertThat(again.out()).isEqualTo(Files.readString(Path.of(out)));
    Golden.check("openvex.json", golden(again).replaceAll("urn:uuid:[0-9a-f-]*", "urn:uuid:0"));
    Run scan = run("scan", "--vex", out, "--format", "json", image);
    Json.Obj report = Json.parseObject(scan.out().getBytes(StandardCharsets.UTF_8));
    assertThat(report.objects("suppressed"))
        .extracting(s -> s.text("id"))
        .containsExactly("CVE-2024-1111");
  }

  @ParameterizedTest
  @CsvSource({
    "--ignore, bad.yaml, 'line 1, column 11: there is no key \"resaon\"; did you mean reason?'",
    "--vex, bad.json, cannot use the VEX of",
    "--vex, missing.json, there is no such file",
    "--ignore, missing.yaml, there is no such file",
    "--vex, oci, only images in a registry or OCI layout have attachments",
  })
  void aFileThatCannotBeUsedIsOneError(String option, String name, String words)
      throws IOException {
    file("bad.yaml", "- {id: x, resaon: y}");
    file("bad.json", "{\"a\":1}");
    String value = name.equals("oci") ? name : folder.resolve(name).toString();
    Run run = run("scan", option, value, image);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(words);
  }

  @Test
  void aBrokenDocumentOfAFolderIsToldAndTheOthersCount() throws IOException {
    Path many = Files.createDirectories(folder.resolve("many"));
    Files.copy(folder.resolve("vex.json"), many.resolve("a.json"));
    Files.writeString(many.resolve("b.json"), "{");
    Run run = run("scan", "--vex", many.toString(), image);
    assertThat(run.err()).contains("b.json: not JSON at line 1");
    assertThat(run.out()).contains("1 by VEX");
  }

  @Test
  void rulesOfTheCurrentFolderAreUsedAndThatIsSaid() throws IOException {
    Path here = Files.createDirectories(folder.resolve("here"));
    Files.writeString(here.resolve(".trivyignore"), "CVE-2024-1111\n");
    var err = new java.io.ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            System.out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            Language.ENGLISH,
            100,
            false,
            false);
    var call = CommandParser.find(Commands.root(), List.of("scan", image));
    Silence silence = Silence.of(CommandParser.read(call), terminal, here);
    assertThat(silence.rules()).hasSize(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("using the ignore rules in .trivyignore");
  }
}
