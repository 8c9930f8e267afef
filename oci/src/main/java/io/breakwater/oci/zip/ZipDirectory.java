package io.breakwater.oci.zip;

import static io.breakwater.oci.zip.LittleEndian.int32;
import static io.breakwater.oci.zip.LittleEndian.int64;
import static io.breakwater.oci.zip.LittleEndian.uint16;
import static io.breakwater.oci.zip.LittleEndian.uint32;

import io.breakwater.oci.Content;
import java.io.EOFException;
import java.io.IOException;

/**
 * Where the central directory of an archive lies.
 *
 * @param start of its first header in the content
 * @param size in bytes
 * @param shift how far everything lies behind where the archive says, because something was put
 *     before it, such as the shell script of an executable jar
 */
record ZipDirectory(long start, long size, long shift) {
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int LOCATOR_64_LENGTH = 20;
  private static final int END_64 = 0x06064b50;
  private static final int END_64_LENGTH = 56;
  private static final int MAX_COMMENT = 0xffff;
  private static final int USUAL_COMMENT = 512;

  /**
   * Finds it by the end record, which is the last one in a sound archive.
   *
   * @throws EOFException when there is no end record, as in an archive that was cut
   */
  static ZipDirectory find(Content zip) throws IOException {
    long size = zip.size();
    ZipDirectory found = size < END_LENGTH ? null : inLast(zip, END_LENGTH + USUAL_COMMENT);
    if (found == null && size > END_LENGTH + USUAL_COMMENT) {
      found = inLast(zip, END_LENGTH + MAX_COMMENT);
    }
    if (found == null) throw new EOFException("the archive has no end record");
    return found;
  }

  private static @org.jspecify.annotations.Nullable ZipDirectory inLast(Content zip, int length)
      throws IOException {
    int count = (int) Math.min(length, zip.size());
    long start = zip.size() - count;
    byte[] tail = zip.read(start, count, END_LENGTH + MAX_COMMENT);
    for (int at = count - END_LENGTH; at >= 0; at--) {
      if (int32(tail, at) != END) continue;
      if (at + END_LENGTH + uint16(tail, at + 20) > count) continue;
      return ofEnd(zip, tail, at, start + at);
    }
    return null;
  }

  private static ZipDirectory ofEnd(Content zip, byte[] tail, int at, long end) throws IOException {
    long size = uint32(tail, at + 12);
    long offset = uint32(tail, at + 16);
    boolean wide = size == 0xffffffffL || offset == 0xffffffffL || uint16(tail, at + 10) == 0xffff;
    if (wide && end >= LOCATOR_64_LENGTH) {
      byte[] locator = zip.read(end - LOCATOR_64_LENGTH, LOCATOR_64_LENGTH, LOCATOR_64_LENGTH);
      if (int32(locator, 0) == LOCATOR_64) {
        return ofEnd64(zip, end - LOCATOR_64_LENGTH, int64(locator, 8));
      }
    }
    return checked(end, size, offset);
  }

  private static ZipDirectory ofEnd64(Content zip, long locator, long promised) throws IOException {
    // With something put before the archive the promised place is wrong; then the record lies
    // directly before its locator.
    for (long at : new long[] {promised, locator - END_64_LENGTH}) {
      if (at < 0 || at > locator - END_64_LENGTH) continue;
      byte[] end = zip.read(at, END_64_LENGTH, END_64_LENGTH);
      if (int32(end, 0) == END_64) return checked(at, int64(end, 40), int64(end, 48));
    }
    throw new MalformedZipException("the archive has no zip64 end record");
  }

  private static ZipDirectory checked(long end, long size, long offset)
      throws MalformedZipException {
    long start = end - size;
    if (size < 0 || offset < 0 || start < offset) {
      throw new MalformedZipException("the archive's directory lies outside of it");
    }
    return new ZipDirectory(start, size, start - offset);
  }
}
