package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Language;
import io.breakwater.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code bw db coverage} from its arguments to its output. */
class CoverageTest {
  private static final String PLUGIN = "var/www/wp-content/plugins/forms/forms.php";

  @TempDir Path folder;
  private String image = "";
  private String database = "";

  @BeforeEach
  void anImageOfAnOldReleaseAndTwoFeeds() throws Exception {
    image = "docker-archive:" + anImage().save(folder.resolve("image.tar"));
    Path feeds = Files.createDirectory(folder.resolve("feeds"));
    feed(feeds, "GHSA-aaaa", "npm", "lodash");
    feed(feeds, "MAL-2024-1", "npm", "lodahs");
    feed(feeds, "DSA-1-1", "Debian:10", "openssl");
    database = folder.resolve("advisories.db").toString();
    assertThat(Run.bw("db", "import", "-q", "--db", database, feeds.toString()).code()).isZero();
  }

  private static TestImage anImage() {
    return new TestImage()
        .layer(
            "ADD rootfs.tar /",
            f -> {
              f.file("etc/os-release", 0644, "ID=debian\nVERSION_ID=\"10\"\nNAME=\"Debian\"\n");
              f.file("var/lib/dpkg/status", 0644, installed("openssl") + installed("python3-six"));
              f.file("var/lib/dpkg/info/python3-six.list", 0644, "/" + metadata("six") + "\n");
              f.file(metadata("six"), 0644, "Metadata-Version: 2.1\nName: six\nVersion: 1.12.0\n");
            })
        .layer(
            "COPY app /app",
            f -> {
              f.file("app/node_modules/lodash/package.json", 0644, manifest("lodash"));
              f.file(local("django"), 0644, "Metadata-Version: 2.1\nName: Django\nVersion: 2.2\n");
              f.file(PLUGIN, 0644, "<?php\n/*\nPlugin Name: Forms\nVersion: 1.2\n*/\n");
            });
  }

  private static String installed(String name) {
    return "Package: "
        + name
        + "\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1.1.1-1\n\n";
  }

  private static String metadata(String name) {
    return "usr/lib/python3/dist-packages/" + name + "-1.12.0.dist-info/METADATA";
  }

  private static String local(String name) {
    return "usr/local/lib/python3.7/site-packages/" + name + "-2.2.dist-info/METADATA";
  }

  private static String manifest(String name) {
    return "{\"name\":\"" + name + "\",\"version\":\"4.17.15\"}";
  }

  private static void feed(Path feeds, String id, String ecosystem, String name) throws Exception {
    Files.writeString(
        feeds.resolve(id + ".json"),
        """
        {"id":"%s","modified":"2024-05-06T00:00:00Z","affected":[{"package":
         {"ecosystem":"%s","name":"%s"},"ranges":[{"type":"ECOSYSTEM","events":
         [{"introduced":"0"},{"fixed":"1"}]}]}]}
        """
            .formatted(id, ecosystem, name));
  }

  private Run coverage(Language language, String... more) {
    var words = new java.util.ArrayList<>(java.util.List.of("db", "coverage", "--offline"));
    words.addAll(java.util.List.of("--no-cache", "--db", database, image));
    words.addAll(java.util.List.of(more));
    return Run.bw(language, "", words.toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource
  void theTableIsWhatItShouldBe(Language language) throws Exception {
    Run run = coverage(language);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    String name = "coverage-" + language.name().toLowerCase(Locale.ROOT) + ".txt";
    Golden.check(name, run.out().replace(image, "docker-archive:image.tar"));
    assertThat(run.out().lines()).allSatisfy(l -> assertThat(Cells.width(l)).isLessThan(101));
  }

  @Test
  void theDocumentIsWhatItShouldBe() throws Exception {
    Run run = coverage(Language.ENGLISH, "--format", "json");
    Json.Obj document = Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
    String text =
        run.out()
            .replace(image, "docker-archive:image.tar")
            .replace(document.text("database"), "sha256:…");
    Golden.check("coverage.json", text);
    assertThat(document.objects("components")).hasSize(6);
  }
}
