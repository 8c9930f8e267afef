package io.breakwater.advisory.internal.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32;

/**
 * The bytes of a database and their checksums, one for each page of 4 KiB. A page is checked when
 * it is first touched, so that opening costs nothing and no damaged byte is ever used. Safe for use
 * by many threads: two of them may check the same page, which does no harm.
 */
final class PagedFile {
  static final int PAGE = 4096;

  private final ByteBuffer bytes;
  private final int checksums;
  private final boolean[] checked;

  /**
   * A file whose checksums have been verified themselves.
   *
   * @param checksums where the table of checksums starts, which is where the pages end
   */
  PagedFile(ByteBuffer bytes, int checksums) {
    this.bytes = bytes;
    this.checksums = checksums;
    this.checked = new boolean[pages(checksums)];
  }

  /** How many pages so many bytes take. */
  static int pages(int length) {
    return (int) ((length + (long) PAGE - 1) / PAGE);
  }

  /** A cursor over these bytes, whose pages are in order. */
  ByteCursor cursor(int from, int length) {
    check(from, length);
    return new ByteCursor(bytes, from, from + length);
  }

  /** The four bytes there. */
  int i32(int at) {
    check(at, 4);
    return bytes.getInt(at);
  }

  private void check(int from, int length) {
    if (from < PAGE || length < 0 || length > checksums - from) {
      throw new CorruptDatabaseException("a reference leads outside of the file");
    }
    int last = (int) ((from + (long) Math.max(1, length) - 1) / PAGE);
    for (int page = from / PAGE; page <= last; page++) {
      if (checked[page]) continue;
      int start = page * PAGE;
      int end = Math.min(checksums, start + PAGE);
      if (crc(bytes, start, end) != bytes.getInt(checksums + 4 * page)) {
        throw new CorruptDatabaseException("its page " + page + " is damaged");
      }
      checked[page] = true;
    }
  }

  /** Checks every page. */
  void checkAll() {
    check(PAGE, checksums - PAGE);
  }

  static int crc(ByteBuffer bytes, int from, int to) {
    var crc = new CRC32();
    crc.update(bytes.slice(from, to - from));
    return (int) crc.getValue();
  }

  /** The SHA-256 of the bytes in a range. */
  static byte[] sha256(ByteBuffer bytes, int from, int to) {
    MessageDigest sha256 = sha256();
    sha256.update(bytes.slice(from, to - from));
    return sha256.digest();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
