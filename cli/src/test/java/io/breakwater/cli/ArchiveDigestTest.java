package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar that was renamed and lost its manifest is still the one whose SHA-1 a record names. */
class ArchiveDigestTest {
  @TempDir Path work;

  private static byte[] zip(String name, byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return out.toByteArray();
  }

  private void record(String id, String algorithm, byte[] jar) throws Exception {
    byte[] hash = MessageDigest.getInstance(algorithm).digest(jar);
    String name =
        algorithm.replace("-", "").toLowerCase(java.util.Locale.ROOT)
            + ":"
            + HexFormat.of().formatHex(hash);
    Path feed = Files.createDirectories(work.resolve("feed"));
    Files.writeString(
        feed.resolve(id + ".json"),
        """
        {"schema_version": "1.6.0", "id": "%s", "modified": "2026-01-02T00:00:00Z",
         "affected": [{"package": {"ecosystem": "digest", "name": "%s"},
           "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]}]}
        """
            .formatted(id, name));
  }

  @Test
  void renamedAndNestedJarsAreFoundByTheirDigests() throws Exception {
    byte[] plain = zip("shop/Poisoned.class", new byte[] {1});
    byte[] nested = zip("shop/Nested.class", new byte[] {2});
    byte[] other = zip("shop/Other.class", new byte[] {3});
    record("CVE-2024-0001", "SHA-1", plain);
    record("CVE-2024-0002", "SHA-256", nested);
    String image =
        "docker-archive:"
            + new TestImage()
                .layer(
                    "COPY . /app",
                    files -> {
                      files.file("app/a.jar", 0644, plain);
                      files.file("app/c-1.0.jar", 0644, other);
                    })
                .layer(
                    "COPY cart.war /app",
                    files -> {
                      try {
                        files.file("app/cart.war", 0644, zip("WEB-INF/lib/b.jar", nested));
                      } catch (IOException memoryNeverFails) {
                        throw new java.io.UncheckedIOException(memoryNeverFails);
                      }
                    })
                .save(work.resolve("image.tar"));
    String database = work.resolve("a.db").toString();
    Run made = Run.bw("db", "import", work.resolve("feed").toString(), "--db", database, "--quiet");
    assertThat(made.code()).as(made.err()).isZero();

    Run run =
        Run.bw(
            "scan",
            image,
            "--db",
            database,
            "--scanners",
            "vuln",
            "--no-cache",
            "--format",
            "json",
            "--quiet");
    assertThat(run.code()).as(run.err()).isZero();
    List<Json.Obj> findings =
        Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8)).objects("findings");
    assertThat(findings.stream().map(f -> f.text("id") + " " + f.object("location").text("path")))
        .containsExactlyInAnyOrder(
            "CVE-2024-0001 /app/a.jar", "CVE-2024-0002 /app/cart.war!/WEB-INF/lib/b.jar");

    Run why = Run.bw("why", "CVE-2024-0001", image, "--db", database, "--no-cache", "--quiet");
    assertThat(why.out()).as(why.err()).contains("sha1:");

    Run without = Run.bw("scan", image, "--no-cache", "--format", "json", "--quiet", "--offline");
    assertThat(without.out()).contains("/app/a.jar").doesNotContain("sha1:");
  }
}
