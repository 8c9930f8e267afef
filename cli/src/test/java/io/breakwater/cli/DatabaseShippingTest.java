package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.testing.TinyFeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases on their way: exported, pushed, pulled, compared, counted. */
class DatabaseShippingTest {
  @TempDir Path work;

  private String path(String name) {
    return work.resolve(name).toString();
  }

  private Run bw(String... words) {
    return Run.bw(words);
  }

  private void good(String... words) {
    Run run = bw(words);
    assertThat(run.code()).as(run.err()).isZero();
  }

  @BeforeEach
  void makeDatabases() throws IOException {
    Path first = Files.createDirectories(work.resolve("first"));
    Files.writeString(first.resolve("1.json"), TinyFeeds.osv("CVE-2024-1234", "1.1.1"));
    Files.writeString(first.resolve("2.json"), TinyFeeds.osv("GHSA-aaaa-bbbb-cccc", "1.1.1"));
    Files.writeString(first.resolve("3.json"), TinyFeeds.osv("GHSA-dddd-bbbb-cccc", "1.1.1"));
    good("db", "import", path("first"), "--db", path("a.db"), "--quiet");
    Files.writeString(first.resolve("2.json"), TinyFeeds.osv("GHSA-aaaa-bbbb-cccc", "2.2.2"));
    Files.writeString(first.resolve("3.json"), TinyFeeds.osv("GHSA-eeee-bbbb-cccc", "1.1.1"));
    Files.writeString(first.resolve("kev.json"), TinyFeeds.KEV);
    good("db", "import", path("first"), "--db", path("b.db"), "--quiet");
  }

  @Test
  void aDiffTellsWhatCameWentAndChanged() throws IOException {
    Golden.check("db-diff.txt", bw("db", "diff", path("a.db"), path("b.db")).out());
    Golden.check(
        "db-diff.json", bw("db", "diff", path("a.db"), path("b.db"), "--format", "json").out());
  }

  @Test
  void statsCountByProviderAndEcosystem() throws IOException {
    Golden.check("db-stats.txt", bw("db", "stats", "--db", path("b.db")).out());
    Golden.check(
        "db-stats.json", bw("db", "stats", "--db", path("b.db"), "--format", "json").out());
  }

  @Test
  void whatIsExportedIsImportedAsItWas() throws Exception {
    for (String name : List.of("x.tar.zst", "x.tar.gz")) {
      good("db", "export", path(name), "--db", path("b.db"), "--feeds", path("none"));
      good("db", "import", path(name), "--db", path("c.db"));
      assertThat(work.resolve("c.db")).hasSameBinaryContentAs(work.resolve("b.db"));
      byte[] bytes = Files.readAllBytes(work.resolve(name));
      Files.write(work.resolve("cut-" + name), Arrays.copyOf(bytes, bytes.length * 2 / 3));
      Run cut = bw("db", "import", path("cut-" + name), "--db", path("c.db"));
      assertThat(cut.code()).isEqualTo(1);
      assertThat(work.resolve("c.db")).hasSameBinaryContentAs(work.resolve("b.db"));
    }
    Path out = Files.createDirectory(work.resolve("out"));
    run("tar", "-xzf", path("x.tar.gz"), "-C", out.toString());
    run("sh", "-c", "cd " + out + "/breakwater-database && sha256sum -c SHA256SUMS");
    assertThat(bw("db", "export", path("x.zip"), "--db", path("b.db")).code()).isEqualTo(1);
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Run run = Processes.run(List.of(command), Map.of());
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    return run.out();
  }

  @Test
  void aDatabaseGoesThroughARegistryAndOnlyTheRightKeyOpensIt() throws Exception {
    TestRegistry.need("openssl");
    run("openssl", "genpkey", "-algorithm", "ed25519", "-out", path("ed.key"));
    run("openssl", "pkey", "-in", path("ed.key"), "-pubout", "-out", path("ed.pub"));
    run(
        "openssl",
        "genpkey",
        "-algorithm",
        "EC",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-out",
        path("ec.key"));
    run("openssl", "pkey", "-in", path("ec.key"), "-pubout", "-out", path("ec.pub"));
    try (var registry = TestRegistry.start(work)) {
      String host = registry.host();
      String name = host + "/bw/db:latest";
      good("db", "push", name, "--db", path("b.db"));
      good("db", "pull", name, "--db", path("c.db"));
      assertThat(work.resolve("c.db")).hasSameBinaryContentAs(work.resolve("b.db"));
      Run again = bw("db", "pull", name, "--db", path("c.db"));
      assertThat(again.out()).contains("already");
      Run unsigned = bw("db", "pull", name, "--verify-key", path("ec.pub"), "--db", path("d"));
      assertThat(unsigned.code()).isEqualTo(1);
      assertThat(unsigned.err()).contains("not signed");

      good("db", "push", name, "--db", path("b.db"), "--sign-key", path("ec.key"));
      Run other = bw("db", "pull", name, "--verify-key", path("ed.pub"), "--db", path("d"));
      assertThat(other.code()).isEqualTo(1);
      assertThat(other.err()).contains("by this key");
      assertThat(work.resolve("d")).doesNotExist();
      good("db", "push", name, "--db", path("b.db"), "--sign-key", path("ed.key"));
      for (String key : List.of("ec.pub", "ed.pub")) {
        good("db", "pull", name, "--verify-key", path(key), "--db", path("db-" + key));
        assertThat(work.resolve("db-" + key)).hasSameBinaryContentAs(work.resolve("b.db"));
      }

      // a signature of another manifest does not count
      good("db", "push", host + "/bw/db:old", "--db", path("a.db"));
      Run replayed =
          bw("db", "pull", host + "/bw/db:old", "--verify-key", path("ec.pub"), "--db", "x");
      assertThat(replayed.err()).contains("not signed");
      skopeoReadsIt(name, host);
    }
  }

  private void skopeoReadsIt(String name, String host) throws Exception {
    TestRegistry.need("skopeo");
    String raw = run("skopeo", "inspect", "--tls-verify=false", "--raw", "docker://" + name);
    assertThat(raw).contains("application/vnd.breakwater.db.v1", "io.breakwater.db.digest");
    run(
        "skopeo",
        "--insecure-policy",
        "copy",
        "-q",
        "--preserve-digests",
        "--src-tls-verify=false",
        "--dest-tls-verify=false",
        "docker://" + name,
        "docker://" + host + "/copy/db:1");
    good("db", "pull", host + "/copy/db:1", "--db", path("copied.db"));
    assertThat(work.resolve("copied.db")).hasSameBinaryContentAs(work.resolve("b.db"));
  }

  @Test
  void aKeyThatIsNoneIsToldBeforeAnythingIsSent() throws IOException {
    Files.writeString(work.resolve("bad.key"), "-----BEGIN PRIVATE KEY-----\nAAAA\n");
    Run run =
        bw("db", "push", "localhost:1/x", "--db", path("b.db"), "--sign-key", path("bad.key"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("BEGIN PRIVATE KEY");
  }
}
