package io.breakwater.inventory.internal.binary;

import io.breakwater.inventory.internal.LittleEndian;
import io.breakwater.oci.Content;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Portable Executable of Windows. */
public final class Pe implements Executable {
  private static final Numbers NUMBERS = new Numbers(false, true);
  private static final int HEADER_LENGTH = 24;
  private static final int SECTION_LENGTH = 40;
  private static final int MAX_SECTIONS = 1_000;
  private static final int EXPORTS = 0;
  private static final int MAX_EXPORTS = 1 << 12;
  private static final long INITIALISED_DATA = 0x40;
  private static final long WRITABLE = 0x80000000L;

  private final Content content;
  private final byte[] optional;
  private final byte[] sections;
  private final long base;

  private Pe(Content content, byte[] optional, byte[] sections, long base) {
    this.content = content;
    this.optional = optional;
    this.sections = sections;
    this.base = base;
  }

  static boolean isPlausible(byte[] bytes, int at, long size) {
    long header = LittleEndian.uint32(bytes, at + 0x3c);
    return header >= 0x40 && header < size - HEADER_LENGTH;
  }

  static Optional<Executable> open(Content content, byte[] head) throws IOException {
    if (head[1] != 'Z' || !isPlausible(head, 0, content.size())) return Optional.empty();
    long at = LittleEndian.uint32(head, 0x3c);
    byte[] header = content.read(at, HEADER_LENGTH, HEADER_LENGTH);
    if (LittleEndian.int32(header, 0) != 0x4550) return Optional.empty();
    int count = Math.min(MAX_SECTIONS, LittleEndian.uint16(header, 6));
    int optionalSize = LittleEndian.uint16(header, 20);
    byte[] optional = content.read(at + HEADER_LENGTH, optionalSize, 0xffff);
    long base = 0;
    if (optional.length >= 32) {
      boolean wide = LittleEndian.uint16(optional, 0) == 0x20b;
      base = wide ? LittleEndian.int64(optional, 24) : LittleEndian.uint32(optional, 28);
    }
    long sectionsAt = at + HEADER_LENGTH + optionalSize;
    byte[] sections =
        content.read(sectionsAt, (long) count * SECTION_LENGTH, MAX_SECTIONS * SECTION_LENGTH);
    return Optional.of(new Pe(content, optional, sections, base));
  }

  @Override
  public Content content() {
    return content;
  }

  @Override
  public boolean isBigEndian() {
    return false;
  }

  @Override
  public Optional<Range> section(String name) {
    for (int at = 0; at < sections.length; at += SECTION_LENGTH) {
      if (Numbers.isText(sections, at, 8, name)) return Optional.of(range(at));
    }
    return Optional.empty();
  }

  @Override
  public Optional<Long> symbol(String name) throws IOException {
    Optional<Range> exports = directory(EXPORTS);
    if (exports.isEmpty()) return Optional.empty();
    byte[] table = at(exports.get().address(), 40, 40).orElse(new byte[40]);
    long count = Math.min(MAX_EXPORTS, NUMBERS.uint32(table, 24));
    byte[] names = relative(table, 32, 4 * count);
    byte[] ordinals = relative(table, 36, 2 * count);
    for (int i = 0; 4 * i < names.length && 2 * i < ordinals.length; i++) {
      byte[] text = relative(names, 4 * i, name.length() + 1L);
      if (!Numbers.isText(text, 0, Integer.MAX_VALUE, name)) continue;
      long place = NUMBERS.uint32(table, 28) + 4L * NUMBERS.uint16(ordinals, 2 * i);
      byte[] address = at(base + place, 4, 4).orElse(new byte[0]);
      if (address.length == 4) return Optional.of(base + NUMBERS.uint32(address, 0));
    }
    return Optional.empty();
  }

  /** Bytes at the relative address that stands here; none where nothing is loaded there. */
  private byte[] relative(byte[] table, int pointer, long length) throws IOException {
    long address = base + NUMBERS.uint32(table, pointer);
    return at(address, length, 4 * MAX_EXPORTS).orElse(new byte[0]);
  }

  /**
   * A table that the header tells the place of, by its number.
   *
   * @return its address and size; the offset is not told. Empty where it has none
   */
  public Optional<Range> directory(int number) {
    if (optional.length < 2) return Optional.empty();
    boolean wide = LittleEndian.uint16(optional, 0) == 0x20b;
    int at = (wide ? 112 : 96) + 8 * number;
    if (at + 8 > optional.length || number >= NUMBERS.uint32(optional, wide ? 108 : 92)) {
      return Optional.empty();
    }
    long address = NUMBERS.uint32(optional, at);
    long size = NUMBERS.uint32(optional, at + 4);
    return address == 0 || size == 0
        ? Optional.empty()
        : Optional.of(new Range(base + address, 0, size));
  }

  /** The address that it is loaded at: addresses in its tables are relative to it. */
  public long base() {
    return base;
  }

  @Override
  public List<Range> writableData() {
    return ranges(INITIALISED_DATA | WRITABLE);
  }

  @Override
  public List<Range> loaded() {
    return ranges(0);
  }

  private List<Range> ranges(long flags) {
    var ranges = new ArrayList<Range>();
    for (int at = 0; at < sections.length; at += SECTION_LENGTH) {
      if ((NUMBERS.uint32(sections, at + 36) & flags) == flags) ranges.add(range(at));
    }
    return ranges;
  }

  private Range range(int at) {
    long virtual = NUMBERS.uint32(sections, at + 8);
    long raw = NUMBERS.uint32(sections, at + 16);
    return new Range(
        base + NUMBERS.uint32(sections, at + 12),
        NUMBERS.uint32(sections, at + 20),
        virtual == 0 ? raw : Math.min(virtual, raw));
  }
}
