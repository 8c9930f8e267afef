package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bw lint}: its outputs, exit codes and what it writes. */
class LintTest {
  private static final String SHOP =
      """
      # syntax=docker/dockerfile:1
      FROM node:latest as Build
      MAINTAINER Jane <jane@example.com>
      ENV API_TOKEN abc
      WORKDIR app
      ADD . /app
      COPY .env /app/
      EXPOSE 22 8080/TCP
      CMD node server.js
      """;

  @TempDir private Path folder;

  @Test
  void theDocumentsAreAsTheyShouldBe() throws IOException {
    Golden.check("lint-english.txt", Run.bw(Language.ENGLISH, SHOP, "lint", "-").out());
    Golden.check("lint-chinese.txt", Run.bw(Language.CHINESE, SHOP, "lint", "-").out());
    Golden.check("lint.json", Run.bw(Language.ENGLISH, SHOP, "lint", "-f", "json", "-").out());
    Golden.check("lint.sarif", Run.bw(Language.ENGLISH, SHOP, "lint", "-f", "sarif", "-").out());
  }

  @Test
  void aGateRefusesWhatIsAsBadAsItsThreshold() {
    assertThat(Run.bw(Language.ENGLISH, SHOP, "lint", "-").code()).isZero();
    assertThat(Run.bw(Language.ENGLISH, SHOP, "lint", "--fail-on", "high", "-").code())
        .isEqualTo(2);
    assertThat(Run.bw(Language.ENGLISH, SHOP, "lint", "--fail-on", "critical", "-").code())
        .isZero();
  }

  @Test
  void aFileThatCannotBeReadIsOneLineWithItsPlace() throws IOException {
    Path bad = Files.writeString(folder.resolve("Dockerfile"), "FROM a\nENV PATH\n");
    Run run = Run.bw("lint", bad.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("bw: " + bad + ":2:5: ");
    Files.write(bad, new byte[] {0x46, 0, (byte) 0xff});
    assertThat(Run.bw("lint", bad.toString()).err()).contains("Dockerfile:1:1: this is no text");
  }

  @Test
  void aFolderIsSearchedWithoutFollowingLinks() throws IOException {
    Files.createDirectories(folder.resolve("a/node_modules"));
    Files.writeString(folder.resolve("a/Dockerfile.dev"), "FROM x\n");
    Files.writeString(folder.resolve("a/app.dockerfile"), "FROM x\n");
    Files.writeString(folder.resolve("a/values.yaml"), "image: x\n");
    Files.writeString(folder.resolve("a/node_modules/Dockerfile"), "FROM x\n");
    Path outside = Files.writeString(folder.resolve("outside"), "FROM x\n");
    Files.createSymbolicLink(folder.resolve("a/Dockerfile"), outside);
    String out = Run.bw("lint", folder.resolve("a").toString()).out();
    assertThat(out).contains("Dockerfile.dev:1:1", "app.dockerfile:1:1").contains("2 of 2 files");
    Files.createDirectories(folder.resolve("empty"));
    assertThat(Run.bw("lint", folder.resolve("empty").toString()).code()).isEqualTo(1);
  }

  @Test
  void fixesAreWrittenAndTheRestIsReported() throws IOException {
    Path file = Files.writeString(folder.resolve("Dockerfile"), SHOP);
    Run run = Run.bw("lint", "--fix", file.toString());
    assertThat(run.code()).isZero();
    assertThat(Files.readString(file))
        .contains(
            "FROM node:latest AS build\nLABEL org.opencontainers.image.authors=\"Jane <jane@example.com>\"\n")
        .contains(
            "ENV API_TOKEN=abc\n",
            "COPY . /app\n",
            "EXPOSE 22 8080/tcp\n",
            "CMD [\"node\", \"server.js\"]");
    assertThat(run.out())
        .contains("dockerfile-secret-variable")
        .doesNotContain("dockerfile-maintainer");
    assertThat(Run.bw("lint", "--fix", "-").code()).isEqualTo(1);
  }

  @Test
  void podsAreHeldToAStandard() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: a
        spec:
          hostPID: true
          containers:
          - name: a
            image: a:1
        """;
    Run refused =
        Run.bw(Language.ENGLISH, pod, "lint", "-f", "json", "--pod-security", "baseline", "-");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.out()).contains("\"allowed\": false", "hostNamespaces");
    String fine = pod.replace("  hostPID: true\n", "");
    assertThat(Run.bw(Language.ENGLISH, fine, "lint", "--pod-security", "baseline", "-").code())
        .isZero();
    assertThat(Run.bw("lint", "--pod-security", "none", "-").err()).contains("--pod-security");
  }
}
