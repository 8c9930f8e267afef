package io.breakwater.inventory.internal.binary;

import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** An executable or shared library: where its parts lie. Only its headers are read. */
public sealed interface Executable permits Elf, Pe, MachO {

  /**
   * A run of bytes in the file.
   *
   * @param address where it is loaded
   * @param offset where it starts in the file
   * @param size how many bytes of it are in the file
   */
  record Range(long address, long offset, long size) {
    /** Whether so many bytes at an address lie in it. */
    public boolean covers(long at, long length) {
      return length >= 0 && at >= address && at - address <= size - length;
    }
  }

  /** The file. */
  Content content();

  /** Whether its numbers have the most significant byte first. */
  boolean isBigEndian();

  /** The section of this name that has bytes in the file; for Mach-O without the segment's name. */
  Optional<Range> section(String name) throws IOException;

  /** Where it keeps data that it may write to. */
  List<Range> writableData() throws IOException;

  /** Everything that is loaded from the file. */
  List<Range> loaded() throws IOException;

  /** The address of a symbol that it exports under this name, as a program's source writes it. */
  Optional<Long> symbol(String name) throws IOException;

  /**
   * Bytes at an address of the loaded program.
   *
   * @param limit the most bytes that are read
   * @return empty when nothing, or not as much, is loaded there from the file
   */
  default Optional<byte[]> at(long address, long length, int limit) throws IOException {
    if (length < 0 || length > limit) return Optional.empty();
    for (Range range : loaded()) {
      if (range.covers(address, length)) {
        long position = range.offset() + (address - range.address());
        return Optional.of(content().read(position, length, limit));
      }
    }
    return Optional.empty();
  }

  /** Whether a file looks like a linked program or shared library, by its first bytes. */
  static boolean isCandidate(FileEntry file, Head head) {
    if (head.length() < 64 || file.size() < 512) return false;
    byte[] bytes = head.bytes();
    int at = head.offset();
    return switch (bytes[at]) {
      case 0x7f -> head.isElf() && Elf.isLinked(bytes, at);
      case 'M' -> bytes[at + 1] == 'Z' && Pe.isPlausible(bytes, at, file.size());
      case (byte) 0xce, (byte) 0xcf, (byte) 0xfe, (byte) 0xca -> MachO.isPlausible(bytes, at);
      default -> false;
    };
  }

  /**
   * Opens an executable; of a universal Mach-O file its first architecture.
   *
   * @return empty when it is none
   * @throws IOException when its headers lie outside of the file or are too many
   */
  static Optional<Executable> open(Content content) throws IOException {
    if (content.size() < 64) return Optional.empty();
    byte[] head = content.read(0, 64, 64);
    return switch (head[0]) {
      case 0x7f -> Elf.open(content, head);
      case 'M' -> Pe.open(content, head);
      case (byte) 0xce, (byte) 0xcf, (byte) 0xfe, (byte) 0xca -> MachO.open(content, head);
      default -> Optional.empty();
    };
  }
}
