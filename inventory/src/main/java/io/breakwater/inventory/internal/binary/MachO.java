package io.breakwater.inventory.internal.binary;

import io.breakwater.inventory.internal.LittleEndian;
import io.breakwater.oci.Content;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Mach-O file of macOS; of a universal one its first architecture. */
final class MachO implements Executable {
  private static final int MAGIC_32 = 0xfeedface;
  private static final int MAGIC_64 = 0xfeedfacf;
  private static final int UNIVERSAL = 0xcafebabe;

  /** Java's class files have the same magic; their version number is larger. */
  private static final int MAX_ARCHITECTURES = 20;

  private static final int MAX_COMMANDS = 4 << 20;
  private static final int SEGMENT_32 = 1;
  private static final int SEGMENT_64 = 0x19;
  private static final int SYMBOLS = 2;

  private final Content content;
  private final Numbers numbers;
  private final long start;
  private final byte[] commands;

  private MachO(Content content, Numbers numbers, long start, byte[] commands) {
    this.content = content;
    this.numbers = numbers;
    this.start = start;
    this.commands = commands;
  }

  static boolean isPlausible(byte[] bytes, int at) {
    int little = LittleEndian.int32(bytes, at);
    int big = Integer.reverseBytes(little);
    if (big == UNIVERSAL) {
      int count = Integer.reverseBytes(LittleEndian.int32(bytes, at + 4));
      return count > 0 && count <= MAX_ARCHITECTURES;
    }
    return little == MAGIC_32 || little == MAGIC_64 || big == MAGIC_32 || big == MAGIC_64;
  }

  static Optional<Executable> open(Content content, byte[] head) throws IOException {
    if (!isPlausible(head, 0)) return Optional.empty();
    long start = 0;
    byte[] header = head;
    if (Integer.reverseBytes(LittleEndian.int32(head, 0)) == UNIVERSAL) {
      start = Integer.toUnsignedLong(Integer.reverseBytes(LittleEndian.int32(head, 16)));
      header = content.read(start, 32, 32);
      boolean nested = Integer.reverseBytes(LittleEndian.int32(header, 0)) == UNIVERSAL;
      if (nested || !isPlausible(header, 0)) return Optional.empty();
    }
    int magic = LittleEndian.int32(header, 0);
    boolean big = magic != MAGIC_32 && magic != MAGIC_64;
    boolean wide = (big ? Integer.reverseBytes(magic) : magic) == MAGIC_64;
    var numbers = new Numbers(big, wide);
    long size = numbers.uint32(header, 20);
    byte[] commands = content.read(start + (wide ? 32 : 28), size, MAX_COMMANDS);
    return Optional.of(new MachO(content, numbers, start, commands));
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
    boolean wide = numbers.wide();
    int sectionSize = wide ? 80 : 68;
    for (int at = 0; at >= 0; at = next(at)) {
      if (!isSegment(at)) continue;
      int first = at + (wide ? 72 : 56);
      long count = numbers.uint32(commands, at + (wide ? 64 : 48));
      long end = Math.min(commands.length, at + numbers.uint32(commands, at + 4));
      for (long i = 0; i < count && first + (i + 1) * sectionSize <= end; i++) {
        int here = (int) (first + i * sectionSize);
        if (!Numbers.isText(commands, here, 16, name)) continue;
        return Optional.of(
            new Range(
                numbers.word(commands, here + 32),
                start + numbers.uint32(commands, here + (wide ? 48 : 40)),
                numbers.word(commands, here + (wide ? 40 : 36))));
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<Long> symbol(String name) throws IOException {
    for (int at = 0; at >= 0; at = next(at)) {
      boolean found = at + 24 <= commands.length && numbers.uint32(commands, at) == SYMBOLS;
      if (!found) continue;
      int size = numbers.wide() ? 16 : 12;
      long symbols = numbers.uint32(commands, at + 12) * size;
      long strings = numbers.uint32(commands, at + 20);
      var table =
          new SymbolTable(
              numbers,
              content.read(start + numbers.uint32(commands, at + 8), symbols, SymbolTable.MAX),
              size,
              8,
              content.read(start + numbers.uint32(commands, at + 16), strings, SymbolTable.MAX));
      return table.address("_" + name);
    }
    return Optional.empty();
  }

  @Override
  public List<Range> writableData() {
    return segments(true);
  }

  @Override
  public List<Range> loaded() {
    return segments(false);
  }

  private List<Range> segments(boolean dataOnly) {
    boolean wide = numbers.wide();
    var ranges = new ArrayList<Range>();
    for (int at = 0; at >= 0; at = next(at)) {
      if (!isSegment(at)) continue;
      if (dataOnly && !Numbers.isText(commands, at + 8, 16, "__DATA")) continue;
      ranges.add(
          new Range(
              numbers.word(commands, at + 24),
              start + numbers.word(commands, at + (wide ? 40 : 32)),
              numbers.word(commands, at + (wide ? 48 : 36))));
    }
    return ranges;
  }

  private boolean isSegment(int at) {
    long kind = at + 8 <= commands.length ? numbers.uint32(commands, at) : 0;
    int size = numbers.wide() ? 72 : 56;
    return kind == (numbers.wide() ? SEGMENT_64 : SEGMENT_32) && at + size <= commands.length;
  }

  /** Where the command behind this one starts; negative behind the last. */
  private int next(int at) {
    if (at + 8 > commands.length) return -1;
    long size = numbers.uint32(commands, at + 4);
    return size < 8 || at + size + 8 > commands.length ? -1 : at + (int) size;
  }
}
