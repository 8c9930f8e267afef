package io.breakwater.inventory.internal.php;

import io.breakwater.inventory.internal.LittleEndian;
import io.breakwater.inventory.internal.binary.Executable;
import io.breakwater.inventory.internal.binary.Executable.Range;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The entry of a PHP extension: a structure of 168 bytes in the data of its library, that starts
 * with its own size and the number of PHP's interface. Its pointers stand in relocations, or in
 * their places where these are packed. Of libraries with 64 bits.
 *
 * @param api the number of PHP's interface: the day when it was settled
 */
record ModuleEntry(String name, String version, int api) {
  private static final int SIZE = 168;
  private static final int NAME_AT = 32;
  private static final int VERSION_AT = 88;
  private static final int OLDEST = 20090626;
  private static final int NEWEST = 20991231;
  private static final int MAX_SECTION = 16 << 20;
  private static final int RELOCATION = 24;
  private static final int LONGEST = 100;

  /** More than one structure that looks like an entry is odd, many are an attack. */
  private static final int MOST_TRIES = 4;

  /** The entry of a library; empty where nothing in its data can be one. */
  static Optional<ModuleEntry> read(Executable library) throws IOException {
    if (library.isBigEndian()) return Optional.empty();
    byte[] relocations = bytes(library, library.section(".rela.dyn"));
    int tries = 0;
    for (String section : List.of(".data", ".data.rel.ro", ".data.rel.local")) {
      Optional<Range> range = library.section(section);
      byte[] data = bytes(library, range);
      for (int at = 0; at + SIZE <= data.length; at += 8) {
        if (!isEntry(data, at)) continue;
        if (++tries > MOST_TRIES) return Optional.empty();
        long address = range.orElseThrow().address() + at;
        String name = text(library, pointer(relocations, data, at + NAME_AT, address + NAME_AT));
        if (!isWord(name.replace(' ', '_'))) continue;
        long versionAt = pointer(relocations, data, at + VERSION_AT, address + VERSION_AT);
        String version = text(library, versionAt);
        boolean isVersion = isWord(version) && hasDigit(version);
        return Optional.of(
            new ModuleEntry(name, isVersion ? version : "", LittleEndian.int32(data, at + 4)));
      }
    }
    return Optional.empty();
  }

  private static byte[] bytes(Executable library, Optional<Range> section) throws IOException {
    if (section.isEmpty()) return new byte[0];
    return library.content().read(section.get().offset(), section.get().size(), MAX_SECTION);
  }

  private static boolean isEntry(byte[] data, int at) {
    if (LittleEndian.int32(data, at) != SIZE) return false;
    int api = LittleEndian.int32(data, at + 4);
    return api >= OLDEST && api <= NEWEST && (data[at + 8] | data[at + 9] | 1) == 1;
  }

  /** Where a pointer points to once the library is loaded; 0 when that is not in the library. */
  private static long pointer(byte[] relocations, byte[] data, int at, long address) {
    for (int i = 0; i + RELOCATION <= relocations.length; i += RELOCATION) {
      if (LittleEndian.int64(relocations, i) != address) continue;
      boolean ofSymbol = LittleEndian.int32(relocations, i + 12) != 0;
      return ofSymbol ? 0 : LittleEndian.int64(relocations, i + 16);
    }
    return LittleEndian.int64(data, at);
  }

  private static String text(Executable library, long address) throws IOException {
    if (address <= 0) return "";
    for (Range range : library.loaded()) {
      if (!range.covers(address, 1)) continue;
      long left = range.size() - (address - range.address());
      byte[] bytes = new byte[(int) Math.min(left, LONGEST)];
      long position = range.offset() + (address - range.address());
      int n = position < 0 ? 0 : library.content().read(position, bytes, 0, bytes.length);
      for (int end = 0; end < n; end++) {
        if (bytes[end] == 0) return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
      }
      return "";
    }
    return "";
  }

  private static boolean isWord(String text) {
    if (text.isEmpty()) return false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!plain && "._-+~".indexOf(c) < 0) return false;
    }
    return true;
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') return true;
    }
    return false;
  }
}
