package io.breakwater.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.oci.testing.Layers;
import io.breakwater.oci.testing.RealTool;
import io.breakwater.oci.testing.Seen;
import io.breakwater.oci.testing.Tar;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of which archives store only the pieces that are not zero. */
class SparseFileTest {
  private static final String EXPECTED = "abc" + "\0".repeat(7) + "xyz" + "\0".repeat(7);

  @Test
  void gnusOldFormatIsExpanded() throws IOException {
    var header = new Tar.Header("f", 'S', 6).gnu();
    piece(header, 386, 0, 3);
    piece(header, 410, 10, 3);
    header.put(483, "00000000024\0");
    Seen seen = Layers.read(new Tar().add(header, Tar.bytes("abcxyz")).file("after", "1").end());
    assertThat(seen.contents).containsEntry("f", EXPECTED).containsEntry("after", "1");
    assertThat(seen.heads).containsEntry("f", EXPECTED);
    assertThat(seen.entry("f").size()).isEqualTo(20);
  }

  private static void piece(Tar.Header header, int at, long offset, long length) {
    header.put(at, "%011o\0".formatted(offset)).put(at + 12, "%011o\0".formatted(length));
  }

  @Test
  void paxFormat00IsExpanded() throws IOException {
    assertExpanded(
        new Tar()
            .pax(
                "GNU.sparse.size=20",
                "GNU.sparse.numblocks=2",
                "GNU.sparse.offset=0",
                "GNU.sparse.numbytes=3",
                "GNU.sparse.offset=10",
                "GNU.sparse.numbytes=3")
            .file("f", "abcxyz"));
  }

  @Test
  void paxFormat01IsExpanded() throws IOException {
    assertExpanded(
        new Tar()
            .pax("GNU.sparse.size=20", "GNU.sparse.map=0,3,10,3", "GNU.sparse.name=f")
            .file("GNUSparseFile.1/f", "abcxyz"));
  }

  @Test
  void paxFormat10IsExpanded() throws IOException {
    String map = "2\n0\n3\n10\n3\n";
    assertExpanded(
        new Tar()
            .pax(
                "GNU.sparse.major=1",
                "GNU.sparse.minor=0",
                "GNU.sparse.name=f",
                "GNU.sparse.realsize=20")
            .file("GNUSparseFile.1/f", map + "\0".repeat(512 - map.length()) + "abcxyz"));
  }

  private static void assertExpanded(Tar tar) throws IOException {
    Seen seen = Layers.read(tar.file("after", "1").end());
    assertThat(seen.contents).containsEntry("f", EXPECTED).containsEntry("after", "1");
    assertThat(seen.notes).isEmpty();
  }

  @Test
  void anEnormousHoleCostsNoMemory() throws IOException {
    var header = new Tar.Header("lastlog", 'S', 3).gnu();
    long size = 1L << 60;
    piece(header, 386, 5, 3);
    byte[] field = new byte[12];
    for (int i = 0; i < 8; i++) field[4 + i] = (byte) (size >> (56 - 8 * i));
    field[0] = (byte) 0x80;
    header.put(483, field);
    Seen seen =
        Layers.read(new Tar().add(header, Tar.bytes("abc")).file("z", "1").end(), _ -> false);
    assertThat(seen.entry("lastlog").size()).isEqualTo(size);
    assertThat(seen.heads.get("lastlog")).startsWith("\0".repeat(5) + "abc").hasSize(Head.MAX);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GNU.sparse.map=0,3,2,3", // pieces overlap
        "GNU.sparse.map=10,3,0,3", // out of order
        "GNU.sparse.map=0,3,18,3", // over the end
        "GNU.sparse.map=0,9,10,9", // more than is stored
        "GNU.sparse.map=0,-3",
        "GNU.sparse.map=0,9223372036854775807,1,9223372036854775807",
        "GNU.sparse.map=1,2,3",
        "GNU.sparse.map=,",
      })
  void mapsThatLieEndTheLayerWithALine(String map) throws IOException {
    Seen seen =
        Layers.read(
            new Tar().file("a", "1").pax("GNU.sparse.size=20", map).file("f", "abcxyz").end());
    assertThat(seen.paths()).containsExactly("a");
    assertThat(seen.notes).containsExactly("/ MALFORMED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--format=gnu",
        "--format=posix --sparse-version=0.0",
        "--format=posix --sparse-version=0.1",
        "--format=posix --sparse-version=1.0"
      })
  void whatGnuTarWritesIsReadBack(String format, @TempDir Path folder) throws Exception {
    RealTool tar = RealTool.named("tar");
    Path file = folder.resolve("holes");
    try (var out = new RandomAccessFile(file.toFile(), "rw")) {
      for (int i = 0; i < 60; i++) {
        out.seek(i * 40_960L + 8192);
        out.write(("piece " + i).getBytes(StandardCharsets.US_ASCII));
      }
      out.setLength(3_000_000);
    }
    Path archive = folder.resolve("a.tar");
    String options = "--sparse " + format + " -cf " + archive + " -C " + folder + " holes";
    tar.run(options.split(" "));
    assertThat(Files.size(archive)).isLessThan(2_000_000);
    Seen seen = Layers.read(Files.readAllBytes(archive));
    assertThat(seen.contentOf("holes"))
        .isEqualTo(Files.readString(file, StandardCharsets.ISO_8859_1));
  }
}
