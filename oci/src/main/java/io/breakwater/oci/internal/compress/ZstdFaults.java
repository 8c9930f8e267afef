package io.breakwater.oci.internal.compress;

import static io.breakwater.oci.internal.DefectException.malformed;

import com.github.luben.zstd.ZstdIOException;
import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.oci.internal.DefectException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells the faults of zstd content from those of the stream beneath. */
final class ZstdFaults extends FilterInputStream {
  private final CountedInput packed;

  ZstdFaults(InputStream zstd, CountedInput packed) {
    super(zstd);
    this.packed = packed;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      return in.read(into, offset, length);
    } catch (ZstdIOException fault) {
      throw packed.hasEnded()
          ? new DefectException(Reason.TRUNCATED, "its zstd data is cut")
          : malformed("its zstd data is broken: " + fault.getMessage());
    }
  }
}
