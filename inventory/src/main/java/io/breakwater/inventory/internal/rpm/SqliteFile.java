package io.breakwater.inventory.internal.rpm;

import io.breakwater.inventory.MalformedFileException;
import io.breakwater.model.NotAnalysed;
import io.breakwater.oci.Content;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Reads the tables of an SQLite 3 file as its file format documentation has them: pages of a b-tree
 * for each table, inner pages that lead to leaves, rows in leaves, and chains of overflow pages for
 * what is longer. Indexes, free pages and everything else are passed over.
 */
final class SqliteFile {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int FILE_HEAD = 100;
  private static final int INNER = 0x05;
  private static final int LEAF = 0x0d;

  /** A tree of this depth has more rows than a file has bytes. */
  private static final int DEEPEST = 40;

  private final Content content;
  private final HeaderReceiver headers;
  private final int pageSize;
  private final int usable;
  private final long pages;
  private final Charset encoding;
  private final BitSet seen = new BitSet();

  private SqliteFile(Content content, HeaderReceiver headers, ByteBuffer head)
      throws MalformedFileException {
    this.content = content;
    this.headers = headers;
    int size = head.getShort(16) & 0xffff;
    pageSize = size == 1 ? 65536 : size;
    usable = pageSize - (head.get(20) & 0xff);
    if (pageSize < 512 || Integer.bitCount(pageSize) != 1 || usable < 480) {
      throw new MalformedFileException("an SQLite file with a page size of " + pageSize);
    }
    pages = (content.size() + pageSize - 1) / pageSize;
    encoding =
        switch (head.getInt(56)) {
          case 2 -> StandardCharsets.UTF_16LE;
          case 3 -> StandardCharsets.UTF_16BE;
          default -> StandardCharsets.UTF_8;
        };
  }

  /** Whether a file with these first bytes is one. */
  static boolean isOne(byte[] start) {
    return start.length >= FILE_HEAD
        && ByteBuffer.wrap(start, 0, 16).equals(ByteBuffer.wrap(MAGIC));
  }

  /** Opens a file that {@link #isOne} of them. */
  static SqliteFile open(Content content, HeaderReceiver headers) throws IOException {
    return new SqliteFile(content, headers, ByteBuffer.wrap(content.read(0, FILE_HEAD, FILE_HEAD)));
  }

  /** The encoding of texts. */
  Charset encoding() {
    return encoding;
  }

  /** Receives the rows of a table. */
  @FunctionalInterface
  interface Rows {
    void row(Row row) throws IOException;
  }

  /**
   * A row, whose values are read when they are asked for.
   *
   * @param id its number
   * @param length of its record in bytes
   */
  record Row(long id, long length, HeaderReceiver.Source record) {}

  /** Gives the rows of the table whose tree starts at a page. */
  void table(long rootPage, Rows rows) throws IOException {
    walk(rootPage, 0, rows);
  }

  private void walk(long number, int depth, Rows rows) throws IOException {
    if (depth > DEEPEST) throw new MalformedFileException("a table that is too deep");
    if (number < 1 || number > pages) {
      headers.lost(NotAnalysed.Reason.TRUNCATED, "page " + number + " of the database is missing");
      return;
    }
    if (seen.get((int) number)) throw new MalformedFileException("a table that runs in circles");
    seen.set((int) number);
    byte[] bytes;
    try {
      bytes = page(number);
    } catch (EOFException e) {
      headers.lost(NotAnalysed.Reason.TRUNCATED, "page " + number + " of the database is cut");
      return;
    }
    try {
      cells(ByteBuffer.wrap(bytes), number == 1 ? FILE_HEAD : 0, depth, rows);
    } catch (IndexOutOfBoundsException e) {
      headers.lost(NotAnalysed.Reason.MALFORMED, "page " + number + " of the database");
    }
  }

  private void cells(ByteBuffer page, int head, int depth, Rows rows) throws IOException {
    int type = page.get(head);
    int count = page.getShort(head + 3) & 0xffff;
    switch (type) {
      case INNER -> {
        for (int i = 0; i < count; i++) {
          int cell = page.getShort(head + 12 + 2 * i) & 0xffff;
          walk(page.getInt(cell) & 0xffffffffL, depth + 1, rows);
        }
        walk(page.getInt(head + 8) & 0xffffffffL, depth + 1, rows);
      }
      case LEAF -> {
        for (int i = 0; i < count; i++) {
          row(page, page.getShort(head + 8 + 2 * i) & 0xffff, rows);
        }
      }
      default -> throw new IndexOutOfBoundsException();
    }
  }

  private void row(ByteBuffer page, int cell, Rows rows) throws IOException {
    if (cell >= page.capacity()) throw new IndexOutOfBoundsException();
    var in = page.duplicate().position(cell);
    long length;
    long id;
    try {
      length = SqliteRecord.varint(in);
      id = SqliteRecord.varint(in);
    } catch (java.nio.BufferUnderflowException e) {
      throw new IndexOutOfBoundsException();
    }
    int start = in.position();
    int local = local(length);
    if (length < 0 || local > usable - start) throw new IndexOutOfBoundsException();
    rows.row(new Row(id, length, () -> record(page, start, local, length)));
  }

  /** How many bytes of a record lie on its leaf: the documentation's arithmetic. */
  private int local(long length) {
    int most = usable - 35;
    if (length <= most) return (int) length;
    int least = (usable - 12) * 32 / 255 - 23;
    int fitting = least + (int) ((length - least) % (usable - 4));
    return fitting <= most ? fitting : least;
  }

  private byte[] record(ByteBuffer page, int start, int local, long length) throws IOException {
    if (length > content.size()) throw new EOFException("longer than the database");
    byte[] record = new byte[(int) length];
    page.get(start, record, 0, local);
    int done = local;
    if (done == record.length) return record;
    if (start + local + 4 > page.capacity()) {
      throw new MalformedFileException("a row that leaves its page");
    }
    long next = page.getInt(start + local) & 0xffffffffL;
    while (done < record.length) {
      if (next < 1 || next > pages) throw new EOFException("page " + next + " is missing");
      var overflow = ByteBuffer.wrap(page(next));
      next = overflow.getInt(0) & 0xffffffffL;
      int n = Math.min(usable - 4, record.length - done);
      overflow.get(4, record, done, n);
      done += n;
    }
    return record;
  }

  private byte[] page(long number) throws IOException {
    return content.read((number - 1) * pageSize, pageSize, pageSize);
  }
}
