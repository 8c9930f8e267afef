package io.breakwater.oci.internal.compress;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * Unpacks gzip (RFC 1952) with any number of members, as estargz and pigz write them. Zeros or
 * anything else after the last member is no content.
 */
final class GzipInput extends InputStream {
  private static final int FHCRC = 2;
  private static final int FEXTRA = 4;
  private static final int FNAME = 8;
  private static final int FCOMMENT = 16;
  private static final int MAX_HEADER_TEXT = 1 << 20;

  private final PackedInput packed;
  private final Inflate inflate;
  private final CRC32 crc = new CRC32();
  private boolean inMember;
  private boolean first = true;
  private boolean done;

  GzipInput(InputStream packed) {
    this.packed = new PackedInput(packed);
    this.inflate = new Inflate(this.packed);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) == 1 ? one[0] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) return 0;
    while (!done) {
      if (!inMember && !startMember()) {
        done = true;
        break;
      }
      int n = inflate.read(into, offset, length);
      if (n > 0) {
        crc.update(into, offset, n);
        return n;
      }
      endMember();
    }
    return -1;
  }

  /** Reads a member's header; false where no member follows. */
  private boolean startMember() throws IOException {
    if (!first && !memberFollows()) return false;
    first = false;
    if (next() != 0x1f || next() != 0x8b) throw Inflate.broken("it has no magic number");
    if (next() != 8) throw Inflate.broken("it is packed in an unknown way");
    int flags = next();
    for (int i = 0; i < 6; i++) next(); // time, extra flags, system
    if ((flags & FEXTRA) != 0) {
      int length = next() | next() << 8;
      for (int i = 0; i < length; i++) next();
    }
    if ((flags & FNAME) != 0) skipText();
    if ((flags & FCOMMENT) != 0) skipText();
    if ((flags & FHCRC) != 0) {
      next();
      next();
    }
    inflate.start();
    crc.reset();
    inMember = true;
    return true;
  }

  private boolean memberFollows() throws IOException {
    return packed.has(2)
        && (packed.buffer[packed.at] & 0xff) == 0x1f
        && (packed.buffer[packed.at + 1] & 0xff) == 0x8b;
  }

  private void skipText() throws IOException {
    for (int i = 0; i < MAX_HEADER_TEXT; i++) if (next() == 0) return;
    throw Inflate.broken("its header has no end");
  }

  private void endMember() throws IOException {
    long told = nextInt();
    long length = nextInt();
    if (told != crc.getValue() || length != (inflate.total() & 0xffffffffL)) {
      throw Inflate.broken("it contradicts its check sum");
    }
    inMember = false;
  }

  private long nextInt() throws IOException {
    return next() | (long) next() << 8 | (long) next() << 16 | (long) next() << 24;
  }

  private int next() throws IOException {
    if (!packed.has(1)) throw Inflate.cut();
    return packed.buffer[packed.at++] & 0xff;
  }

  @Override
  public void close() throws IOException {
    packed.close();
  }
}
