package io.breakwater.inventory.internal.binary;

import io.breakwater.inventory.internal.binary.Executable.Range;
import io.breakwater.inventory.internal.binary.Linkage.Powers;
import io.breakwater.oci.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a Go program can do, by the names of its functions: the linker leaves out what nothing
 * calls, and the names stay when symbols are stripped, as stack traces need them.
 */
final class GoPowers {
  private static final String NOTE_OWNER = "Go";
  private static final int NOTE_TYPE = 4;
  private static final int WINDOW = 64 << 10;
  private static final int MAX_NAMES = 64 << 20;
  private static final int HEADER = 8;

  /** Everything that starts a program goes through one of these. */
  private static final byte[][] STARTERS = {
    name("syscall.forkExec\0"), name("syscall.forkAndExecInChild\0"), name("syscall.Exec\0")
  };

  private static final byte[] LOADER = name("plugin.open\0");

  /** Every program has it: where it is missing, others may go by names that somebody made up. */
  private static final byte[] ALWAYS = name("runtime.main\0");

  private static final int LONGEST = STARTERS[1].length;

  private GoPowers() {}

  /** Whether the linker of Go made a program. */
  static boolean isGo(Content content) throws IOException {
    return ElfNotes.find(content, NOTE_OWNER, NOTE_TYPE).isPresent();
  }

  /** What a program can do; hidden for programs that are not of Go. */
  static Powers of(Content content) throws IOException {
    Optional<Executable> elf = Elf.open(content, content.read(0, 64, 64));
    if (elf.isEmpty()) return Powers.HIDDEN;
    Optional<Range> table = elf.get().section(".gopclntab");
    if (table.isEmpty()) table = elf.get().section(".data.rel.ro.gopclntab");
    if (table.isEmpty()) return Powers.HIDDEN;
    long start = table.get().offset();
    long size = Math.min(table.get().size(), MAX_NAMES);
    if (start < 0 || size < 64 || start > content.size() - size) return Powers.HIDDEN;
    return search(content, start, start + Math.min(size, names(content, elf.get(), start)));
  }

  /** Where the names end, which stand first in it since Go 1.16; before that they are all over. */
  private static long names(Content content, Executable elf, long start) throws IOException {
    byte[] header = content.read(start, 64, 64);
    if (header[7] != 8) return Long.MAX_VALUE;
    var numbers = new Numbers(elf.isBigEndian(), true);
    int field =
        switch ((int) numbers.uint32(header, 0)) {
          case 0xfffffffa -> 3;
          case 0xfffffff0, 0xfffffff1 -> 4;
          default -> -1;
        };
    if (field < 0) return Long.MAX_VALUE;
    long files = numbers.int64(header, HEADER + 8 * field);
    return files > 64 ? files : Long.MAX_VALUE;
  }

  private static Powers search(Content content, long start, long end) throws IOException {
    byte[] window = new byte[WINDOW];
    boolean loads = false;
    boolean starts = false;
    boolean real = false;
    for (long at = start; at < end; at += WINDOW - LONGEST) {
      int length = content.read(at, window, 0, (int) Math.min(WINDOW, end - at));
      for (int i = 0; i < length; i++) {
        byte b = window[i];
        if (b == 'p') loads |= stands(LOADER, window, i, length);
        else if (b == 'r') real |= stands(ALWAYS, window, i, length);
        if (b != 's') continue;
        for (byte[] name : STARTERS) starts |= stands(name, window, i, length);
      }
      if (starts) break;
    }
    return new Powers(loads, starts, !real && !starts);
  }

  private static boolean stands(byte[] name, byte[] bytes, int at, int end) {
    if (at + name.length > end) return false;
    for (int i = 1; i < name.length; i++) if (bytes[at + i] != name[i]) return false;
    return true;
  }

  private static byte[] name(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
