package io.breakwater.oci.internal.layer;

import io.breakwater.model.Digest;
import io.breakwater.oci.internal.DefectException;
import io.breakwater.oci.internal.compress.Compression;
import io.breakwater.oci.internal.compress.CountedInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The archive inside the stored bytes of a layer. Its end comes after all stored bytes are read and
 * have kept their promises; so does a defect of the compression.
 */
final class UnpackedBytes extends InputStream {
  private final PromisedBytes stored;
  private final Optional<Digest> promised;
  private final InputStream plain;
  private final @Nullable PieceHash hash;
  private boolean ended;
  private @Nullable Digest found;

  /**
   * Looks at the first bytes.
   *
   * @throws DefectException when it is packed in a way that is not read, the promises being kept
   */
  UnpackedBytes(PromisedBytes stored, Optional<Digest> promised) throws IOException {
    this.stored = stored;
    this.promised = promised;
    this.hash = promised.map(d -> new PieceHash(d.algorithm())).orElse(null);
    var counted = new CountedInput(stored);
    byte[] first = counted.peek(Compression.MAGIC);
    try {
      plain = Compression.of(first, 0, first.length).unpack(counted);
    } catch (DefectException unsupported) {
      stored.finish();
      throw unsupported;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) == 1 ? one[0] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (ended) return -1;
    try {
      int n = plain.read(into, offset, length);
      if (n > 0 && hash != null) hash.update(into, offset, n);
      if (n < 0) end();
      return n;
    } catch (DefectException defect) {
      ended = true;
      stored.finish();
      throw defect;
    }
  }

  private void end() throws IOException {
    ended = true;
    stored.finish();
    if (hash != null) found = hash.finish();
  }

  /** The digest of the whole archive, when it was read to its end and one is promised. */
  Optional<Digest> digest() {
    return Optional.ofNullable(found);
  }

  Optional<Digest> promised() {
    return promised;
  }

  @Override
  public void close() throws IOException {
    if (hash != null) hash.close();
    plain.close();
  }
}
