package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Language;
import io.breakwater.report.Printer;
import io.breakwater.report.Printers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A report in other forms, from a scan and from a file. */
class ReportCommandTest {
  @TempDir private Path folder;

  static Stream<String> formats() {
    return Printers.all().stream().map(Printer::name);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aStoredReportPrintsAsTheScanDid(String format) throws IOException {
    Path image = image();
    Path stored = folder.resolve("report.json");
    Path fresh = folder.resolve("fresh");
    Run scan =
        Run.bw(
            "scan",
            "--offline",
            "--no-cache",
            "docker-archive:" + image,
            "-f",
            "json",
            "-o",
            "json=" + stored,
            "-o",
            format + "=" + fresh);
    assertThat(scan.code()).as(scan.err()).isZero();
    Run again = Run.bw("report", format, stored.toString());
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out()).isEqualTo(Files.readString(fresh));
    assertThat(again.out()).isNotBlank();
  }

  @Test
  void aTemplateIsReadBeforeTheScanAndItsFaultIsToldWithItsLine() throws IOException {
    Path template = Files.writeString(folder.resolve("broken.tpl"), "\n{{ range . }}");
    Run run =
        Run.bw("scan", "--offline", "docker-archive:nothing.tar", "-f", "template:" + template);
    assertThat(run.code()).isEqualTo(Main.ERROR);
    assertThat(run.err()).contains("cannot use the template", "line 2", "has no end");
    Path good = Files.writeString(folder.resolve("good.tpl"), "{{ (report).image.platform }}");
    Run filled =
        Run.bw(
            "scan",
            "--offline",
            "--no-cache",
            "docker-archive:" + image(),
            "-f",
            "template:" + good);
    assertThat(filled.out()).startsWith("linux/");
  }

  @Test
  void whatCannotBePrintedIsToldInBothLanguages() throws IOException {
    Path other = Files.writeString(folder.resolve("other.json"), "{}");
    Run format = Run.bw("report", "pdf", other.toString());
    assertThat(format.code()).isEqualTo(Main.ERROR);
    assertThat(format.err()).contains("no such format: pdf", "sarif", "template:FILE");
    Run document = Run.bw("report", "sarif", other.toString());
    assertThat(document.code()).isEqualTo(Main.ERROR);
    assertThat(document.err()).contains("it is no report", "no schemaVersion");
    Run chinese = Run.bw(Language.CHINESE, "", "report", "sarif", other.toString());
    assertThat(chinese.err()).contains("不是 Breakwater 报告");
    assertThat(Run.bw("report", "sarif", "missing.json").code()).isEqualTo(Main.ERROR);
  }

  @Test
  void secretsAreWrittenAsSarif() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("deploy.env"), "AWS_ACCESS_KEY_ID=AKIA" + "Z7Q3M5XKD2PLW4NB\n");
    Run run = Run.bw("secrets", "-f", "sarif", file.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\"version\": \"2.1.0\"", "\"ruleId\"", "deploy.env");
    assertThat(run.out()).doesNotContain("Z7Q3M5XKD2PLW4NB");
  }

  private Path image() throws IOException {
    Path image = folder.resolve("image.tar");
    if (!Files.exists(image)) Files.write(image, TrainingImage.dockerArchive());
    return image;
  }
}
