package io.breakwater.inspect.internal.exposure;

import io.breakwater.oci.Content;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an ELF file says of its guards and of where it looks for libraries.
 *
 * @param program whether it can be started
 * @param dynamic whether it is linked with libraries
 * @param pie whether it can lie at any address
 * @param relro 0 for no read-only relocations, 1 for some, 2 for all
 * @param executableStack whether its stack may be run
 * @param go whether Go's own linker made it
 * @param guarded whether it calls the guard of the stack
 * @param copies whether it calls functions that copy without bounds
 * @param hasRpath whether it names directories of libraries
 * @param rpath these, with colons
 */
record Elf(
    boolean program,
    boolean dynamic,
    boolean pie,
    int relro,
    boolean executableStack,
    boolean go,
    boolean guarded,
    boolean copies,
    boolean hasRpath,
    String rpath) {
  private static final int MOST_SEGMENTS = 256;
  private static final int MOST_DYNAMIC = 64 << 10;
  private static final int MOST_NAMES = 1 << 20;
  private static final int MOST_PATH = 4_096;
  private static final int MOST_NOTES = 4_096;

  /** The guards that it lacks, with commas; those that its language does without left out. */
  String lacks() {
    var lacks = new ArrayList<String>();
    if (executableStack) lacks.add("NX");
    if (!go && dynamic) {
      if (!pie) lacks.add("PIE");
      if (relro == 0) lacks.add("RELRO");
      if (!guarded && copies) lacks.add("canary");
    }
    return String.join(",", lacks);
  }

  /**
   * Reads a file.
   *
   * @return empty for what is neither program nor library
   * @throws IOException when it is cut or says what cannot be
   */
  static Optional<Elf> read(Content content) throws IOException {
    if (content.size() < 64) return Optional.empty();
    ByteBuffer head = ByteBuffer.wrap(content.read(0, 64, 64));
    if (head.getInt(0) != 0x7f454c46) return Optional.empty();
    int bits = head.get(4);
    int order = head.get(5);
    if (bits < 1 || bits > 2 || order < 1 || order > 2) return Optional.empty();
    head.order(order == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int type = head.getShort(16);
    if (type != 2 && type != 3) return Optional.empty();
    return Optional.of(new Reader(content, head, bits == 2).read(type == 2));
  }

  /** Reads one file, a few small pieces of it. */
  private static final class Reader {
    private static final int LOAD = 1;
    private static final int DYNAMIC = 2;
    private static final int INTERPRETER = 3;
    private static final int NOTE = 4;
    private static final int STACK = 0x6474e551;
    private static final int RELRO = 0x6474e552;

    private final Content content;
    private final ByteBuffer head;
    private final boolean wide;
    private final List<long[]> loaded = new ArrayList<>();

    Reader(Content content, ByteBuffer head, boolean wide) {
      this.content = content;
      this.head = head;
      this.wide = wide;
    }

    Elf read(boolean fixed) throws IOException {
      int size = head.getShort(wide ? 54 : 42) & 0xffff;
      int count = head.getShort(wide ? 56 : 44) & 0xffff;
      if (count > MOST_SEGMENTS) throw new EOFException(count + " segments");
      if (size < (wide ? 56 : 32)) count = 0;
      ByteBuffer table = piece(word(head, wide ? 32 : 28), (long) size * count, 1 << 24);
      boolean interpreter = false;
      boolean stack = false;
      boolean relro = false;
      boolean go = false;
      long[] dynamic = null;
      for (int i = 0; i < count; i++) {
        int at = i * size;
        int flags = table.getInt(at + (wide ? 4 : 24));
        long[] range = {
          word(table, at + (wide ? 8 : 4)),
          word(table, at + (wide ? 16 : 8)),
          word(table, at + (wide ? 32 : 16))
        };
        switch (table.getInt(at)) {
          case LOAD -> loaded.add(range);
          case DYNAMIC -> dynamic = range;
          case INTERPRETER -> interpreter = true;
          case NOTE -> go |= isGo(range);
          case STACK -> stack = (flags & 1) != 0;
          case RELRO -> relro = true;
          default -> {}
        }
      }
      if (dynamic == null) {
        return new Elf(fixed, false, !fixed, 0, stack, go, false, false, false, "");
      }
      return dynamic(
          fixed, interpreter, relro, stack, go, piece(dynamic[0], dynamic[2], MOST_DYNAMIC));
    }

    private Elf dynamic(
        boolean fixed, boolean interpreter, boolean relro, boolean stack, boolean go, ByteBuffer in)
        throws IOException {
      long strings = 0;
      long stringsSize = 0;
      long rpath = -1;
      boolean now = false;
      boolean pie = false;
      int width = wide ? 8 : 4;
      for (int at = 0; at + 2 * width <= in.capacity(); at += 2 * width) {
        long tag = word(in, at);
        long value = word(in, at + width);
        if (tag == 0) break;
        if (tag == 5) strings = value;
        else if (tag == 10) stringsSize = value;
        else if ((tag == 15 && rpath < 0) || tag == 29) rpath = value;
        else if (tag == 24 || (tag == 30 && (value & 8) != 0)) now = true;
        else if (tag == 0x6ffffffbL) {
          now |= (value & 1) != 0;
          pie = (value & 0x08000000L) != 0;
        }
      }
      boolean program = fixed || interpreter || pie;
      String names = program && !go ? names(strings, stringsSize) : "";
      return new Elf(
          program,
          true,
          !fixed,
          relro ? now ? 2 : 1 : 0,
          stack,
          go,
          names.contains("__stack_chk_"),
          copies(names),
          rpath >= 0,
          rpath < 0 ? "" : text(offset(strings) + rpath));
    }

    private static boolean copies(String names) {
      for (String name :
          List.of("strcpy", "strcat", "sprintf", "gets", "__strcpy_chk", "__sprintf_chk")) {
        if (names.contains("\0" + name + "\0")) return true;
      }
      return false;
    }

    /** The names of what it takes from libraries; none when they are too many. */
    private String names(long address, long size) throws IOException {
      if (address == 0 || size <= 0 || size > MOST_NAMES) return "";
      return new String(
          piece(offset(address), size, MOST_NAMES).array(), StandardCharsets.ISO_8859_1);
    }

    private String text(long at) throws IOException {
      if (at < 0 || at >= content.size()) throw new EOFException("a path at " + at);
      byte[] bytes = content.read(at, Math.min(MOST_PATH, content.size() - at), MOST_PATH);
      int end = 0;
      while (end < bytes.length && bytes[end] != 0) end++;
      return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    /** Go's build id is a note whose owner is "Go". */
    private boolean isGo(long[] range) throws IOException {
      ByteBuffer note = piece(range[0], Math.min(range[2], MOST_NOTES), MOST_NOTES);
      return note.capacity() >= 16
          && note.getInt(0) == 4
          && note.get(12) == 'G'
          && note.get(13) == 'o';
    }

    private ByteBuffer piece(long at, long length, int limit) throws IOException {
      return ByteBuffer.wrap(content.read(at, length, limit)).order(head.order());
    }

    private long word(ByteBuffer in, int at) {
      return wide ? in.getLong(at) : in.getInt(at) & 0xffffffffL;
    }

    private long offset(long address) throws IOException {
      for (long[] range : loaded) {
        if (address >= range[1] && address - range[1] < range[2]) {
          return range[0] + (address - range[1]);
        }
      }
      throw new EOFException("nothing is loaded at " + Long.toHexString(address));
    }
  }
}
