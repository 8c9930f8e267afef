package io.breakwater.oci.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Digest;
import io.breakwater.oci.ImageLayer;
import io.breakwater.oci.OpenOptions;
import io.breakwater.oci.internal.layer.Blob;
import io.breakwater.oci.internal.layer.FileRegion;
import io.breakwater.oci.internal.layer.Hashing;
import io.breakwater.oci.internal.layer.LayerFacts;
import io.breakwater.oci.internal.layer.StoredLayer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;

/** Layers of bytes in memory. */
public final class Layers {
  private Layers() {}

  /** Promises that bytes keep. */
  public static LayerFacts promises(byte[] stored, byte[] plain) {
    return promises(Hashing.sha256(stored), Hashing.sha256(plain), stored.length);
  }

  /** Promises. */
  public static LayerFacts promises(Digest digest, Digest diffId, long size) {
    return new LayerFacts(
        "test", 1, 1, "", Optional.of(digest), Optional.of(diffId), size, "COPY . /");
  }

  /** A layer in a file. */
  public static ImageLayer inFile(byte[] stored, LayerFacts facts) {
    Blob.InFile blob = () -> FileRegion.of(stored);
    return new StoredLayer(facts, blob, OpenOptions.defaults());
  }

  /** A layer that comes as a stream. */
  public static ImageLayer streamed(byte[] stored, LayerFacts facts) {
    Blob.Streamed blob = () -> new ByteArrayInputStream(stored);
    return new StoredLayer(facts, blob, OpenOptions.defaults());
  }

  /**
   * Reads an archive in place, as a stream and packed, and makes sure that all three tell the same.
   */
  public static Seen read(byte[] archive) throws IOException {
    return read(archive, _ -> true);
  }

  /** As {@link #read(byte[])}, wanting only some. */
  public static Seen read(byte[] archive, Predicate<io.breakwater.oci.FileEntry> wanted)
      throws IOException {
    var inPlace = new Seen(wanted);
    assertThat(inFile(archive, promises(archive, archive)).read(inPlace)).isTrue();
    var streamed = new Seen(wanted);
    assertThat(streamed(archive, promises(archive, archive)).read(streamed)).isTrue();
    byte[] packed = gzip(archive);
    var unpacked = new Seen(wanted);
    assertThat(inFile(packed, promises(packed, archive)).read(unpacked)).isTrue();
    assertSame(streamed, inPlace);
    assertSame(unpacked, inPlace);
    return inPlace;
  }

  private static void assertSame(Seen actual, Seen expected) {
    assertThat(actual.entries).isEqualTo(expected.entries);
    assertThat(actual.heads).isEqualTo(expected.heads);
    assertThat(actual.contents).isEqualTo(expected.contents);
    assertThat(actual.notes).isEqualTo(expected.notes);
    assertThat(actual.details).isEqualTo(expected.details);
  }

  /** Packs with gzip. */
  public static byte[] gzip(byte[] plain) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }
}
