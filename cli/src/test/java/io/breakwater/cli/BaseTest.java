package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Language;
import io.breakwater.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bw base}, and what a scan makes of base images. */
class BaseTest {
  private static final String PACKAGE =
      "Package: bash\nStatus: install ok installed\nArchitecture: amd64\nVersion: 5.2-1\n\n";

  @TempDir Path folder;
  private String base = "";
  private String app = "";
  private String bases = "";
  private String cache = "";

  @BeforeEach
  void anImageAndItsBase() throws Exception {
    base = "docker-archive:" + baseImage().save(folder.resolve("base.tar"));
    app = "docker-archive:" + appImage("{}").save(folder.resolve("app.tar"));
    bases = folder.resolve("data/bases.jsonl").toString();
    cache = folder.resolve("cache").toString();
  }

  private static TestImage baseImage() {
    return new TestImage()
        .layer("ADD rootfs.tar /", f -> f.file("var/lib/dpkg/status", 0644, PACKAGE))
        .layer("RUN setup", f -> f.file("etc/os-release", 0644, "ID=debian\nVERSION_ID=12\n"));
  }

  private static TestImage appImage(String config) {
    return baseImage()
        .layer(
            "COPY app /app",
            f ->
                f.file(
                    "app/node_modules/lodash/package.json",
                    0644,
                    "{\"name\":\"lodash\",\"version\":\"4.17.15\"}"))
        .config(config);
  }

  private Json.Obj scan(String image) throws Exception {
    Run run =
        Run.bw("scan", "--offline", "--cache", cache, "--bases", bases, "--format", "json", image);
    assertThat(run.code()).as(run.err()).isZero();
    ReportSchemaTest.check(run.out());
    return Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> origins(Json.Obj report) {
    return report.objects("components").stream()
        .map(c -> c.text("name") + " " + c.text("origin"))
        .toList();
  }

  @Test
  void aDeclaredBaseIsFoundByItsLayers() throws Exception {
    assertThat(scan(app).get("image.base")).isEmpty();
    assertThat(origins(scan(app))).containsExactly("bash unknown", "lodash unknown");
    Run added = Run.bw("base", "add", base, "--name", "corp/debian:12", "--bases", bases);
    assertThat(added.code()).as(added.err()).isZero();
    assertThat(added.out()).contains("corp/debian:12").contains("2 layers");
    Json.Obj report = scan(app);
    Json.Obj found = report.object("image").object("base");
    assertThat(found.text("name")).isEqualTo("corp/debian:12");
    assertThat(found.text("reason")).isEqualTo("declared");
    assertThat(found.text("confidence")).isEqualTo("high");
    assertThat(found.number("layers")).hasValue(2);
    assertThat(origins(report)).containsExactly("bash base", "lodash own");
    assertThat(report.object("image").objects("layers").stream().map(l -> l.isTrue("base")))
        .containsExactly(true, true, false);
  }

  @Test
  void anImageThatWasScannedIsFoundAndNeverItself() throws Exception {
    scan(base);
    assertThat(scan(base).object("image").get("base")).isEmpty();
    Json.Obj report = scan(app);
    Json.Obj found = report.object("image").object("base");
    assertThat(found.text("name")).isEqualTo(base);
    assertThat(found.text("reason")).isEqualTo("scanned");
    assertThat(found.text("confidence")).isEqualTo("medium");
    assertThat(origins(report)).containsExactly("bash base", "lodash own");
    assertThat(scan(app).object("image").object("base").text("name")).isEqualTo(base);
  }

  @Test
  void aDeclaredNameMakesAScannedImageABase() throws Exception {
    scan(base);
    assertThat(Run.bw("base", "add", "--name", base, "--bases", bases).code()).isZero();
    assertThat(scan(app).object("image").object("base").text("reason")).isEqualTo("declared");
  }

  @Test
  void whatTheImageSaysOfItselfComesAfterItsLayers() throws Exception {
    String labels =
        "{\"Labels\":{\"org.opencontainers.image.base.name\":\"docker.io/library/debian:12\"}}";
    app = "docker-archive:" + appImage(labels).save(folder.resolve("labelled.tar"));
    Json.Obj found = scan(app).object("image").object("base");
    assertThat(found.text("name")).isEqualTo("docker.io/library/debian:12");
    assertThat(found.text("reason")).isEqualTo("label");
    scan(base);
    Run run = Run.bw("base", "detect", "--cache", cache, "--bases", bases, app);
    Golden.check("base-detect.txt", run.out().replace(folder.toString(), ""));
    Run chinese =
        Run.bw(Language.CHINESE, "", "base", "detect", "--cache", cache, "--bases", bases, app);
    Golden.check("base-detect-chinese.txt", chinese.out().replace(folder.toString(), ""));
    Run json = Run.bw("base", "detect", "-f", "json", "--cache", cache, "--bases", bases, app);
    assertThat(json.out()).contains("\"reason\": \"scanned\"").contains("\"reason\": \"label\"");
  }

  @Test
  void historyIsTheLastResort() throws Exception {
    TestImage image =
        new TestImage()
            .layer("ADD rootfs.tar /", f -> f.file("etc/a", 0644, "a"))
            .step("CMD [\\\"bash\\\"]")
            .layer("COPY app /app", f -> f.file("app/b", 0644, "b"));
    Path file = image.save(folder.resolve("history.tar"));
    Json.Obj found = scan("docker-archive:" + file).object("image").object("base");
    assertThat(found.text("reason")).isEqualTo("history");
    assertThat(found.text("confidence")).isEqualTo("low");
    assertThat(found.number("layers")).hasValue(1);
  }

  @Test
  void basesAreListedAndRemoved() throws Exception {
    assertThat(Run.bw("base", "list", "--bases", bases).out()).contains("bw base add");
    Run.bw("base", "add", base, "--name", "a \"quoted\" ü name", "--bases", bases);
    Run.bw("base", "add", "--name", "debian:12", "--bases", bases);
    assertThat(Files.readAllLines(Path.of(bases))).hasSize(2);
    assertThat(Run.bw("base", "list", "--bases", bases).out())
        .contains("a \"quoted\" ü name")
        .contains("name only");
    assertThat(Run.bw("base", "list", "-f", "json", "--bases", bases).out()).contains("sha256:");
    assertThat(Run.bw("base", "remove", "debian:12", "--bases", bases).code()).isZero();
    assertThat(Run.bw("base", "list", "--bases", bases).out()).doesNotContain("debian:12");
    Run unknown = Run.bw("base", "remove", "debian:12", "--bases", bases);
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("debian:12").contains("quoted");
  }

  @Test
  void whatHasNoLayersIsNoBase() {
    Run run = Run.bw("base", "add", "dir:" + folder, "--bases", bases);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("root file system");
  }
}
