package io.breakwater.inventory.internal.rpm;

import io.breakwater.inventory.MalformedFileException;
import io.breakwater.model.NotAnalysed;
import io.breakwater.oci.Content;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the file {@code Packages} of rpm up to version 4.15: a hash table of Berkeley DB, in the
 * byte order of the machine that wrote it. Keys are package numbers, values are headers.
 *
 * <p>Every page of the table is looked at, in the order of the file, instead of following buckets:
 * what is deleted has left its page, and pages out of use are marked so; and a chain that is broken
 * costs what hangs on it only. A page has a head of 26 bytes (longer with checksums), an index of
 * 16-bit offsets, and the items from its end backwards: a key, its value, a key, its value. A value
 * too long for a page lies on a chain of overflow pages.
 */
final class BdbHashFile {
  private static final int HASH_MAGIC = 0x061561;
  private static final int META_LENGTH = 512;

  private static final int META_MAGIC = 12;
  private static final int META_PAGE_SIZE = 20;
  private static final int META_ENCRYPTION = 24;
  private static final int META_TYPE = 25;
  private static final int META_FLAGS = 26;
  private static final int META_LAST_PAGE = 32;
  private static final int HAS_CHECKSUMS = 1;
  private static final int TYPE_HASH_META = 8;

  private static final int PAGE_NEXT = 16;
  private static final int PAGE_ENTRIES = 20;
  private static final int PAGE_FREE_OFFSET = 22;
  private static final int PAGE_TYPE = 25;
  private static final int PAGE_HEAD = 26;
  private static final int PAGE_HEAD_WITH_CHECKSUM = 32;

  private static final int TYPE_HASH_UNSORTED = 2;
  private static final int TYPE_OVERFLOW = 7;
  private static final int TYPE_HASH = 13;

  private static final int ITEM_KEY_DATA = 1;
  private static final int ITEM_DUPLICATES = 2;
  private static final int ITEM_OFF_PAGE = 3;

  private final Content content;
  private final HeaderReceiver headers;
  private final ByteOrder order;
  private final int pageSize;
  private final int head;
  private final long pages;

  private BdbHashFile(
      Content content, HeaderReceiver headers, ByteBuffer meta, int pageSize, long pages) {
    this.content = content;
    this.headers = headers;
    this.order = meta.order();
    this.pageSize = pageSize;
    this.pages = pages;
    boolean checksums = (meta.get(META_FLAGS) & HAS_CHECKSUMS) != 0;
    this.head = checksums ? PAGE_HEAD_WITH_CHECKSUM : PAGE_HEAD;
  }

  /** Whether a file with these first bytes is one, of either byte order. */
  static boolean isOne(byte[] start) {
    if (start.length < META_LENGTH) return false;
    int magic = ByteBuffer.wrap(start).getInt(META_MAGIC);
    return magic == HASH_MAGIC || Integer.reverseBytes(magic) == HASH_MAGIC;
  }

  /**
   * Gives every header.
   *
   * @throws MalformedFileException when there is no table
   */
  static void read(Content content, HeaderReceiver headers) throws IOException {
    var meta = ByteBuffer.wrap(content.read(0, META_LENGTH, META_LENGTH));
    if (meta.getInt(META_MAGIC) != HASH_MAGIC) meta.order(ByteOrder.LITTLE_ENDIAN);
    if (meta.get(META_ENCRYPTION) != 0) {
      headers.lost(NotAnalysed.Reason.ENCRYPTED, "an encrypted Berkeley DB");
      return;
    }
    int pageSize = meta.getInt(META_PAGE_SIZE);
    boolean sensible = pageSize >= 512 && pageSize <= 64 * 1024 && Integer.bitCount(pageSize) == 1;
    if (!sensible || meta.get(META_TYPE) != TYPE_HASH_META) {
      throw new MalformedFileException("a Berkeley DB with a page size of " + pageSize);
    }
    long told = (meta.getInt(META_LAST_PAGE) & 0xffffffffL) + 1;
    long there = content.size() / pageSize;
    if (told > there) {
      headers.lost(
          NotAnalysed.Reason.TRUNCATED, there + " of " + told + " pages of the database are there");
    }
    new BdbHashFile(content, headers, meta, pageSize, Math.min(told, there)).pages();
  }

  private void pages() throws IOException {
    byte[] bytes = new byte[pageSize];
    var page = ByteBuffer.wrap(bytes).order(order);
    for (long number = 1; number < pages; number++) {
      readPage(number, bytes);
      int type = page.get(PAGE_TYPE);
      if (type != TYPE_HASH && type != TYPE_HASH_UNSORTED) continue;
      try {
        items(page, number);
      } catch (IndexOutOfBoundsException e) {
        headers.lost(NotAnalysed.Reason.MALFORMED, "page " + number + " of the database");
      }
    }
  }

  private void items(ByteBuffer page, long number) throws IOException {
    int entries = page.getShort(PAGE_ENTRIES) & 0xffff;
    int previous = pageSize;
    for (int i = 0; i + 1 < entries; i += 2) {
      int key = offset(page, i);
      int value = offset(page, i + 1);
      // The items lie one before the other, so that each ends where the last one starts.
      boolean inOrder = value >= head && value < key && key < previous;
      if (!inOrder) throw new IndexOutOfBoundsException();
      if (!isCounter(page, key, previous)) {
        value(page, value, key, "item " + i + " of page " + number);
      }
      previous = value;
    }
  }

  private int offset(ByteBuffer page, int item) {
    return page.getShort(head + 2 * item) & 0xffff;
  }

  /** The record of number zero holds the last number given out. */
  private static boolean isCounter(ByteBuffer page, int key, int end) {
    return page.get(key) == ITEM_KEY_DATA && end - key == 5 && page.getInt(key + 1) == 0;
  }

  private void value(ByteBuffer page, int start, int end, String which) throws IOException {
    switch (page.get(start)) {
      case ITEM_KEY_DATA -> inline(page, start + 1, end - start - 1, which);
      case ITEM_DUPLICATES -> {
        // Each with its length before and after it.
        for (int at = start + 1; at < end; ) {
          int length = page.getShort(at) & 0xffff;
          if (length > end - at - 4) throw new IndexOutOfBoundsException();
          inline(page, at + 2, length, which);
          at += length + 4;
        }
      }
      case ITEM_OFF_PAGE -> {
        long first = page.getInt(start + 4) & 0xffffffffL;
        long length = page.getInt(start + 8) & 0xffffffffL;
        headers.header(which, length, () -> overflow(first, (int) length));
      }
      default ->
          headers.lost(NotAnalysed.Reason.UNSUPPORTED, which + " is of type " + page.get(start));
    }
  }

  private void inline(ByteBuffer page, int start, int length, String which)
      throws MalformedFileException {
    byte[] copy = new byte[length];
    page.get(start, copy);
    headers.header(which, length, () -> copy);
  }

  /** A value on a chain of overflow pages, each of which says how many bytes of it it has. */
  private byte[] overflow(long first, int length) throws IOException {
    if (length > content.size()) throw new EOFException("longer than the database");
    byte[] value = new byte[length];
    byte[] bytes = new byte[pageSize];
    var page = ByteBuffer.wrap(bytes).order(order);
    long number = first;
    int done = 0;
    while (done < length) {
      if (number == 0 || number >= pages) throw new EOFException("page " + number + " is missing");
      readPage(number, bytes);
      int part = page.getShort(PAGE_FREE_OFFSET) & 0xffff;
      boolean sound = page.get(PAGE_TYPE) == TYPE_OVERFLOW && part > 0 && part <= pageSize - head;
      if (!sound) throw new MalformedFileException("page " + number + " is no part of a value");
      int n = Math.min(part, length - done);
      System.arraycopy(bytes, head, value, done, n);
      done += n;
      number = page.getInt(PAGE_NEXT) & 0xffffffffL;
    }
    return value;
  }

  private void readPage(long number, byte[] into) throws IOException {
    int done = 0;
    while (done < pageSize) {
      int n = content.read(number * pageSize + done, into, done, pageSize - done);
      if (n <= 0) throw new EOFException("page " + number + " is cut short");
      done += n;
    }
  }
}
