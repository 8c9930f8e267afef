package io.breakwater.inspect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.breakwater.model.Finding;
import io.breakwater.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks a real clamd, with signatures made here; skipped where it is not installed. */
class ClamdTest {
  @TempDir static Path folder;
  private static @Nullable Process daemon;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> clamd =
        List.of("/usr/sbin/clamd", "/usr/bin/clamd", "/usr/local/sbin/clamd").stream()
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(clamd.isPresent(), "clamd is not installed");
    Path database = Files.createDirectory(folder.resolve("db"));
    Files.writeString(
        database.resolve("own.ndb"),
        "Test.Eicar:0:*:" + hex(eicar()) + "\nTest.Second:0:*:" + hex("second bad file") + "\n");
    Path config =
        Files.writeString(
            folder.resolve("clamd.conf"),
            """
            Foreground yes
            DatabaseDirectory %s
            LocalSocket %s
            StreamMaxLength 2M
            MaxThreads 2
            """
                .formatted(database, socket()));
    daemon =
        new ProcessBuilder(clamd.get().toString(), "--config-file", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    for (int i = 0; i < 600 && !Files.exists(socket()) && daemon.isAlive(); i++) Thread.sleep(100);
    assumeTrue(Files.exists(socket()), () -> "clamd did not start: " + log());
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (daemon == null) return;
    daemon.destroy();
    if (!daemon.waitFor(20, TimeUnit.SECONDS)) daemon.destroyForcibly();
  }

  @Test
  void findsWhatTheDaemonKnowsInFilesAndArchives() throws Exception {
    Signatures signatures = signatures();
    assertThat(found(signatures, "opt/a.com", eicar().getBytes(US_ASCII)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.evidence()).startsWith("Test.Eicar"));
    assertThat(found(signatures, "b", "the second bad file".getBytes(UTF_8))).hasSize(1);
    byte[] zip = SignaturesTest.zip("in/it.com", eicar().getBytes(US_ASCII));
    assertThat(found(signatures, "c.zip", zip)).hasSize(1);
    assertThat(found(signatures, "d", "nothing bad".getBytes(UTF_8))).isEmpty();
  }

  @Test
  void aFileThatIsTooLargeForTheDaemonIsNotAnalysed() throws Exception {
    Inspection.Outcome outcome = SignaturesTest.inspect(signatures(), "big", new byte[9 << 20]);
    assertThat(outcome.notAnalysed())
        .singleElement()
        .satisfies(note -> assertThat(note.detail()).contains("StreamMaxLength"));
  }

  @Test
  void aDaemonThatIsNotThereIsAnError() {
    String address = "unix:" + folder.resolve("none");
    assertThatThrownBy(() -> Signatures.NONE.withClamd(address))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(address);
  }

  private static Signatures signatures() throws IOException {
    return Signatures.NONE.withClamd("unix:" + socket()).orElseThrow();
  }

  private static List<Finding.OfCheck> found(Signatures signatures, String path, byte[] file)
      throws IOException {
    return SignaturesTest.inspect(signatures, path, file).findings().stream()
        .filter(finding -> finding.id().equals("antivirus-match"))
        .toList();
  }

  private static Path socket() {
    return folder.resolve("s");
  }

  private static String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException none) {
      return "";
    }
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(US_ASCII));
  }

  /** The test file of the antivirus makers, put together here so that no file holds it. */
  private static String eicar() {
    return "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$" + "H+H*";
  }
}
