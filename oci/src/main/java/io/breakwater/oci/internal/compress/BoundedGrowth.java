package io.breakwater.oci.internal.compress;

import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.oci.internal.DefectException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends what unpacks without measure. Real layers with huge sparse files unpack to gigabytes of
 * zeros, so the first {@link #FREE} bytes are granted whatever the ratio.
 */
final class BoundedGrowth extends FilterInputStream {
  static final long FREE = 8L << 30;
  static final int RATIO = 100;

  private final CountedInput packed;
  private long plain;

  BoundedGrowth(InputStream in, CountedInput packed) {
    super(in);
    this.packed = packed;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int n = in.read(into, offset, length);
    if (n > 0) plain += n;
    if (plain > FREE && plain / RATIO > packed.count()) {
      throw new DefectException(
          Reason.LIMIT, packed.count() + " bytes unpack to more than " + plain);
    }
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    throw new UnsupportedOperationException("skipping would not count");
  }
}
