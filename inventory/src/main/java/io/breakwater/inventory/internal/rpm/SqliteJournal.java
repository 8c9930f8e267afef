package io.breakwater.inventory.internal.rpm;

import io.breakwater.oci.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/**
 * An SQLite file as it is with its write-ahead log: pages that the log has in a later state are
 * those of the log. As the file format documentation has it, a frame of the log counts if it bears
 * the salt of the log's head, if the checksums from the head up to it are right, and if it or a
 * later such frame ends a transaction.
 */
final class SqliteJournal implements Content {
  private static final int HEAD = 32;
  private static final int FRAME_HEAD = 24;
  private static final int MAGIC = 0x377f0682; // the lowest bit: checksums are big-endian

  private final Content file;
  private final Content log;
  private final int pageSize;
  private final long size;

  /** Where in the log each page's last state starts. */
  private final Map<Long, Long> pages;

  private SqliteJournal(Content file, Content log, int pageSize, long size, Map<Long, Long> pages) {
    this.file = file;
    this.log = log;
    this.pageSize = pageSize;
    this.size = size;
    this.pages = pages;
  }

  /** The file with what its log adds; the file alone, where the log adds nothing. */
  static Content over(Content file, Content log) throws IOException {
    if (log.size() < HEAD + FRAME_HEAD) return file;
    var head = ByteBuffer.wrap(log.read(0, HEAD, HEAD));
    int pageSize = head.getInt(8);
    boolean sound =
        (head.getInt(0) & ~1) == MAGIC
            && pageSize >= 512
            && pageSize <= 65536
            && Integer.bitCount(pageSize) == 1;
    if (!sound) return file;
    boolean bigEndian = (head.getInt(0) & 1) == 1;
    var sum = new Checksum(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    sum.add(head, 0, 24);
    if (!sum.is(head.getInt(24), head.getInt(28))) return file;

    Map<Long, Long> committed = new HashMap<>();
    Map<Long, Long> pending = new HashMap<>();
    long size = file.size();
    int frameSize = FRAME_HEAD + pageSize;
    for (long at = HEAD; at + frameSize <= log.size(); at += frameSize) {
      var frame = ByteBuffer.wrap(log.read(at, frameSize, frameSize));
      sum.add(frame, 0, 8);
      sum.add(frame, FRAME_HEAD, pageSize);
      boolean valid =
          frame.getInt(8) == head.getInt(16)
              && frame.getInt(12) == head.getInt(20)
              && sum.is(frame.getInt(16), frame.getInt(20));
      if (!valid) break;
      pending.put(frame.getInt(0) & 0xffffffffL, at + FRAME_HEAD);
      long pagesAfter = frame.getInt(4) & 0xffffffffL;
      if (pagesAfter == 0) continue;
      committed.putAll(pending);
      pending.clear();
      // A log cannot say that there are pages that neither it nor the file has.
      size = Math.min(pagesAfter * pageSize, file.size() + log.size());
    }
    if (committed.isEmpty()) return file;
    return new SqliteJournal(file, log, pageSize, size, committed);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int read(long position, byte[] into, int offset, int length) throws IOException {
    if (position < 0 || position >= size) return 0;
    int done = 0;
    while (done < length && position + done < size) {
      long at = position + done;
      int inPage = (int) (at % pageSize);
      int want = (int) Math.min(Math.min(length - done, pageSize - inPage), size - at);
      Long start = pages.get(at / pageSize + 1);
      int n =
          start == null
              ? file.read(at, into, offset + done, want)
              : log.read(start + inPage, into, offset + done, want);
      if (n <= 0) return done;
      done += n;
    }
    return done;
  }

  /** The log's own checksum: two sums, each over every other word and the other sum. */
  private static final class Checksum {
    private final ByteOrder order;
    private int first;
    private int second;

    Checksum(ByteOrder order) {
      this.order = order;
    }

    void add(ByteBuffer bytes, int from, int length) {
      var words = bytes.duplicate().order(order);
      for (int i = from; i < from + length; i += 8) {
        first += words.getInt(i) + second;
        second += words.getInt(i + 4) + first;
      }
    }

    boolean is(int one, int other) {
      return first == one && second == other;
    }
  }
}
