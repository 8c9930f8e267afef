package io.breakwater.oci.internal.compress;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.oci.internal.DefectException;
import java.io.IOException;
import java.io.InputStream;

/** How a blob is packed, by its first bytes: media types are often wrong. */
public enum Compression {
  NONE,
  GZIP,
  ZSTD,
  XZ,
  BZIP2;

  /** How many bytes {@link #of} looks at. */
  public static final int MAGIC = 6;

  /** What starts like this. */
  public static Compression of(byte[] bytes, int offset, int length) {
    if (starts(bytes, offset, length, 0x1f, 0x8b)) return GZIP;
    if (starts(bytes, offset, length, 0x28, 0xb5, 0x2f, 0xfd)) return ZSTD;
    // A skippable frame may come first: 0x184D2A50 to 5F, little endian.
    if (starts(bytes, offset + 1, length - 1, 0x2a, 0x4d, 0x18) && (bytes[offset] & 0xf0) == 0x50) {
      return ZSTD;
    }
    if (starts(bytes, offset, length, 0xfd, '7', 'z', 'X', 'Z', 0)) return XZ;
    if (starts(bytes, offset, length, 'B', 'Z', 'h')) return BZIP2;
    return NONE;
  }

  private static boolean starts(byte[] bytes, int offset, int length, int... magic) {
    if (length < magic.length) return false;
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[offset + i] & 0xff) != magic[i]) return false;
    }
    return true;
  }

  /**
   * The plain bytes. They throw {@link DefectException} where the packed ones are broken, cut, or
   * grow beyond measure; other exceptions are those of {@code packed}.
   */
  public InputStream unpack(CountedInput packed) throws IOException {
    return switch (this) {
      case NONE -> packed;
      case GZIP -> new BoundedGrowth(new GzipInput(packed), packed);
      case ZSTD -> new BoundedGrowth(zstd(packed), packed);
      case XZ -> throw new DefectException(Reason.UNSUPPORTED, "it is packed with xz");
      case BZIP2 -> throw new DefectException(Reason.UNSUPPORTED, "it is packed with bzip2");
    };
  }

  private static InputStream zstd(CountedInput packed) throws IOException {
    return new ZstdFaults(new ZstdInputStreamNoFinalizer(packed), packed);
  }
}
