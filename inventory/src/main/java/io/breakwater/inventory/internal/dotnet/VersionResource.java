package io.breakwater.inventory.internal.dotnet;

import io.breakwater.inventory.internal.LittleEndian;
import io.breakwater.inventory.internal.binary.Executable.Range;
import io.breakwater.inventory.internal.binary.Pe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The words of a Portable Executable about itself: the strings of its version resource. */
final class VersionResource {
  private static final int RESOURCES = 2;
  private static final int VERSION = 16;
  private static final int LEVELS = 3;
  private static final int MAX_ENTRIES = 4_096;
  private static final int MAX_SIZE = 64 << 10;
  private static final int MOST_STRINGS = 200;

  /** The fixed numbers that stand before the strings. */
  private static final String ROOT = "VS_VERSION_INFO";

  private VersionResource() {}

  /** The strings by their names, of the first language; empty where there are none. */
  static Map<String, String> of(Pe pe) throws IOException {
    Optional<Range> resources = pe.directory(RESOURCES);
    if (resources.isEmpty()) return Map.of();
    long root = resources.get().address();
    long at = 0;
    for (int level = 0; level < LEVELS; level++) {
      Optional<byte[]> entry = entry(pe, root + at, level == 0);
      if (entry.isEmpty()) return Map.of();
      long next = LittleEndian.uint32(entry.get(), 4);
      boolean isDirectory = (next & 0x80000000L) != 0;
      if (isDirectory != level < LEVELS - 1) return Map.of();
      at = next & 0x7fffffffL;
    }
    Optional<byte[]> data = pe.at(root + at, 16, 16);
    if (data.isEmpty()) return Map.of();
    long size = LittleEndian.uint32(data.get(), 4);
    Optional<byte[]> block =
        pe.at(pe.base() + LittleEndian.uint32(data.get(), 0), Math.min(size, MAX_SIZE), MAX_SIZE);
    return block.isEmpty() ? Map.of() : strings(block.get());
  }

  /** The entry of the version at the first level, below it the first entry. */
  private static Optional<byte[]> entry(Pe pe, long directory, boolean ofTypes) throws IOException {
    Optional<byte[]> header = pe.at(directory, 16, 16);
    if (header.isEmpty()) return Optional.empty();
    int named = LittleEndian.uint16(header.get(), 12);
    int count = named + LittleEndian.uint16(header.get(), 14);
    if (!ofTypes) return count == 0 ? Optional.empty() : pe.at(directory + 16, 8, 8);
    if (count > MAX_ENTRIES) return Optional.empty();
    byte[] entries = pe.at(directory + 16, 8L * count, 8 * MAX_ENTRIES).orElse(new byte[0]);
    for (int at = 8 * named; at + 8 <= entries.length; at += 8) {
      if (LittleEndian.int32(entries, at) != VERSION) continue;
      return Optional.of(java.util.Arrays.copyOfRange(entries, at, at + 8));
    }
    return Optional.empty();
  }

  /** The strings of a block: of VS_VERSIONINFO, StringFileInfo and StringTable nested in it. */
  static Map<String, String> strings(byte[] block) {
    var root = Node.at(block, 0, block.length);
    if (root == null || !root.key.equals(ROOT)) return Map.of();
    var strings = new HashMap<String, String>();
    for (int at = root.children(); at < root.end; ) {
      var info = Node.at(block, at, root.end);
      if (info == null) break;
      if (info.key.equals("StringFileInfo")) {
        var table = Node.at(block, info.value, info.end);
        if (table != null) strings(block, table, strings);
        break;
      }
      at = align(info.end);
    }
    return strings;
  }

  private static void strings(byte[] block, Node table, Map<String, String> into) {
    for (int at = table.value; at < table.end && into.size() < MOST_STRINGS; ) {
      var string = Node.at(block, at, table.end);
      if (string == null) return;
      into.putIfAbsent(string.key, text(block, string.value, string.end));
      at = align(string.end);
    }
  }

  private static int align(int at) {
    return at + 3 & ~3;
  }

  private static String text(byte[] block, int from, int limit) {
    int end = from;
    while (end + 1 < limit && (block[end] != 0 || block[end + 1] != 0)) end += 2;
    return new String(block, from, Math.max(0, end - from), StandardCharsets.UTF_16LE).strip();
  }

  /** A block within the block: a key and, behind padding, a value. */
  private record Node(String key, int value, int valueLength, int end) {
    static @org.jspecify.annotations.Nullable Node at(byte[] block, int start, int limit) {
      if (start + 6 > limit) return null;
      int length = LittleEndian.uint16(block, start);
      int end = start + length;
      if (length < 6 || end > limit) return null;
      String key = text(block, start + 6, end);
      int value = Math.min(end, align(start + 6 + 2 * key.length() + 2));
      return new Node(key, value, LittleEndian.uint16(block, start + 2), end);
    }

    /** Where the blocks within start: behind a value in bytes. */
    int children() {
      return align(value + valueLength);
    }
  }
}
