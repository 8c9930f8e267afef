package io.breakwater.oci.internal.layer;

import io.breakwater.model.Digest;
import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.ProgressListener;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The stored bytes of a layer, held against what was promised of them: their number and digest.
 * Failures become problems that name the layer.
 */
final class PromisedBytes extends InputStream {
  private final InputStream in;
  private final LayerFacts facts;
  private final ProgressListener progress;
  private final @Nullable PieceHash hash;
  private long count;

  PromisedBytes(InputStream in, LayerFacts facts, ProgressListener progress) {
    this.in = in;
    this.facts = facts;
    this.progress = progress;
    this.hash = facts.digest().map(d -> new PieceHash(d.algorithm())).orElse(null);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) == 1 ? one[0] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int n;
    try {
      n = in.read(into, offset, length);
    } catch (ProblemException told) {
      throw told;
    } catch (IOException failure) {
      throw unreadable(facts, failure);
    }
    if (n <= 0) return n;
    count += n;
    if (facts.size() > 0 && count > facts.size()) throw tooLong(facts);
    if (hash != null) hash.update(into, offset, n);
    progress.advanced(facts.shortName(), n);
    return n;
  }

  /**
   * Reads what is left and checks all.
   *
   * @throws ProblemException when a promise is broken
   */
  void finish() throws IOException {
    byte[] rest = new byte[64 << 10];
    while (read(rest, 0, rest.length) >= 0) {
      // read() does the work
    }
    if (count < facts.size()) throw tooShort(facts, count);
    if (hash != null) check(facts, facts.digest().orElseThrow(), hash.finish());
  }

  @Override
  public void close() throws IOException {
    if (hash != null) hash.close();
    in.close();
  }

  static void check(LayerFacts facts, Digest promised, Digest found) throws ProblemException {
    if (!promised.equals(found)) {
      throw ProblemException.of(
          ProblemCode.DIGEST_MISMATCH, facts.subject(), facts.label(), promised, found);
    }
  }

  static ProblemException tooShort(LayerFacts facts, long count) {
    return ProblemException.of(
        ProblemCode.ARCHIVE_TRUNCATED,
        facts.subject(),
        facts.label(),
        LayerFacts.grouped(count),
        LayerFacts.grouped(facts.size()));
  }

  static ProblemException tooLong(LayerFacts facts) {
    String fault = "it is longer than the " + LayerFacts.grouped(facts.size()) + " bytes promised";
    return ProblemException.of(
        ProblemCode.ARCHIVE_MALFORMED, facts.subject(), facts.label(), fault);
  }

  static ProblemException unreadable(LayerFacts facts, IOException failure) {
    String cause = facts.label() + ": " + failure.getMessage();
    return new ProblemException(
        Problem.of(ProblemCode.FILE_UNREADABLE, facts.subject(), cause), failure);
  }
}
