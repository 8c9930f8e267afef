package io.breakwater.oci.internal.compress;

import static io.breakwater.oci.internal.DefectException.malformed;

import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.oci.internal.DefectException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952) with any number of members, as estargz and pigz write them. Zeros or
 * anything else after the last member is no content. Unlike the JDK's, it works in large buffers
 * and tells broken data from a broken stream.
 */
final class GzipInput extends InputStream {
  private static final int FHCRC = 2;
  private static final int FEXTRA = 4;
  private static final int FNAME = 8;
  private static final int FCOMMENT = 16;
  private static final int MAX_HEADER_TEXT = 1 << 20;

  private final InputStream packed;
  private final byte[] buffer = new byte[128 << 10];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private int at;
  private int end;
  private boolean inMember;
  private boolean first = true;
  private boolean done;

  GzipInput(InputStream packed) {
    this.packed = packed;
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
      int n = inflate(into, offset, length);
      if (n > 0) return n;
    }
    return -1;
  }

  private int inflate(byte[] into, int offset, int length) throws IOException {
    try {
      while (true) {
        int n = inflater.inflate(into, offset, length);
        if (n > 0) {
          crc.update(into, offset, n);
          return n;
        }
        if (inflater.finished()) {
          endMember();
          return 0;
        }
        if (inflater.needsDictionary()) throw malformed("its gzip data wants a dictionary");
        if (!fill()) throw cut();
        inflater.setInput(buffer, at, end - at);
        at = end;
      }
    } catch (DataFormatException broken) {
      throw malformed("its gzip data is broken: " + broken.getMessage());
    }
  }

  /** Reads a member's header; false where no member follows. */
  private boolean startMember() throws IOException {
    if (!first && !memberFollows()) return false;
    first = false;
    if (next() != 0x1f || next() != 0x8b) throw malformed("its gzip data has no magic number");
    if (next() != 8) throw malformed("its gzip data is packed in an unknown way");
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
    inflater.reset();
    inflater.setInput(buffer, at, end - at);
    at = end;
    crc.reset();
    inMember = true;
    return true;
  }

  private boolean memberFollows() throws IOException {
    if (at == end && !fill()) return false;
    if ((buffer[at] & 0xff) != 0x1f) return false;
    if (end - at >= 2) return (buffer[at + 1] & 0xff) == 0x8b;
    // The magic number is split between two reads.
    int n = packed.read(buffer, 1, buffer.length - 1);
    buffer[0] = 0x1f;
    at = 0;
    end = 1 + Math.max(0, n);
    return n > 0 && (buffer[1] & 0xff) == 0x8b;
  }

  private void skipText() throws IOException {
    for (int i = 0; i < MAX_HEADER_TEXT; i++) if (next() == 0) return;
    throw malformed("its gzip header has no end");
  }

  private void endMember() throws IOException {
    at = end - inflater.getRemaining();
    long told = nextInt();
    long length = nextInt();
    if (told != crc.getValue() || length != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw malformed("its gzip data contradicts its check sum");
    }
    inMember = false;
  }

  private long nextInt() throws IOException {
    return next() | (long) next() << 8 | (long) next() << 16 | (long) next() << 24;
  }

  private int next() throws IOException {
    if (at == end && !fill()) throw cut();
    return buffer[at++] & 0xff;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, packed.read(buffer, 0, buffer.length));
    return end > 0;
  }

  private static DefectException cut() {
    return new DefectException(Reason.TRUNCATED, "its gzip data is cut");
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    packed.close();
  }
}
