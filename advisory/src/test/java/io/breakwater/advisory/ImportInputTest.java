package io.breakwater.advisory;

import static io.breakwater.advisory.TestFeeds.affected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import io.breakwater.advisory.ImportSummary.Recognised;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders and archives of feeds. */
class ImportInputTest {
  private static final byte[] RECORD =
      TestFeeds.osv("A-1", Map.of(), affected("npm", "a", "introduced 0"))
          .getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  private interface Wrapper {
    OutputStream around(OutputStream out) throws IOException;
  }

  @Test
  void feedsAreFoundInArchivesOfAllKinds() throws IOException {
    byte[] tar = tar("deep/er/A-1.json", RECORD);
    assertFound("plain.json", RECORD);
    assertFound("a.json.gz", packed(RECORD, GZIPOutputStream::new));
    assertFound("a.jsonl.zst", packed(RECORD, ZstdOutputStream::new));
    assertFound("a.tar", tar);
    assertFound("a.tar.gz", packed(tar, GZIPOutputStream::new));
    assertFound("a.tar.zst", packed(tar, ZstdOutputStream::new));
    assertFound("a.zip", zip("x/A-1.json", RECORD));
    assertFound("nested.zip", zip("all.tar.gz", packed(tar, GZIPOutputStream::new)));
  }

  @Test
  void longNamesInArchivesAreRead() throws IOException {
    String name = "n".repeat(150) + "/A-1.json";
    var pax = new ByteArrayOutputStream();
    String record = "%d path=%s\n".formatted(name.length() + 10, name);
    pax.write(tarEntry("pax", 'x', record.getBytes(StandardCharsets.UTF_8)));
    pax.write(tarEntry("short", '0', RECORD));
    pax.write(new byte[1024]);
    assertFound("pax.tar", pax.toByteArray());
  }

  private void assertFound(String name, byte[] content) throws IOException {
    Path input = folder.resolve(name);
    Files.write(input, content);
    ImportSummary summary =
        DatabaseImport.run(List.of(input), folder.resolve("db"), ImportListener.NONE);
    assertThat(summary.inputs().getFirst().feeds())
        .as(name)
        .containsExactly(new Recognised("OSV", 1, 1));
  }

  @Test
  void archivesInArchivesEnd() throws IOException {
    byte[] bytes = tar("A-1.json", RECORD);
    for (int i = 0; i < 8; i++) bytes = zip("inner.zip", bytes);
    Path bomb = folder.resolve("bomb.zip");
    Files.write(bomb, bytes);

    assertThatThrownBy(
            () -> DatabaseImport.run(List.of(bomb), folder.resolve("db"), ImportListener.NONE))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.problem().code()).isEqualTo(ProblemCode.FEED_UNREADABLE));
  }

  @Test
  void aDamagedArchiveCostsItsRestAndIsTold() throws IOException {
    byte[] tar = tar("A-1.json", RECORD);
    Path feeds = Files.createDirectories(folder.resolve("feeds"));
    Files.write(feeds.resolve("whole.tar"), tar);
    Files.write(feeds.resolve("cut.tar"), java.util.Arrays.copyOf(tar, 600));
    Files.write(
        feeds.resolve("cut.gz"), java.util.Arrays.copyOf(packed(tar, GZIPOutputStream::new), 40));

    ImportSummary.Input input =
        DatabaseImport.run(List.of(feeds), folder.resolve("db"), ImportListener.NONE)
            .inputs()
            .getFirst();

    assertThat(input.feeds()).containsExactly(new Recognised("OSV", 1, 1));
    assertThat(input.skipped()).isNotEmpty();
  }

  @Test
  void aMissingInputIsAProblem() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(
            () -> DatabaseImport.run(List.of(missing), folder.resolve("db"), ImportListener.NONE))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.problem().code()).isEqualTo(ProblemCode.FILE_MISSING));
  }

  private static byte[] packed(byte[] content, Wrapper wrapper) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream out = wrapper.around(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] tar(String name, byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(tarEntry(name, '0', content));
    out.write(new byte[1024]);
    return out.toByteArray();
  }

  private static byte[] tarEntry(String name, char type, byte[] content) throws IOException {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, "0000644");
    put(header, 124, "%011o".formatted(content.length));
    put(header, 136, "00000000000");
    header[156] = (byte) type;
    put(header, 257, "ustar\00000");
    put(header, 148, "        ");
    int sum = 0;
    for (byte b : header) sum += b & 0xff;
    put(header, 148, "%06o\0 ".formatted(sum));
    var out = new ByteArrayOutputStream();
    out.write(header);
    out.write(content);
    out.write(new byte[(512 - content.length % 512) % 512]);
    return out.toByteArray();
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
