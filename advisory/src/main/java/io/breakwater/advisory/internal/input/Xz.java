package io.breakwater.advisory.internal.input;

import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks xz: checked, and within bounds of memory. */
final class Xz {
  /** Twice what xz -9 asks for. */
  private static final int MOST_KIB = 128 << 10;

  private static final byte[] MAGIC = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0};

  private Xz() {}

  /** Whether bytes begin as xz does. */
  static boolean recognises(byte[] head) {
    if (head.length < MAGIC.length) return false;
    for (int i = 0; i < MAGIC.length; i++) if (head[i] != MAGIC[i]) return false;
    return true;
  }

  /**
   * The plain bytes of one stream, or of several.
   *
   * @throws IOException when it is not xz; so does reading what would need too much memory
   */
  static InputStream unpacked(InputStream packed) throws IOException {
    return new XZInputStream(packed, MOST_KIB);
  }
}
