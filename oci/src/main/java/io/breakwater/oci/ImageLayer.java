package io.breakwater.oci;

import io.breakwater.model.Digest;
import java.io.IOException;
import java.util.Optional;

/** One layer of an opened image. Different layers may be read by different threads at once. */
public interface ImageLayer {
  /** The digest of the stored blob; empty for a root file system. */
  Optional<Digest> digest();

  /** The digest of the uncompressed archive: the layer's identity; empty for a root file system. */
  Optional<Digest> diffId();

  /** The size of the stored blob in bytes; 0 where it is not known before reading. */
  long size();

  /** The instruction that made it, as the image's history tells; may be empty. */
  String instruction();

  /**
   * Reads the layer once, from its first entry to its last, in bounded memory, and checks its
   * digests. A malformed entry goes to {@link LayerVisitor#notAnalysed}; a malformed archive too,
   * as {@code /}, and ends there: what was read before counts.
   *
   * @return whether the archive was read to its end and proved to be that of {@link #diffId}: only
   *     then may results be kept under it. False for what has no diffID, or cannot be unpacked
   * @throws io.breakwater.model.ProblemException when the blob is missing, cut short, or its digest
   *     is not the one that was promised; the visitor's results are void then
   */
  boolean read(LayerVisitor visitor) throws IOException;
}
