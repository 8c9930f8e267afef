package io.breakwater.oci.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.oci.Content;
import io.breakwater.oci.ContentTooLargeException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ZipArchiveTest {
  private static final NameFilter ALL = (bytes, offset, length) -> true;

  private static ZipArchive open(byte[] bytes) throws IOException {
    return ZipArchive.open(Content.of(bytes), new ZipBudget(), ALL);
  }

  private static String text(ZipArchive zip, int index) throws IOException {
    return new String(zip.read(zip.members().get(index), 1_000), StandardCharsets.UTF_8);
  }

  @Test
  void deflatedAndStoredMembersAreRead() throws IOException {
    var zip = open(new TestZip().with("a", "one").stored("b", "two".getBytes(UTF_8)).bytes());
    assertThat(zip.members()).extracting(ZipMember::name).containsExactly("a", "b");
    assertThat(text(zip, 0)).isEqualTo("one");
    assertThat(text(zip, 1)).isEqualTo("two");
    assertThat(zip.damaged()).isFalse();
  }

  @Test
  void whatLiesBeforeTheArchiveDoesNotMatter() throws IOException {
    byte[] script = "#!/bin/sh\nexec java -jar \"$0\"\n".getBytes(StandardCharsets.UTF_8);
    var zip = open(TestZip.join(script, new TestZip().with("a", "one").bytes()));
    assertThat(text(zip, 0)).isEqualTo("one");
  }

  @Test
  void anArchiveOfZip64IsRead() throws IOException {
    byte[] plain = new TestZip().with("a", "one").bytes();
    var zip = open(widened(plain, plain.length - 22));
    assertThat(text(zip, 0)).isEqualTo("one");
    var behindScript = open(TestZip.join(new byte[100], widened(plain, plain.length - 22)));
    assertThat(text(behindScript, 0)).isEqualTo("one");
  }

  /** Puts a zip64 end record and its locator before the end record, and blanks the latter. */
  private static byte[] widened(byte[] plain, int end) {
    ByteBuffer in = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
    long size = in.getInt(end + 12);
    long offset = in.getInt(end + 16);
    ByteBuffer wide = ByteBuffer.allocate(56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
    wide.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
    wide.putInt(0).putInt(0).putLong(1).putLong(1).putLong(size).putLong(offset);
    wide.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
    wide.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
    wide.putShort((short) -1).putShort((short) -1).putInt(-1).putInt(-1).putShort((short) 0);
    return TestZip.join(java.util.Arrays.copyOf(plain, end), wide.array());
  }

  @Test
  void anArchiveThatWasCutHasNoEndRecord() {
    byte[] whole = new TestZip().with("a", "one").bytes();
    assertThatThrownBy(() -> open(java.util.Arrays.copyOf(whole, whole.length - 10)))
        .isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> open(new byte[0])).isInstanceOf(EOFException.class);
  }

  @Test
  void aDirectoryOutsideOfTheArchiveIsMalformed() {
    byte[] bytes = new TestZip().with("a", "one").bytes();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 22 + 12, 1 << 30);
    assertThatThrownBy(() -> open(bytes)).isInstanceOf(MalformedZipException.class);
  }

  @Test
  void aDamagedDirectoryKeepsTheMembersBeforeTheDamage() throws IOException {
    byte[] bytes = new TestZip().with("first", "1").with("second", "2").bytes();
    int second = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
    bytes[second] = 'X';
    var zip = open(bytes);
    assertThat(zip.members()).extracting(ZipMember::name).containsExactly("first");
    assertThat(zip.damaged()).isTrue();
  }

  @Test
  void aMemberWithoutALocalHeaderIsMalformed() throws IOException {
    byte[] bytes = new TestZip().with("a", "one").bytes();
    bytes[0] = 'X';
    var zip = open(bytes);
    assertThatThrownBy(() -> text(zip, 0)).isInstanceOf(MalformedZipException.class);
  }

  @Test
  void aMemberLongerThanTheLimitIsRefused() throws IOException {
    var zip = open(new TestZip().with("a", "0123456789").bytes());
    var member = zip.members().getFirst();
    assertThat(zip.read(member, 10)).hasSize(10);
    assertThatThrownBy(() -> zip.read(member, 9)).isInstanceOf(ContentTooLargeException.class);
  }

  @Test
  void aMemberThatLiesAboutItsSizeIsStoppedAtTheLimit() throws IOException {
    byte[] bytes = new TestZip().with("a", new byte[100_000]).bytes();
    int header = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(header + 24, 5);
    var zip = open(bytes);
    var member = zip.members().getFirst();
    assertThatThrownBy(() -> zip.read(member, 1_000)).isInstanceOf(ContentTooLargeException.class);
  }

  @Test
  void whatGrowsBeyondTheRatioIsRefused() throws IOException {
    var zip = open(new TestZip().with("bomb", new byte[64 << 20]).bytes());
    var member = zip.members().getFirst();
    assertThatThrownBy(() -> zip.read(member, 1 << 30))
        .isInstanceOf(ContentTooLargeException.class);
  }

  @Test
  void aStoredMemberIsAViewOfTheArchive() throws IOException {
    byte[] inner = new TestZip().with("deep", "here").bytes();
    var outer = open(new TestZip().stored("inner.jar", inner).bytes());
    var member = outer.members().getFirst();
    assertThat(ZipArchive.isView(member)).isTrue();
    var nested = ZipArchive.open(outer.content(member, 0), new ZipBudget(), ALL);
    assertThat(text(nested, 0)).isEqualTo("here");
  }

  @Test
  void theFilterSeesEveryNameInBytes() throws IOException {
    byte[] bytes = new TestZip().with("META-INF/Manifest.mf", "x").with("B.class", "y").bytes();
    NameFilter manifests = (b, at, n) -> NameFilter.endsWith(b, at, n, "manifest.mf");
    var zip = ZipArchive.open(Content.of(bytes), new ZipBudget(), manifests);
    assertThat(zip.members()).extracting(ZipMember::name).containsExactly("META-INF/Manifest.mf");
  }
}
