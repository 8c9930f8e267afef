package io.breakwater.inventory.internal.golang;

import io.breakwater.inventory.internal.binary.Executable;
import io.breakwater.inventory.internal.binary.Executable.Range;
import io.breakwater.oci.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds the build info in an executable, as {@code debug/buildinfo} of Go does. It lies in a
 * section of its own or, where sections are gone, early in the writable data, and survives
 * stripping. Since Go 1.18 both strings follow its header; before, the header points at them.
 */
final class BuildInfoReader {
  private static final byte[] MAGIC = "\u00ff Go buildinf:".getBytes(StandardCharsets.ISO_8859_1);
  private static final int HEADER_LENGTH = 32;
  private static final int ALIGNMENT = 16;
  private static final int MAX_TEXT = 8 << 20;
  private static final int CHUNK = 64 << 10;

  /** How much of the writable data is searched; the linker puts it at the beginning. */
  private static final long MAX_SEARCH = 1 << 20;

  private static final int MAX_SEARCHES = 8;

  /** The mark at both ends of the module text. */
  private static final int MARK_LENGTH = 16;

  private BuildInfoReader() {}

  /** The build info; empty when this is no Go binary. */
  static Optional<BuildInfo> read(Executable executable) throws IOException {
    long at = locate(executable);
    if (at < 0) return Optional.empty();
    Content content = executable.content();
    byte[] header = content.read(at, HEADER_LENGTH, HEADER_LENGTH);
    boolean inline = (header[15] & 2) != 0;
    if (inline) {
      var cursor = new Cursor(content, at + HEADER_LENGTH);
      String version = cursor.string();
      return info(version, cursor.string());
    }
    int wordSize = header[14];
    if (wordSize != 4 && wordSize != 8) return Optional.empty();
    boolean big = (header[15] & 1) != 0;
    String version = pointed(executable, word(header, 16, wordSize, big), wordSize, big);
    String modules = pointed(executable, word(header, 16 + wordSize, wordSize, big), wordSize, big);
    return info(version, modules);
  }

  private static Optional<BuildInfo> info(String version, String marked) {
    if (version.isEmpty()) return Optional.empty();
    int end = marked.length() - MARK_LENGTH;
    boolean sound = end > MARK_LENGTH && marked.charAt(end - 1) == '\n';
    String modules = sound ? marked.substring(MARK_LENGTH, end) : "";
    byte[] utf8 = modules.getBytes(StandardCharsets.ISO_8859_1);
    return Optional.of(BuildInfo.parse(version, new String(utf8, StandardCharsets.UTF_8)));
  }

  private static long locate(Executable executable) throws IOException {
    Optional<Range> section = executable.section(".go.buildinfo");
    if (section.isEmpty()) section = executable.section("__go_buildinfo");
    if (section.isPresent()) return search(executable.content(), section.get());
    // A dynamically linked program that has sections, none of them Go's, is not of Go: this
    // spares the search in every C library.
    boolean foreign =
        executable.section(".dynstr").isPresent() && executable.section(".gopclntab").isEmpty();
    if (foreign) return -1;
    int searches = 0;
    for (Range data : executable.writableData()) {
      if (++searches > MAX_SEARCHES) return -1;
      long at = search(executable.content(), data);
      if (at >= 0) return at;
    }
    return -1;
  }

  /** Where the magic is in a part of the file; negative when it is not. */
  private static long search(Content content, Range range) throws IOException {
    long size = Math.min(MAX_SEARCH, Math.min(range.size(), content.size() - range.offset()));
    if (range.offset() < 0) return -1;
    byte[] chunk = new byte[(int) Math.max(0, Math.min(CHUNK, size))];
    for (long done = 0; done + HEADER_LENGTH <= size; done += CHUNK) {
      int n = content.read(range.offset() + done, chunk, 0, (int) Math.min(CHUNK, size - done));
      for (int at = 0; at + MAGIC.length <= n; at += ALIGNMENT) {
        if (isMagic(chunk, at)) return range.offset() + done + at;
      }
    }
    return -1;
  }

  private static boolean isMagic(byte[] bytes, int at) {
    for (int i = 0; i < MAGIC.length; i++) if (bytes[at + i] != MAGIC[i]) return false;
    return true;
  }

  private static String pointed(Executable executable, long address, int wordSize, boolean big)
      throws IOException {
    Optional<byte[]> header = executable.at(address, 2L * wordSize, 16);
    if (header.isEmpty()) return "";
    long start = word(header.get(), 0, wordSize, big);
    long length = word(header.get(), wordSize, wordSize, big);
    return executable
        .at(start, length, MAX_TEXT)
        .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
        .orElse("");
  }

  private static long word(byte[] bytes, int at, int size, boolean big) {
    long value = 0;
    for (int i = 0; i < size; i++) {
      int b = bytes[at + (big ? i : size - 1 - i)] & 0xff;
      value = value << 8 | b;
    }
    return value;
  }

  /** Reads strings with their length before them. */
  private static final class Cursor {
    private final Content content;
    private long position;

    Cursor(Content content, long position) {
      this.content = content;
      this.position = position;
    }

    String string() throws IOException {
      long length = 0;
      for (int shift = 0; shift < 35; shift += 7) {
        int b = content.read(position, 1, 1)[0];
        position++;
        length |= (long) (b & 0x7f) << shift;
        if (b >= 0) break;
      }
      byte[] bytes = content.read(position, length, MAX_TEXT);
      position += length;
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
