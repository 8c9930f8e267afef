package io.breakwater.inventory.internal.binary;

import io.breakwater.oci.Content;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An ELF file of either word size and byte order (System V ABI). */
final class Elf implements Executable {
  private static final int MAX_HEADERS = 8 << 20;
  private static final int MAX_NAMES = 4 << 20;
  private static final int EXECUTABLE = 2;
  private static final int SHARED = 3;
  private static final int LOAD = 1;
  private static final int NO_BITS = 8;
  private static final int WRITABLE = 2;
  private static final int RUNNABLE = 1;

  private final Content content;
  private final Numbers numbers;
  private final byte[] sections;
  private final int sectionSize;
  private final byte[] names;
  private final byte[] segments;
  private final int segmentSize;

  private Elf(
      Content content,
      Numbers numbers,
      byte[] sections,
      int sectionSize,
      byte[] names,
      byte[] segments,
      int segmentSize) {
    this.content = content;
    this.numbers = numbers;
    this.sections = sections;
    this.sectionSize = sectionSize;
    this.names = names;
    this.segments = segments;
    this.segmentSize = segmentSize;
  }

  /** Whether a header is that of a program or shared library, not of an object file or core. */
  static boolean isLinked(byte[] bytes, int at) {
    int type = bytes[at + 5] == 2 ? bytes[at + 17] : bytes[at + 16];
    return type == EXECUTABLE || type == SHARED;
  }

  static Optional<Executable> open(Content content, byte[] head) throws IOException {
    boolean magic = head[1] == 'E' && head[2] == 'L' && head[3] == 'F';
    if (!magic || head[4] < 1 || head[4] > 2 || head[5] < 1 || head[5] > 2) return Optional.empty();
    boolean wide = head[4] == 2;
    var numbers = new Numbers(head[5] == 2, wide);
    int tail = wide ? 52 : 40;
    long segmentsAt = numbers.word(head, wide ? 32 : 28);
    long sectionsAt = numbers.word(head, wide ? 40 : 32);
    int segmentSize = numbers.uint16(head, tail + 2);
    int segmentCount = numbers.uint16(head, tail + 4);
    int sectionSize = numbers.uint16(head, tail + 6);
    int sectionCount = numbers.uint16(head, tail + 8);
    int namesIndex = numbers.uint16(head, tail + 10);
    byte[] segments = new byte[0];
    if (segmentSize >= (wide ? 56 : 32) && segmentCount > 0) {
      segments = content.read(segmentsAt, (long) segmentSize * segmentCount, MAX_HEADERS);
    }
    byte[] sections = new byte[0];
    byte[] names = new byte[0];
    // Some packers cut the section headers off and leave their place in the header.
    boolean present =
        sectionsAt > 0 && sectionsAt <= content.size() - (long) sectionSize * sectionCount;
    if (sectionSize >= (wide ? 64 : 40) && present) {
      sections = content.read(sectionsAt, (long) sectionSize * sectionCount, MAX_HEADERS);
      if (namesIndex < sectionCount) {
        Range range = section(numbers, sections, namesIndex * sectionSize);
        names = content.read(range.offset(), range.size(), MAX_NAMES);
      }
    }
    return Optional.of(
        new Elf(content, numbers, sections, sectionSize, names, segments, segmentSize));
  }

  private static Range section(Numbers numbers, byte[] sections, int at) {
    boolean wide = numbers.wide();
    return new Range(
        numbers.word(sections, at + (wide ? 16 : 12)),
        numbers.word(sections, at + (wide ? 24 : 16)),
        numbers.word(sections, at + (wide ? 32 : 20)));
  }

  @Override
  public Content content() {
    return content;
  }

  @Override
  public boolean isBigEndian() {
    return numbers.big();
  }

  @Override
  public Optional<Range> section(String name) {
    for (int at = 0; at + sectionSize <= sections.length && sectionSize > 0; at += sectionSize) {
      long nameAt = numbers.uint32(sections, at);
      if (nameAt >= names.length) continue;
      if (!Numbers.isText(names, (int) nameAt, Integer.MAX_VALUE, name)) continue;
      if (numbers.uint32(sections, at + 4) == NO_BITS) continue;
      return Optional.of(section(numbers, sections, at));
    }
    return Optional.empty();
  }

  @Override
  public Optional<Long> symbol(String name) throws IOException {
    Optional<Range> symbols = section(".dynsym");
    Optional<Range> strings = section(".dynstr");
    if (symbols.isEmpty() || strings.isEmpty()) return Optional.empty();
    boolean wide = numbers.wide();
    var table =
        new SymbolTable(
            numbers,
            content.read(symbols.get().offset(), symbols.get().size(), SymbolTable.MAX),
            wide ? 24 : 16,
            wide ? 8 : 4,
            content.read(strings.get().offset(), strings.get().size(), SymbolTable.MAX));
    return table.address(name);
  }

  @Override
  public List<Range> writableData() {
    return segments(true);
  }

  @Override
  public List<Range> loaded() {
    return segments(false);
  }

  private List<Range> segments(boolean writableOnly) {
    boolean wide = numbers.wide();
    var ranges = new ArrayList<Range>();
    for (int at = 0; at + segmentSize <= segments.length && segmentSize > 0; at += segmentSize) {
      if (numbers.uint32(segments, at) != LOAD) continue;
      long flags = numbers.uint32(segments, at + (wide ? 4 : 24));
      if (writableOnly && (flags & (WRITABLE | RUNNABLE)) != WRITABLE) continue;
      ranges.add(
          new Range(
              numbers.word(segments, at + (wide ? 16 : 8)),
              numbers.word(segments, at + (wide ? 8 : 4)),
              numbers.word(segments, at + (wide ? 32 : 16))));
    }
    return ranges;
  }
}
