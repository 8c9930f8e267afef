package io.breakwater.oci;

import io.breakwater.oci.internal.compress.Compression;
import io.breakwater.oci.internal.compress.CountedInput;
import java.io.IOException;
import java.io.InputStream;

/** Files that are packed with gzip or zstd, as layers are. */
public final class Packed {
  private Packed() {}

  /**
   * The plain bytes of a file; the bytes themselves when it is not packed. They may be many more:
   * the caller bounds how many it reads.
   *
   * @throws IOException when it is packed in a way that we do not read; so does the stream where it
   *     is broken or cut
   */
  public static InputStream plain(Content content) throws IOException {
    var packed = new CountedInput(content.stream());
    byte[] start = packed.peek(Compression.MAGIC);
    return Compression.of(start, 0, start.length).unpack(packed);
  }
}
