package io.breakwater.advisory.internal.store;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.zip.CRC32;

/**
 * The pages of a database, of 4 KiB and with a checksum each. A page is read and checked when it is
 * first needed, so that opening costs nothing and no damaged byte is ever used, and then kept. Safe
 * for use by many threads: two of them may read the same page, which does no harm.
 */
final class PagedFile {
  static final int PAGE = 4096;

  /** Longer runs of pages are read at once and not kept. */
  private static final int MAX_KEPT = 16 * PAGE;

  private final ByteSource source;
  private final int end;
  private final byte[] checksums;
  private final AtomicReferenceArray<byte[]> pages;

  /**
   * The pages of a file.
   *
   * @param end where the last one ends
   * @param checksums a CRC-32 for each, which have been verified themselves
   */
  PagedFile(ByteSource source, int end, byte[] checksums) {
    this.source = source;
    this.end = end;
    this.checksums = checksums;
    this.pages = new AtomicReferenceArray<>(pages(end));
  }

  /** How many pages so many bytes take. */
  static int pages(int length) {
    return (int) ((length + (long) PAGE - 1) / PAGE);
  }

  /** A cursor over these bytes. */
  ByteCursor cursor(int from, int length) {
    if (from < PAGE || length < 0 || length > end - from) {
      throw new CorruptDatabaseException("a reference leads outside of the file");
    }
    int inPage = from % PAGE;
    if (inPage + (long) length <= PAGE) {
      if (length == 0) return new ByteCursor(checksums, 0, 0);
      return new ByteCursor(page(from / PAGE), inPage, inPage + length);
    }
    int start = from - inPage;
    if (length > MAX_KEPT) {
      int stop = (int) Math.min(end, (long) pages(from + length) * PAGE);
      return new ByteCursor(run(start, stop), inPage, inPage + length);
    }
    byte[] joined = new byte[length];
    for (int done = 0; done < length; ) {
      byte[] page = page((from + done) / PAGE);
      int at = (from + done) % PAGE;
      int part = Math.min(length - done, page.length - at);
      System.arraycopy(page, at, joined, done, part);
      done += part;
    }
    return new ByteCursor(joined, 0, length);
  }

  /** The four bytes there. */
  int i32(int at) {
    return cursor(at, 4).i32();
  }

  /** Checks every page; gives all of them to the digest. */
  void checkAll(MessageDigest digest) {
    for (int at = PAGE; at < end; ) {
      int stop = (int) Math.min(end, at + 256L * PAGE);
      digest.update(run(at, stop));
      at = stop;
    }
  }

  private byte[] page(int number) {
    byte[] kept = pages.get(number);
    if (kept != null) return kept;
    int start = number * PAGE;
    byte[] page = run(start, (int) Math.min(end, start + (long) PAGE));
    pages.set(number, page);
    return page;
  }

  /** Reads and checks whole pages. */
  private byte[] run(int from, int to) {
    byte[] bytes = new byte[to - from];
    try {
      source.read(from, bytes, bytes.length);
    } catch (IOException unreadable) {
      throw new CorruptDatabaseException("it cannot be read: " + unreadable.getMessage());
    }
    for (int at = 0; at < bytes.length; at += PAGE) {
      int page = (from + at) / PAGE;
      int length = Math.min(PAGE, bytes.length - at);
      if (crc(bytes, at, length) != new ByteCursor(checksums, 4 * page, 4 * page + 4).i32()) {
        throw new CorruptDatabaseException("its page " + page + " is damaged");
      }
    }
    return bytes;
  }

  static int crc(byte[] bytes, int from, int length) {
    var crc = new CRC32();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
