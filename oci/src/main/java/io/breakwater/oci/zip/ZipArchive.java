package io.breakwater.oci.zip;

import static io.breakwater.oci.zip.LittleEndian.int32;
import static io.breakwater.oci.zip.LittleEndian.int64;
import static io.breakwater.oci.zip.LittleEndian.uint16;
import static io.breakwater.oci.zip.LittleEndian.uint32;

import io.breakwater.oci.Content;
import io.breakwater.oci.ContentTooLargeException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A ZIP archive, read by its central directory (APPNOTE.TXT, zip64 included): only the directory
 * and the members that are asked for are touched. Names and sizes are the directory's, as for every
 * Java virtual machine; local headers only tell where the bytes begin. What lies before the archive
 * or between its members does not matter. Used by one thread.
 */
public final class ZipArchive {
  private static final int HEADER = 0x02014b50;
  private static final int HEADER_LENGTH = 46;
  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int LOCAL_HEADER_LENGTH = 30;
  private static final int MAX_DIRECTORY = 64 << 20;

  /** Of those that matter. */
  private static final int MAX_MEMBERS = 100_000;

  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private final Content zip;
  private final ZipBudget budget;
  private final List<ZipMember> members = new ArrayList<>();
  private boolean damaged;

  private ZipArchive(Content zip, ZipBudget budget) {
    this.zip = zip;
    this.budget = budget;
  }

  /**
   * Opens an archive.
   *
   * @param filter which members matter; the others are not remembered
   * @throws EOFException when it has no directory, because it was cut or is no archive
   * @throws MalformedZipException when its directory is nowhere
   * @throws ContentTooLargeException when its directory is over a limit or the budget is spent
   */
  public static ZipArchive open(Content zip, ZipBudget budget, NameFilter filter)
      throws IOException {
    budget.archive();
    ZipDirectory place = ZipDirectory.find(zip);
    budget.directory(place.size());
    byte[] directory = zip.read(place.start(), place.size(), MAX_DIRECTORY);
    var archive = new ZipArchive(zip, budget);
    archive.readDirectory(directory, place.shift(), filter);
    return archive;
  }

  /** The members that matter, in the order of the directory. */
  public List<ZipMember> members() {
    return members;
  }

  /** Whether the directory has something else than members in it: not all are listed then. */
  public boolean damaged() {
    return damaged;
  }

  private void readDirectory(byte[] bytes, long shift, NameFilter filter) throws IOException {
    int at = 0;
    while (at + HEADER_LENGTH <= bytes.length && int32(bytes, at) == HEADER) {
      budget.member();
      int name = uint16(bytes, at + 28);
      int extra = uint16(bytes, at + 30);
      int next = at + HEADER_LENGTH + name + extra + uint16(bytes, at + 32);
      if (next > bytes.length) break;
      if (filter.accepts(bytes, at + HEADER_LENGTH, name)) {
        if (members.size() == MAX_MEMBERS) {
          throw new ContentTooLargeException(MAX_MEMBERS + 1L, MAX_MEMBERS);
        }
        members.add(member(bytes, at, name, extra, shift));
      }
      at = next;
    }
    // A digital signature may follow the last header; anything else is damage.
    damaged = at != bytes.length && !(at + 4 <= bytes.length && int32(bytes, at) == 0x05054b50);
  }

  private static ZipMember member(byte[] bytes, int at, int name, int extra, long shift) {
    long compressed = uint32(bytes, at + 20);
    long size = uint32(bytes, at + 24);
    long header = uint32(bytes, at + 42);
    int field = at + HEADER_LENGTH + name;
    int end = field + extra;
    while (field + 4 <= end) {
      int length = uint16(bytes, field + 2);
      int value = field + 4;
      int limit = Math.min(end, value + length);
      if (uint16(bytes, field) == 1) {
        if (size == 0xffffffffL && value + 8 <= limit) {
          size = int64(bytes, value);
          value += 8;
        }
        if (compressed == 0xffffffffL && value + 8 <= limit) {
          compressed = int64(bytes, value);
          value += 8;
        }
        if (header == 0xffffffffL && value + 8 <= limit) header = int64(bytes, value);
      }
      field += 4 + length;
    }
    return new ZipMember(
        new String(bytes, at + HEADER_LENGTH, name, StandardCharsets.UTF_8),
        uint16(bytes, at + 10),
        (uint16(bytes, at + 8) & 1) != 0,
        compressed,
        size,
        header + shift);
  }

  /**
   * The bytes of a member, inflated.
   *
   * @param limit the most bytes that are taken
   * @throws ContentTooLargeException when there are more, or the budget is spent
   * @throws MalformedZipException when they are not where the directory says, or not compressed as
   *     it says
   */
  public byte[] read(ZipMember member, int limit) throws IOException {
    Content raw = raw(member);
    if (member.method() == STORED) {
      byte[] bytes = raw.readAll(limit);
      budget.inflate(bytes.length, bytes.length, bytes.length);
      return bytes;
    }
    return Inflate.raw(raw, member.size(), limit, budget);
  }

  /**
   * A member as a content of its own: a view where it is stored, else inflated into memory.
   *
   * @throws IOException as for {@link #read}
   */
  public Content content(ZipMember member, int limit) throws IOException {
    return member.method() == STORED ? raw(member) : Content.of(read(member, limit));
  }

  /** Whether {@link #content} needs no memory for this member. */
  public static boolean isView(ZipMember member) {
    return member.method() == STORED;
  }

  private Content raw(ZipMember member) throws IOException {
    if (member.encrypted()) throw new MalformedZipException("encrypted: " + member.name());
    if (member.method() != STORED && member.method() != DEFLATED) {
      throw new MalformedZipException("compression method " + member.method());
    }
    byte[] local = zip.read(member.header(), LOCAL_HEADER_LENGTH, LOCAL_HEADER_LENGTH);
    if (int32(local, 0) != LOCAL_HEADER) {
      throw new MalformedZipException("no local header at " + member.header());
    }
    long start =
        member.header() + LOCAL_HEADER_LENGTH + uint16(local, 26) + (long) uint16(local, 28);
    long length = member.compressedSize();
    if (length < 0 || start > zip.size() - length) {
      throw new EOFException("a member ends behind the archive");
    }
    return new SlicedContent(zip, start, length);
  }
}
