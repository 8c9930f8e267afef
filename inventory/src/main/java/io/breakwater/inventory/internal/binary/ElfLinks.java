package io.breakwater.inventory.internal.binary;

import io.breakwater.inventory.internal.binary.Executable.Range;
import io.breakwater.inventory.internal.binary.Linkage.Powers;
import io.breakwater.oci.Content;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an ELF file is linked with, as the loader does: by the program headers and the dynamic
 * section, which stay when all else is stripped. A few small reads.
 */
public final class ElfLinks {
  private static final int EXECUTABLE = 2;
  private static final int SHARED = 3;
  private static final int MAX_SEGMENTS = 256;
  private static final int MAX_DYNAMIC = 64 << 10;
  private static final int MAX_SYMBOLS = 30_000;
  private static final int MAX_NEEDED = 500;
  private static final int MAX_PATH = 4_096;

  private static final int LOAD = 1;
  private static final int DYNAMIC = 2;
  private static final int INTERPRETER = 3;

  private static final int NEEDED = 1;
  private static final int HASH = 4;
  private static final int STRINGS = 5;
  private static final int SYMBOLS = 6;
  private static final int STRINGS_SIZE = 10;
  private static final int SONAME = 14;
  private static final int RPATH = 15;
  private static final int RUNPATH = 29;
  private static final long GNU_HASH = 0x6ffffef5L;
  private static final long FLAGS_1 = 0x6ffffffbL;

  /** Of the flags: a program that can lie at any address. */
  private static final long POSITION_INDEPENDENT = 0x08000000L;

  /** The longest of the names below. */
  private static final int LONGEST_NAME = 12;

  private static final Set<String> LOADERS = Set.of("dlopen", "dlmopen");
  private static final Set<String> STARTERS =
      Set.of(
          "execl",
          "execle",
          "execlp",
          "execv",
          "execve",
          "execveat",
          "execvp",
          "execvpe",
          "fexecve",
          "popen",
          "posix_spawn",
          "posix_spawnp",
          "system",
          "wordexp");

  private final Content content;
  private final Numbers numbers;
  private final byte[] head;
  private final List<Range> loaded = new ArrayList<>();
  private final List<String> needed = new ArrayList<>();
  private String interpreter = "";
  private @Nullable Range dynamic;

  private ElfLinks(Content content, Numbers numbers, byte[] head) {
    this.content = content;
    this.numbers = numbers;
    this.head = head;
  }

  /**
   * What a program or library is linked with.
   *
   * @return empty for what is no ELF file, and for object files and cores
   * @throws IOException when the file is cut or says what cannot be
   */
  public static Optional<Linkage> read(Content content) throws IOException {
    if (content.size() < 64) return Optional.empty();
    byte[] head = content.read(0, 64, 64);
    boolean known = head[4] >= 1 && head[4] <= 2 && head[5] >= 1 && head[5] <= 2;
    if (head[0] != 0x7f || head[1] != 'E' || head[2] != 'L' || head[3] != 'F' || !known) {
      return Optional.empty();
    }
    var links = new ElfLinks(content, new Numbers(head[5] == 2, head[4] == 2), head);
    int type = links.numbers.uint16(head, 16);
    if (type != EXECUTABLE && type != SHARED) return Optional.empty();
    return Optional.of(links.linkage(type == EXECUTABLE));
  }

  private Linkage linkage(boolean fixed) throws IOException {
    segments();
    int machine = head[4] << 24 | head[5] << 16 | numbers.uint16(head, 18);
    Range section = dynamic;
    if (section == null) {
      Powers powers = fixed ? GoPowers.of(content) : Powers.HIDDEN;
      return new Linkage(machine, fixed, interpreter, "", needed, "", "", powers);
    }
    byte[] entries = content.read(section.offset(), section.size(), MAX_DYNAMIC);
    int width = wide() ? 8 : 4;
    long strings = 0;
    long size = 0;
    boolean isProgram = fixed || !interpreter.isEmpty();
    for (int at = 0; at + 2 * width <= entries.length; at += 2 * width) {
      long tag = numbers.word(entries, at);
      if (tag == 0) break;
      if (tag == STRINGS) strings = numbers.word(entries, at + width);
      else if (tag == STRINGS_SIZE) size = numbers.word(entries, at + width);
      else if (tag == FLAGS_1) isProgram |= isPie(numbers.word(entries, at + width));
    }
    var names = new ElfNames(content, offset(strings), size);
    var symbols = new Symbols(strings);
    String soname = "";
    String rpath = "";
    String runpath = "";
    for (int at = 0; at + 2 * width <= entries.length; at += 2 * width) {
      long tag = numbers.word(entries, at);
      long value = numbers.word(entries, at + width);
      if (tag == 0) break;
      if (tag == NEEDED && needed.size() < MAX_NEEDED) needed.add(names.at(value, MAX_PATH));
      else if (tag == SONAME) soname = names.at(value, MAX_PATH);
      else if (tag == RPATH) rpath = names.at(value, MAX_PATH);
      else if (tag == RUNPATH) runpath = names.at(value, MAX_PATH);
      else symbols.entry(tag, value);
    }
    Powers powers = isProgram ? ofProgram(fixed, symbols, names) : imported(false, symbols, names);
    return new Linkage(machine, isProgram, interpreter, soname, needed, rpath, runpath, powers);
  }

  private static boolean isPie(long flags) {
    return (flags & POSITION_INDEPENDENT) != 0;
  }

  private Powers ofProgram(boolean fixed, Symbols symbols, ElfNames names) throws IOException {
    if (interpreter.isEmpty()) return GoPowers.of(content);
    // What has no section headers may be anything: a packed program for one.
    if (numbers.word(head, wide() ? 40 : 32) == 0) return Powers.HIDDEN;
    Powers imported = imported(fixed, symbols, names);
    if (!GoPowers.isGo(content)) return imported;
    Powers own = GoPowers.of(content);
    return new Powers(
        imported.loads() || own.loads(),
        imported.starts() || own.starts(),
        imported.hidden() || own.hidden());
  }

  /** By the names of the symbols that it has from others. */
  private Powers imported(boolean fixed, Symbols symbols, ElfNames names) throws IOException {
    int entry = wide() ? 24 : 16;
    long count = symbols.count(fixed, entry);
    if (count < 0 || count > MAX_SYMBOLS) return Powers.HIDDEN;
    byte[] table = content.read(offset(symbols.table), count * entry, MAX_SYMBOLS * entry);
    boolean loads = false;
    boolean starts = false;
    for (int at = 0; at < table.length && !(loads && starts); at += entry) {
      if (numbers.uint16(table, at + (wide() ? 6 : 14)) != 0) continue; // its own
      long name = numbers.uint32(table, at);
      if (!"defpsw".contains(names.first(name))) continue;
      String text = names.at(name, LONGEST_NAME);
      loads |= LOADERS.contains(text);
      starts |= STARTERS.contains(text);
    }
    return new Powers(loads, starts, false);
  }

  /** Where the table of symbols lies and how many there are: no entry of the section says it. */
  private final class Symbols {
    private final long strings;
    private long table;
    private long hash;
    private long gnuHash;

    Symbols(long strings) {
      this.strings = strings;
    }

    void entry(long tag, long value) {
      if (tag == SYMBOLS) table = value;
      else if (tag == HASH) hash = value;
      else if (tag == GNU_HASH) gnuHash = value;
    }

    /**
     * How many have to be looked at to see all that come from others; -1 when that is not known.
     *
     * @param fixed for programs at a fixed address, which may have hashed some of those
     */
    long count(boolean fixed, int entry) throws IOException {
      if (table == 0) return 0;
      if (fixed && strings > table) return (strings - table) / entry;
      // The GNU hash leaves out what is not defined here, and that stands first.
      if (gnuHash != 0) return numbers.uint32(content.read(offset(gnuHash), 8, 8), 4);
      if (hash != 0) return numbers.uint32(content.read(offset(hash), 8, 8), 4);
      return strings > table ? (strings - table) / entry : -1;
    }
  }

  private void segments() throws IOException {
    int size = numbers.uint16(head, wide() ? 54 : 42);
    int count = numbers.uint16(head, wide() ? 56 : 44);
    if (size < (wide() ? 56 : 32) || count == 0) return;
    long start = numbers.word(head, wide() ? 32 : 28);
    if (count > MAX_SEGMENTS) throw new EOFException(count + " segments");
    byte[] segments = content.read(start, (long) size * count, size * MAX_SEGMENTS);
    for (int at = 0; at < segments.length; at += size) {
      int type = (int) numbers.uint32(segments, at);
      if (type != LOAD && type != DYNAMIC && type != INTERPRETER) continue;
      var range =
          new Range(
              numbers.word(segments, at + (wide() ? 16 : 8)),
              numbers.word(segments, at + (wide() ? 8 : 4)),
              numbers.word(segments, at + (wide() ? 32 : 16)));
      if (type == LOAD) loaded.add(range);
      else if (type == DYNAMIC) dynamic = range;
      else interpreter = text(content.read(range.offset(), range.size(), MAX_PATH));
    }
  }

  private static String text(byte[] bytes) {
    return ElfNames.text(bytes, 0, MAX_PATH);
  }

  private boolean wide() {
    return numbers.wide();
  }

  private long offset(long address) throws IOException {
    for (Range range : loaded) {
      if (range.covers(address, 1)) return range.offset() + (address - range.address());
    }
    throw new EOFException("nothing is loaded at " + Long.toHexString(address));
  }
}
