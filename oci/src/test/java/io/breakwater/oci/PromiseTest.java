package io.breakwater.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.model.Digest;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.layer.Blob;
import io.breakwater.oci.internal.layer.Hashing;
import io.breakwater.oci.internal.layer.LayerFacts;
import io.breakwater.oci.internal.layer.StoredLayer;
import io.breakwater.oci.testing.Layers;
import io.breakwater.oci.testing.Seen;
import io.breakwater.oci.testing.Tar;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What was promised of a layer is checked, on every way and at every size. */
class PromiseTest {
  private static final byte[] SMALL = new Tar().file("a", "1").end();
  private static final byte[] LARGE = new Tar().file("a", noise(3_000_000)).end();

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new java.util.Random(3).nextBytes(bytes);
    return bytes;
  }

  @Test
  void anotherBlobThanPromisedIsAnError() throws IOException {
    for (byte[] plain : new byte[][] {SMALL, LARGE}) {
      for (byte[] stored : new byte[][] {plain, Layers.gzip(plain)}) {
        Digest wrong = Hashing.sha256(new byte[1]);
        LayerFacts facts = Layers.promises(wrong, Hashing.sha256(plain), stored.length);
        assertProblem(ProblemCode.DIGEST_MISMATCH, () -> inFile(stored, facts));
        assertProblem(ProblemCode.DIGEST_MISMATCH, () -> streamed(stored, facts));
      }
    }
  }

  @Test
  void anotherArchiveThanPromisedIsAnError() throws IOException {
    for (byte[] plain : new byte[][] {SMALL, LARGE}) {
      for (byte[] stored : new byte[][] {plain, Layers.gzip(plain)}) {
        Digest wrong = Hashing.sha256(new byte[1]);
        LayerFacts facts = Layers.promises(Hashing.sha256(stored), wrong, stored.length);
        assertProblem(ProblemCode.DIGEST_MISMATCH, () -> inFile(stored, facts));
        assertProblem(ProblemCode.DIGEST_MISMATCH, () -> streamed(stored, facts));
      }
    }
  }

  @Test
  void sha512PromisesAreChecked() throws IOException {
    Digest like = new Digest("sha512", "0".repeat(128));
    Digest right = Hashing.of(SMALL, like);
    assertThat(inFile(SMALL, Layers.promises(right, right, SMALL.length))).isTrue();
    assertProblem(
        ProblemCode.DIGEST_MISMATCH,
        () -> inFile(SMALL, Layers.promises(like, like, SMALL.length)));
  }

  @Test
  void aBlobShorterThanPromisedSaysByHowMuch() throws IOException {
    byte[] packed = Layers.gzip(LARGE);
    byte[] cut = Arrays.copyOf(packed, packed.length - 1000);
    LayerFacts facts = Layers.promises(packed, LARGE);
    assertProblem(ProblemCode.ARCHIVE_TRUNCATED, () -> inFile(cut, facts));
    assertProblem(ProblemCode.ARCHIVE_TRUNCATED, () -> streamed(cut, facts));
    assertThatThrownBy(() -> streamed(cut, facts))
        .hasMessageContaining("layer 1 of 1, sha256:")
        .hasMessageContaining("ends after %,d of %,d bytes".formatted(cut.length, packed.length));
  }

  @Test
  void aBlobLongerThanPromisedIsAnError() {
    byte[] longer = Arrays.copyOf(SMALL, SMALL.length + 512);
    LayerFacts facts = Layers.promises(SMALL, SMALL);
    assertProblem(ProblemCode.ARCHIVE_MALFORMED, () -> inFile(longer, facts));
    assertProblem(ProblemCode.ARCHIVE_MALFORMED, () -> streamed(longer, facts));
  }

  @Test
  void whatIsDamagedOnTheWayIsAnErrorAndNoLine() throws IOException {
    byte[] packed = Layers.gzip(LARGE);
    byte[] damaged = packed.clone();
    damaged[packed.length / 2] ^= 0x10;
    Seen seen = Seen.all();
    assertProblem(
        ProblemCode.DIGEST_MISMATCH,
        () -> Layers.streamed(damaged, Layers.promises(packed, LARGE)).read(seen));
  }

  @Test
  void withoutPromisesNothingIsProved() throws IOException {
    var facts = new LayerFacts("t", 1, 1, "", Optional.empty(), Optional.empty(), 0, "");
    for (byte[] stored : new byte[][] {SMALL, LARGE, Layers.gzip(LARGE)}) {
      assertThat(inFile(stored, facts)).isFalse();
      assertThat(streamed(stored, facts)).isFalse();
    }
  }

  @Test
  void aFailingStreamIsAProblemThatNamesTheLayer() {
    for (int after : new int[] {0, 100, 2_000_000}) {
      Blob.Streamed blob = () -> new Failing(LARGE, after);
      var layer = new StoredLayer(Layers.promises(LARGE, LARGE), blob, OpenOptions.defaults());
      assertProblem(ProblemCode.FILE_UNREADABLE, () -> layer.read(Seen.all()));
    }
  }

  @Test
  void aVisitorThatFailsEndsTheReadingWithItsOwnFailure() throws IOException {
    for (byte[] stored : new byte[][] {SMALL, LARGE, Layers.gzip(LARGE)}) {
      var mine = new IOException("mine");
      var visitor = new FailingVisitor(mine);
      LayerFacts facts = Layers.promises(stored, SMALL.length == stored.length ? SMALL : LARGE);
      assertThatThrownBy(() -> Layers.inFile(stored, facts).read(visitor)).isSameAs(mine);
      assertThatThrownBy(() -> Layers.streamed(stored, facts).read(visitor)).isSameAs(mine);
    }
  }

  private static boolean inFile(byte[] stored, LayerFacts facts) throws IOException {
    return Layers.inFile(stored, facts).read(Seen.all());
  }

  private static boolean streamed(byte[] stored, LayerFacts facts) throws IOException {
    return Layers.streamed(stored, facts).read(Seen.all());
  }

  private static void assertProblem(ProblemCode code, ThrowingCallable read) {
    assertThatThrownBy(read)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  private record FailingVisitor(IOException failure) implements LayerVisitor {
    @Override
    public boolean entry(FileEntry entry, Head head) {
      return true;
    }

    @Override
    public void content(FileEntry entry, Content content) throws IOException {
      throw failure;
    }

    @Override
    public void notAnalysed(
        String path, io.breakwater.model.NotAnalysed.Reason reason, String detail) {}
  }

  private static final class Failing extends InputStream {
    private final byte[] bytes;
    private final int after;
    private int at;

    Failing(byte[] bytes, int after) {
      this.bytes = bytes;
      this.after = after;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (at >= after) throw new IOException("connection reset");
      int n = Math.min(length, after - at);
      System.arraycopy(bytes, at, into, offset, n);
      at += n;
      return n;
    }
  }
}
