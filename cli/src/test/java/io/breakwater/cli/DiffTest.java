package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bw diff} from its arguments to its output. */
class DiffTest {
  @TempDir Path folder;
  private String before = "";
  private String after = "";

  @BeforeEach
  void twoImages() throws Exception {
    before =
        "docker-archive:"
            + new TestImage()
                .layer(
                    "COPY app /app",
                    f ->
                        npm(f, "lodash", "4.17.21")
                            .file("app/node_modules/old/package.json", 0644, pkg("old", "1.0.0"))
                            .file("app/run", 0755, "#!/bin/sh\n"))
                .config("{\"Cmd\":[\"run\"],\"User\":\"app\",\"Env\":[\"SECRET=one\",\"A=1\"]}")
                .save(folder.resolve("before.tar"));
    after =
        "docker-archive:"
            + new TestImage()
                .layer(
                    "COPY app /app",
                    f ->
                        npm(f, "lodash", "4.17.15")
                            .file("app/node_modules/new/package.json", 0644, pkg("new", "2.0.0"))
                            .file("app/start", 0755, "#!/bin/sh\n"))
                .config(
                    "{\"Cmd\":[\"start\"],\"Env\":[\"SECRET=two\",\"B=1\"],"
                        + "\"ExposedPorts\":{\"8080/tcp\":{}}}")
                .save(folder.resolve("after.tar"));
  }

  private static TestImage.LayerFiles npm(TestImage.LayerFiles files, String name, String version) {
    return files.file("app/node_modules/" + name + "/package.json", 0644, pkg(name, version));
  }

  private static String pkg(String name, String version) {
    return "{\"name\":\"" + name + "\",\"version\":\"" + version + "\"}";
  }

  private Run diff(Language language, String... words) {
    var all = new java.util.ArrayList<String>();
    all.add("diff");
    all.add("--offline");
    all.add("--no-cache");
    all.addAll(java.util.List.of(words));
    return Run.bw(language, "", all.toArray(String[]::new));
  }

  private String plain(String text) {
    return text.replace(folder.toString(), "");
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH, diff-english.txt", "CHINESE, diff-chinese.txt"})
  void theTableIsWhatItShouldBe(Language language, String golden) throws Exception {
    Run run = diff(language, before, after);
    assertThat(run.err()).isEmpty();
    Golden.check(golden, plain(run.out()));
    assertThat(run.out()).doesNotContain("one", "two");
  }

  @Test
  void theDocumentIsWhatItShouldBe() throws Exception {
    Golden.check("diff.json", plain(diff(Language.ENGLISH, "-f", "json", before, after).out()));
  }

  @Test
  void worseEndsWithTwoAndBetterWithNone() {
    assertThat(diff(Language.ENGLISH, before, after).code()).isEqualTo(2);
    assertThat(diff(Language.ENGLISH, after, before).code()).isZero();
    assertThat(diff(Language.ENGLISH, before, after, "--fail-on", "critical").code()).isZero();
    Run same = diff(Language.ENGLISH, before, before);
    assertThat(same.code()).isZero();
    assertThat(same.out()).contains("No difference.");
  }

  @Test
  void aReportStandsForItsImage() throws Exception {
    String report = folder.resolve("report.json").toString();
    Run.bw("scan", "--offline", "--no-cache", "--output", "json=" + report, before);
    Run run = diff(Language.ENGLISH, report, after);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("lodash", "4.17.21 → 4.17.15").doesNotContain("/app/run");
    Files.writeString(Path.of(report), "{\"schemaVersion\":\"2.0\"}");
    Run other = diff(Language.ENGLISH, report, after);
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.err()).contains("no report of bw scan");
  }

  @Test
  void bothSidesAreNeeded() {
    Run run = diff(Language.ENGLISH, before);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("B");
  }
}
