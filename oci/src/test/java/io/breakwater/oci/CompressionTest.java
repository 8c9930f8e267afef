package io.breakwater.oci;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.breakwater.oci.internal.layer.LayerFacts;
import io.breakwater.oci.testing.Layers;
import io.breakwater.oci.testing.Seen;
import io.breakwater.oci.testing.Tar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Packed layers, recognised by what they are and not by what they are called. */
class CompressionTest {
  private static final byte[] PLAIN =
      new Tar().file("a", "1").file("b", "text ".repeat(200_000)).file("c", "2").end();

  @Test
  void gzipOfManyMembersIsOneArchive() throws IOException {
    var packed = new ByteArrayOutputStream();
    for (int from = 0; from < PLAIN.length; from += 70_001) {
      int to = Math.min(PLAIN.length, from + 70_001);
      packed.writeBytes(Layers.gzip(Arrays.copyOfRange(PLAIN, from, to)));
    }
    packed.writeBytes(Layers.gzip(new byte[0]));
    assertAllSeen(read(packed.toByteArray(), true));
  }

  @Test
  void gzipHeadersWithAllFieldsAreRead() throws IOException {
    byte[] packed = Layers.gzip(PLAIN);
    var full = new ByteArrayOutputStream();
    full.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3});
    full.writeBytes(new byte[] {3, 0, 'x', 'y', 'z'});
    full.writeBytes(Tar.bytes("name\0comment\0"));
    full.writeBytes(new byte[] {0, 0});
    full.write(packed, 10, packed.length - 10);
    assertAllSeen(read(full.toByteArray(), true));
  }

  @Test
  void whatFollowsTheLastMemberIsNoContentButPartOfTheBlob() throws IOException {
    var packed = new ByteArrayOutputStream();
    packed.writeBytes(Layers.gzip(PLAIN));
    packed.writeBytes(new byte[100_000]);
    assertAllSeen(read(packed.toByteArray(), true));
  }

  @Test
  void zstdWithSkippableFramesIsRead() throws IOException {
    var packed = new ByteArrayOutputStream();
    byte[] skippable = {0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4};
    packed.writeBytes(skippable);
    packed.writeBytes(Zstd.compress(Arrays.copyOf(PLAIN, 5000)));
    packed.writeBytes(skippable);
    packed.writeBytes(Zstd.compress(Arrays.copyOfRange(PLAIN, 5000, PLAIN.length)));
    packed.writeBytes(skippable);
    assertAllSeen(read(packed.toByteArray(), true));
  }

  private static void assertAllSeen(Seen seen) {
    assertThat(seen.paths()).containsExactly("a", "b", "c");
    assertThat(seen.contentOf("b")).isEqualTo("text ".repeat(200_000));
    assertThat(seen.notes).isEmpty();
  }

  @Test
  void brokenGzipCostsALine() throws IOException {
    byte[] packed = Layers.gzip(PLAIN);
    byte[] flipped = packed.clone();
    flipped[packed.length / 2] ^= 0x55;
    assertThat(read(flipped, false).notes).isNotEmpty().containsOnly("/ MALFORMED");
    byte[] wrongSum = packed.clone();
    wrongSum[packed.length - 6] ^= 1;
    assertThat(read(wrongSum, false).notes).containsExactly("/ MALFORMED");
    byte[] cut = Arrays.copyOf(packed, packed.length / 2);
    assertThat(read(cut, false).notes).containsExactly("/ TRUNCATED");
    byte[] onlyMagic = {0x1f, (byte) 0x8b};
    assertThat(read(onlyMagic, false).notes).containsExactly("/ TRUNCATED");
  }

  @Test
  void brokenZstdCostsALine() throws IOException {
    byte[] packed = Zstd.compress(PLAIN);
    byte[] cut = Arrays.copyOf(packed, packed.length - 20);
    assertThat(read(cut, false).notes).containsExactly("/ TRUNCATED");
    byte[] flipped = packed.clone();
    flipped[6] ^= 0x7f;
    assertThat(read(flipped, false).notes).hasSize(1);
  }

  @Test
  void packingThatIsNotReadIsNamed() throws IOException {
    byte[] xz = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0, 0, 4};
    Seen seen = read(xz, false);
    assertThat(seen.notes).containsExactly("/ UNSUPPORTED");
    assertThat(seen.details).containsExactly("layer 1 of 1: it is packed with xz");
    assertThat(read(Tar.bytes("BZh91AY&SY"), false).notes).containsExactly("/ UNSUPPORTED");
  }

  @Test
  void encryptedLayersAreNamed() throws IOException {
    var facts =
        new LayerFacts(
            "test",
            1,
            1,
            "application/vnd.oci.image.layer.v1.tar+gzip+encrypted",
            Optional.empty(),
            Optional.empty(),
            0,
            "");
    Seen seen = Seen.all();
    assertThat(Layers.inFile(new byte[10], facts).read(seen)).isFalse();
    assertThat(seen.notes).containsExactly("/ ENCRYPTED");
  }

  /** Ten megabytes of zstd that would unpack to terabytes. */
  @Test
  void aBombIsPutOut() throws IOException {
    byte[] zeros = Zstd.compress(new byte[64 << 20]);
    byte[] head = Zstd.compress(new Tar.Header("zeros", '0', 1L << 50).block());
    var layer =
        new io.breakwater.oci.internal.layer.StoredLayer(
            new LayerFacts("test", 1, 1, "", Optional.empty(), Optional.empty(), 0, ""),
            (io.breakwater.oci.internal.layer.Blob.Streamed) () -> new Endless(head, zeros),
            OpenOptions.defaults());
    Seen seen = new Seen(_ -> false);
    assertThat(layer.read(seen)).isFalse();
    assertThat(seen.notes).containsExactly("/ LIMIT");
  }

  /** A piece once and another for as long as it is asked for, up to what a bomb would be. */
  private static final class Endless extends InputStream {
    private final byte[] again;
    private byte[] piece;
    private int at;
    private long rest = 10L << 20;

    Endless(byte[] first, byte[] again) {
      this.piece = first;
      this.again = again;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (rest <= 0) return -1;
      if (at == piece.length) {
        piece = again;
        at = 0;
      }
      int n = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, into, offset, n);
      at += n;
      rest -= n;
      return n;
    }
  }

  private static Seen read(byte[] packed, boolean proved) throws IOException {
    Seen inFile = Seen.all();
    LayerFacts facts = Layers.promises(packed, PLAIN);
    assertThat(Layers.inFile(packed, facts).read(inFile)).isEqualTo(proved);
    Seen streamed = Seen.all();
    assertThat(Layers.streamed(packed, facts).read(streamed)).isEqualTo(proved);
    assertThat(streamed.entries).isEqualTo(inFile.entries);
    assertThat(streamed.notes).isEqualTo(inFile.notes);
    return inFile;
  }
}
