package io.breakwater.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.oci.testing.Layers;
import io.breakwater.oci.testing.Seen;
import io.breakwater.oci.testing.Tar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the entries of a layer's archive are taken for. */
class LayerArchiveTest {
  private static final String LONG = "d/".repeat(120) + "file";

  @Test
  void filesFoldersAndLinksAreToldInOrder() throws IOException {
    Seen seen =
        Layers.read(
            new Tar()
                .folder("etc/")
                .file("etc/hostname", "box\n")
                .symlink("etc/mtab", "../proc/self/mounts")
                .hardLink("etc/name", "etc/hostname")
                .entry("dev/null", '6')
                .end());
    assertThat(seen.paths())
        .containsExactly(
            "DIRECTORY etc",
            "etc/hostname",
            "SYMLINK etc/mtab",
            "HARD_LINK etc/name",
            "SPECIAL dev/null");
    assertThat(seen.entry("etc/mtab").linkTarget()).isEqualTo("../proc/self/mounts");
    assertThat(seen.entry("etc/name").linkTarget()).isEqualTo("etc/hostname");
    assertThat(seen.contents).containsEntry("etc/hostname", "box\n");
    assertThat(seen.notes).isEmpty();
  }

  @Test
  void modeOwnerAndSizeAreTold() throws IOException {
    var header = new Tar.Header("bin/su", '0', 3).mode(04755);
    header.put(108, "0001750\0").put(116, "0000144\0");
    FileEntry su = Layers.read(new Tar().add(header, Tar.bytes("ELF")).end()).entry("bin/su");
    assertThat(su.mode()).isEqualTo(04755);
    assertThat(su.uid()).isEqualTo(1000);
    assertThat(su.gid()).isEqualTo(100);
    assertThat(su.size()).isEqualTo(3);
    assertThat(su.executable()).isTrue();
  }

  @Test
  void headsAreTheFirstBytesAndNoMore() throws IOException {
    String big = "x".repeat(5000);
    Seen seen = Layers.read(new Tar().file("a", "ab").file("b", "").file("c", big).end());
    assertThat(seen.heads).containsEntry("a", "ab").containsEntry("b", "");
    assertThat(seen.heads.get("c")).hasSize(Head.MAX);
    assertThat(seen.contents).containsEntry("c", big).containsEntry("b", "");
  }

  @Test
  void namesLoseLeadingSlashesAndDots() throws IOException {
    Seen seen =
        Layers.read(
            new Tar()
                .folder("./")
                .file("./etc//passwd", "1")
                .file("/etc/shadow", "2")
                .file("a/./b/../c", "3")
                .end());
    assertThat(seen.paths()).containsExactly("DIRECTORY ", "etc/passwd", "etc/shadow", "a/c");
    assertThat(seen.notes).isEmpty();
  }

  @Test
  void aNameThatLeavesTheRootStaysInsideAndIsReported() throws IOException {
    Seen seen =
        Layers.read(
            new Tar()
                .file("../../etc/passwd", "x")
                .file("/../etc/group", "y")
                .hardLink("l", "../../etc/passwd")
                .end());
    assertThat(seen.paths()).containsExactly("etc/passwd", "etc/group", "HARD_LINK l");
    assertThat(seen.notes).containsExactly("/etc/passwd OUTSIDE", "/l OUTSIDE");
  }

  @Test
  void longNamesOfAllDialectsAreRead() throws IOException {
    byte[] name = Tar.bytes(LONG + "\0");
    var prefixed = new Tar.Header("file", '0', 1).put(345, "d/".repeat(70) + "d");
    Seen seen =
        Layers.read(
            new Tar()
                .add(new Tar.Header("././@LongLink", 'L', name.length).gnu(), name)
                .add(new Tar.Header(LONG.substring(0, 100), '0', 1).gnu(), Tar.bytes("g"))
                .add(new Tar.Header("././@LongLink", 'K', name.length).gnu(), name)
                .add(new Tar.Header("link", '1', 0).gnu(), new byte[0])
                .pax("path=pax/" + LONG, "uid=70000")
                .file("short", "p")
                .pax("linkpath=" + LONG)
                .symlink("s", "short")
                .add(prefixed, Tar.bytes("u"))
                .end());
    assertThat(seen.contents)
        .containsEntry(LONG, "g")
        .containsEntry("pax/" + LONG, "p")
        .containsEntry("link", "g")
        .containsEntry("d/".repeat(71) + "file", "u");
    assertThat(seen.entry("pax/" + LONG).uid()).isEqualTo(70000);
    assertThat(seen.entry("s").linkTarget()).isEqualTo(LONG);
  }

  @Test
  void aGlobalHeaderNamesNothingAsNoRuntimeHeedsIt() throws IOException {
    Seen seen =
        Layers.read(new Tar().pax('g', "path=evil", "size=0", "comment=x").file("good", "1").end());
    assertThat(seen.contents).containsOnlyKeys("good").containsEntry("good", "1");
  }

  @Test
  void paxSizeOverridesTheHeader() throws IOException {
    var header = new Tar.Header("f", '0', 0);
    Seen seen = Layers.read(new Tar().pax("size=3").add(header, Tar.bytes("abc")).end());
    assertThat(seen.contents).containsEntry("f", "abc");
  }

  @Test
  void sizesInBase256AreRead() throws IOException {
    var header = new Tar.Header("f", '0', 0);
    byte[] field = new byte[12];
    field[0] = (byte) 0x80;
    field[11] = 3;
    Seen seen = Layers.read(new Tar().add(header.put(124, field), Tar.bytes("abc")).end());
    assertThat(seen.contents).containsEntry("f", "abc");
  }

  @Test
  void namesThatAreNoTextKeepTheirIdentity() throws IOException {
    var bad =
        new Tar.Header("", '0', 1).put(0, "bad\u00fdname".getBytes(StandardCharsets.ISO_8859_1));
    var other =
        new Tar.Header("", '0', 1).put(0, "bad\u00fename".getBytes(StandardCharsets.ISO_8859_1));
    Seen seen = Layers.read(new Tar().add(bad, Tar.bytes("1")).add(other, Tar.bytes("2")).end());
    assertThat(seen.contents).hasSize(2);
  }

  @Test
  void oldArchivesWithoutMagicAreRead() throws IOException {
    byte[] none = new byte[8];
    Seen seen =
        Layers.read(
            new Tar()
                .add(new Tar.Header("old/", '\0', 0).put(257, none), new byte[0])
                .add(new Tar.Header("old/f", '\0', 1).put(257, none), Tar.bytes("1"))
                .end());
    assertThat(seen.paths()).containsExactly("DIRECTORY old", "old/f");
  }

  @Test
  void linksAndFoldersHaveNoContentWhateverTheirSizeSays() throws IOException {
    var link = new Tar.Header("l", '1', 512).link("f");
    Seen seen =
        Layers.read(new Tar().file("f", "1").add(link, new byte[0]).file("after", "2").end());
    assertThat(seen.paths()).containsExactly("f", "HARD_LINK l", "after");
  }

  @Test
  void theArchiveEndsAtItsFirstEndMark() throws IOException {
    byte[] first = new Tar().file("a", "1").end();
    byte[] second = new Tar().file("b", "2").end();
    assertThat(Layers.read(new Tar().raw(first).raw(second).open()).paths()).containsExactly("a");
  }

  @Test
  void anArchiveWithoutEndMarkIsWhole() throws IOException {
    Seen seen = Layers.read(new Tar().file("a", "1").open());
    assertThat(seen.paths()).containsExactly("a");
    assertThat(seen.notes).isEmpty();
  }

  @Test
  void anEmptyArchiveIsEmpty() throws IOException {
    assertThat(Layers.read(new Tar().end()).entries).isEmpty();
    assertThat(Layers.read(new byte[0]).entries).isEmpty();
  }

  @Test
  void aPathThatComesTwiceIsToldTwice() throws IOException {
    Seen seen = Layers.read(new Tar().file("a", "old").file("./a", "new").end());
    assertThat(seen.paths()).containsExactly("a", "a");
    assertThat(seen.contents).containsEntry("a", "new");
  }

  @Test
  void largeContentComesWhole() throws IOException {
    byte[] big = new byte[9 << 20];
    for (int i = 0; i < big.length; i++) big[i] = (byte) (i * 31 + (i >> 12));
    byte[] middle = java.util.Arrays.copyOf(big, 700_000);
    Seen seen = Layers.read(new Tar().file("big", big).file("middle", middle).file("z", "1").end());
    assertThat(seen.contentOf("big").getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(big);
    assertThat(seen.contentOf("middle").getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(middle);
    assertThat(seen.contents).containsEntry("z", "1");
  }
}
