package io.breakwater.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.oci.internal.layer.LayerFacts;
import io.breakwater.oci.testing.Layers;
import io.breakwater.oci.testing.Seen;
import io.breakwater.oci.testing.Tar;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Archives that somebody made to do harm: each costs a line, and what came before counts. */
class HostileLayerTest {
  @Test
  void aNegativeSizeEndsTheLayer() throws IOException {
    assertEndsWith("/ MALFORMED", new Tar.Header("f", '0', -1));
  }

  @Test
  void aSizeBeyondAllNumbersEndsTheLayer() throws IOException {
    assertEndsWith("/ MALFORMED", new Tar.Header("f", '0', Long.MAX_VALUE));
    byte[] all = new byte[12];
    Arrays.fill(all, (byte) 0xbf);
    assertEndsWith("/ MALFORMED", new Tar.Header("f", '0', 0).put(124, all));
  }

  @Test
  void aSizeThatIsMoreThanThereIsIsTruncation() throws IOException {
    assertEndsWith("/ TRUNCATED", new Tar.Header("f", '0', 1L << 40));
  }

  @Test
  void aSizeThatIsNoNumberEndsTheLayer() throws IOException {
    assertEndsWith("/ MALFORMED", new Tar.Header("f", '0', 0).put(124, "0x00000zz\0"));
  }

  private static void assertEndsWith(String note, Tar.Header bad) throws IOException {
    byte[] archive = new Tar().file("before", "1").raw(bad.block()).file("after", "2").end();
    Seen seen = Layers.read(archive, e -> e.path().equals("before"));
    assertThat(seen.contents).containsEntry("before", "1");
    assertThat(seen.notes).containsExactly(note);
    assertThat(seen.paths()).startsWith("before").doesNotContain("after");
  }

  @Test
  void aWrongCheckSumEndsTheLayer() throws IOException {
    byte[] archive = new Tar().file("a", "1").file("b", "2").end();
    archive[1024] = 'c';
    Seen seen = Layers.read(archive);
    assertThat(seen.paths()).containsExactly("a");
    assertThat(seen.notes).containsExactly("/ MALFORMED");
    assertThat(seen.details)
        .containsExactly("layer 1 of 1: the header at byte 1024 has a wrong checksum");
  }

  @Test
  void halfAnEndMarkIsReported() throws IOException {
    byte[] archive = new Tar().file("a", "1").raw(new byte[512]).file("hidden", "2").end();
    Seen seen = Layers.read(archive);
    assertThat(seen.paths()).containsExactly("a");
    assertThat(seen.notes).containsExactly("/ MALFORMED");
  }

  @Test
  void whatIsNoArchiveIsReported() throws IOException {
    byte[] noise = new byte[10_000];
    new Random(7).nextBytes(noise);
    assertThat(Layers.read(noise).notes).containsExactly("/ MALFORMED");
    assertThat(Layers.read(Tar.bytes("#!/bin/sh\n")).notes).containsExactly("/ TRUNCATED");
  }

  @Test
  void anArchiveThatIsCutAnywhereIsReportedOnce() throws IOException {
    byte[] archive =
        new Tar()
            .file("a", "1")
            .pax("path=" + "n".repeat(300))
            .file("b", "x".repeat(1500))
            .hardLink("l", "a")
            .open();
    for (int length = 0; length < archive.length; length += 100) {
      Seen seen = Layers.read(Arrays.copyOf(archive, length));
      assertThat(seen.notes.size()).as("cut at %d: %s", length, seen.notes).isLessThanOrEqualTo(2);
      for (String note : seen.notes) assertThat(note).startsWith("/ TRUNCATED");
    }
  }

  @Test
  void aContentThatIsCutIsNotHandedOut() throws IOException {
    byte[] whole = new Tar().file("a", "1").file("b", "x".repeat(1500)).open();
    Seen seen = Layers.read(Arrays.copyOf(whole, 2000));
    assertThat(seen.contents).containsOnlyKeys("a");
    assertThat(seen.details).containsExactly("layer 1 of 1: b ends after 464 of 1500 bytes");
  }

  @Test
  void longNamesWithoutEndAreNotSwallowed() throws IOException {
    var header = new Tar.Header("././@LongLink", 'L', 1L << 35).gnu();
    byte[] archive = new Tar().file("a", "1").raw(header.block()).raw(new byte[4096]).end();
    assertThat(Layers.read(archive).notes).containsExactly("/ LIMIT");
  }

  @Test
  void namesLongerThanAnySystemTakesAreDropped() throws IOException {
    byte[] archive =
        new Tar().pax("path=" + "a/".repeat(40_000) + "f").file("x", "1").file("b", "2").end();
    Seen seen = Layers.read(archive);
    assertThat(seen.paths()).containsExactly("b");
    assertThat(seen.notes).containsExactly("/ LIMIT");
  }

  @Test
  void extensionHeadersWithoutEndAreNotFollowed() throws IOException {
    var tar = new Tar();
    for (int i = 0; i < 500; i++) tar.pax("path=x" + i);
    assertThat(Layers.read(tar.file("f", "").end()).notes).containsExactly("/ LIMIT");
  }

  @Test
  void brokenPaxRecordsEndTheLayer() throws IOException {
    String[] broken = {
      "5 a=b",
      "99 path=x\n",
      "path=x\n",
      "0 a=b\n",
      "6 abc\n",
      "5 =b\n",
      "-5 a=b\n",
      "18446744073709551621 a=b\n",
      "3 \n",
      " 5 a=b\n",
      "12 path=a\0bc\n",
      "12 size=-12\n",
      "13 size=0x10\n",
      "28 size=9223372036854775808\n"
    };
    for (String records : broken) {
      byte[] payload = Tar.bytes(records);
      byte[] archive =
          new Tar().add(new Tar.Header("p", 'x', payload.length), payload).file("f", "").end();
      Seen seen = Layers.read(archive);
      assertThat(seen.notes).as(records).containsExactly("/ MALFORMED");
      assertThat(seen.entries).as(records).isEmpty();
    }
  }

  @Test
  void aPaxSizeThatLiesIsTruncationOrNoise() throws IOException {
    Seen seen = Layers.read(new Tar().pax("size=99999999999").file("f", "1").end(), _ -> false);
    assertThat(seen.notes).containsExactly("/ TRUNCATED");
  }

  @Test
  void oneReportsNoMoreThanAHundredFaults() throws IOException {
    var tar = new Tar();
    for (int i = 0; i < 3000; i++) tar.file("../" + i, "");
    Seen seen = Layers.read(tar.end());
    assertThat(seen.entries).hasSize(3000);
    assertThat(seen.notes).hasSize(101).endsWith("/ LIMIT");
  }

  @Test
  void aMillionTinyEntriesAreWalked() throws IOException {
    byte[] header = new Tar.Header("many/tiny", '0', 0).block();
    byte[] archive = new byte[1_000_000 * 512];
    for (int i = 0; i < 1_000_000; i++) System.arraycopy(header, 0, archive, i * 512, 512);
    var counter = new Counter();
    var nothing = new LayerFacts("test", 1, 1, "", Optional.empty(), Optional.empty(), 0, "");
    assertThat(Layers.inFile(archive, nothing).read(counter)).isFalse();
    assertThat(counter.count).isEqualTo(1_000_000);
  }

  private static final class Counter implements LayerVisitor {
    private int count;

    @Override
    public boolean entry(FileEntry entry, Head head) {
      count++;
      return false;
    }

    @Override
    public void content(FileEntry entry, Content content) {}

    @Override
    public void notAnalysed(
        String path, io.breakwater.model.NotAnalysed.Reason reason, String detail) {}
  }
}
