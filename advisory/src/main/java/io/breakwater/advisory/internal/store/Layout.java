package io.breakwater.advisory.internal.store;

import io.breakwater.model.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Where things lie in a database file. All numbers are big-endian.
 *
 * <pre>
 * page 0        magic (8) · format version (4) · length of the file (8) · start of the checksums (4)
 *               · flags (4) · SHA-256 of the content (32) · CRC-32 of the checksums (4)
 *               · for each section its start (4) and length (4) · CRC-32 of all this (4)
 * pages 1 to n  the content: the sections, one after the other
 * at the end    a CRC-32 (4) for each page, page 0 having 0
 * </pre>
 */
record Layout(PagedFile pages, boolean starter, Digest digest, Map<Section, Extent> parts) {
  static final int VERSION = 3;
  private static final byte[] MAGIC = {'B', 'W', 'A', 'D', 'V', 'D', 'B', '\n'};
  private static final int DIGEST_AT = 28;

  /** The parts of the content, in their order. */
  enum Section {
    /** Providers, ecosystems, and who speaks about which. */
    META,
    /** From ecosystem and name to the number of a package. */
    PACKAGE_INDEX,
    /** Where each package starts in {@link #PACKAGES}. */
    PACKAGE_TABLE,
    PACKAGES,
    /** Where each record starts in {@link #RECORDS}. */
    RECORD_TABLE,
    RECORDS,
    /** Where each hole starts in {@link #HOLES}. */
    HOLE_TABLE,
    HOLES,
    /** From an id to the numbers of holes. */
    ID_INDEX
  }

  private static final int HEADER = DIGEST_AT + 32 + 4 + 8 * Section.values().length;

  /** Writes the file of these sections; returns the SHA-256 of its content. */
  static Digest write(OutputStream out, ByteWriter[] sections, boolean starter) throws IOException {
    long size = PagedFile.PAGE;
    for (ByteWriter section : sections) size += section.size();
    int checksums = checked(size);
    var table = new Checksums(checksums);
    for (ByteWriter section : sections) section.feed(table);
    byte[] crcs = table.finish();
    byte[] digest = table.sha256.digest();
    ByteBuffer header = ByteBuffer.allocate(PagedFile.PAGE);
    header.put(MAGIC).putInt(VERSION).putLong(checked(size + crcs.length)).putInt(checksums);
    header.putInt(starter ? 1 : 0).put(digest);
    header.putInt(PagedFile.crc(crcs, 0, crcs.length));
    int at = PagedFile.PAGE;
    for (ByteWriter section : sections) {
      header.putInt(at).putInt(section.size());
      at += section.size();
    }
    header.putInt(PagedFile.crc(header.array(), 0, HEADER));
    out.write(header.array());
    for (ByteWriter section : sections) section.copyTo(out);
    out.write(crcs);
    return Digest.sha256(digest);
  }

  /** Sums up pages from pieces of any length. */
  static final class Checksums {
    private final MessageDigest sha256 = PagedFile.sha256();
    private final CRC32 crc = new CRC32();
    private final ByteBuffer table;
    private int inPage;

    Checksums(int end) {
      table = ByteBuffer.allocate(4 * PagedFile.pages(end));
      table.putInt(0);
    }

    void update(byte[] bytes, int length) {
      sha256.update(bytes, 0, length);
      int at = 0;
      while (at < length) {
        int part = Math.min(length - at, PagedFile.PAGE - inPage);
        crc.update(bytes, at, part);
        at += part;
        inPage += part;
        if (inPage == PagedFile.PAGE) closePage();
      }
    }

    private void closePage() {
      table.putInt((int) crc.getValue());
      crc.reset();
      inPage = 0;
    }

    private byte[] finish() {
      if (inPage > 0) closePage();
      return table.array();
    }
  }

  private static int checked(long size) {
    if (size > ByteWriter.MAX_SIZE) throw new DatabaseTooLargeException();
    return (int) size;
  }

  /** Reads page 0 and the table of checksums, and checks both. */
  static Layout read(ByteSource source) throws IOException {
    if (source.length() < PagedFile.PAGE) throw new CorruptDatabaseException("it is too short");
    byte[] header = new byte[PagedFile.PAGE];
    source.read(0, header, header.length);
    if (!Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new CorruptDatabaseException("it is not an advisory database");
    }
    ByteBuffer page = ByteBuffer.wrap(header);
    int version = page.getInt(8);
    if (version != VERSION) {
      throw new CorruptDatabaseException(
          "it has the format " + version + ", and this program reads format " + VERSION);
    }
    if (PagedFile.crc(header, 0, HEADER) != page.getInt(HEADER)) {
      throw new CorruptDatabaseException("its first page is damaged");
    }
    long length = page.getLong(12);
    if (length != source.length()) {
      throw new CorruptDatabaseException(
          "it should have " + length + " bytes and has " + source.length());
    }
    int end = page.getInt(20);
    if (end < PagedFile.PAGE || end + 4L * PagedFile.pages(end) != length) {
      throw new CorruptDatabaseException("its table of checksums does not fit");
    }
    byte[] checksums = new byte[4 * PagedFile.pages(end)];
    source.read(end, checksums, checksums.length);
    if (PagedFile.crc(checksums, 0, checksums.length) != page.getInt(DIGEST_AT + 32)) {
      throw new CorruptDatabaseException("its table of checksums is damaged");
    }
    byte[] digest = Arrays.copyOfRange(header, DIGEST_AT, DIGEST_AT + 32);
    boolean starter = (page.getInt(24) & 1) != 0;
    var pages = new PagedFile(source, end, checksums);
    return new Layout(pages, starter, Digest.sha256(digest), parts(page, end));
  }

  private static Map<Section, Extent> parts(ByteBuffer page, int end) {
    int at = DIGEST_AT + 36;
    var parts = new EnumMap<Section, Extent>(Section.class);
    for (Section section : Section.values()) {
      var extent = new Extent(page.getInt(at), page.getInt(at + 4));
      boolean inside = extent.start() >= PagedFile.PAGE && extent.length() >= 0;
      if (!inside || extent.length() > end - extent.start()) {
        throw new CorruptDatabaseException("a section leads outside of the file");
      }
      parts.put(section, extent);
      at += 8;
    }
    return parts;
  }

  /** Where a section lies. */
  Extent part(Section section) {
    Extent extent = parts.get(section);
    if (extent == null) throw new CorruptDatabaseException("a section is missing");
    return extent;
  }

  /** A run of bytes. */
  record Extent(int start, int length) {}
}
