package io.breakwater.oci.internal.compress;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdIOException;
import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.oci.internal.DefectException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells the faults of zstd content from those of the stream beneath. */
final class ZstdFaults extends FilterInputStream {
  ZstdFaults(InputStream zstd) {
    super(zstd);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      return in.read(into, offset, length);
    } catch (ZstdIOException fault) {
      boolean cut = fault.getErrorCode() == Zstd.errSrcSizeWrong();
      throw new DefectException(
          cut ? Reason.TRUNCATED : Reason.MALFORMED,
          "its zstd data is broken: " + fault.getMessage());
    }
  }
}
