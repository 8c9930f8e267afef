package io.breakwater.inventory.internal.binary;

import io.breakwater.oci.Content;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The notes of an ELF file, by its program headers: they lie at its start, in pages that are read
 * anyway, and stay when section headers are stripped.
 */
public final class ElfNotes {
  private static final int NOTE = 4;
  private static final int MAX_SEGMENTS = 1_000;
  private static final int MAX_NOTES = 64 << 10;
  private static final int HEADER_LENGTH = 12;

  private ElfNotes() {}

  /**
   * The first note of an owner and a type.
   *
   * @return what it says; empty where there is none, or the file is no ELF file
   * @throws IOException when the headers lie outside of the file, or the notes are too large
   */
  public static Optional<byte[]> find(Content content, String owner, int type) throws IOException {
    if (content.size() < 64) return Optional.empty();
    byte[] head = content.read(0, 64, 64);
    boolean known = head[4] >= 1 && head[4] <= 2 && head[5] >= 1 && head[5] <= 2;
    if (head[0] != 0x7f || head[1] != 'E' || head[2] != 'L' || head[3] != 'F' || !known) {
      return Optional.empty();
    }
    boolean wide = head[4] == 2;
    var numbers = new Numbers(head[5] == 2, wide);
    int size = numbers.uint16(head, wide ? 54 : 42);
    int count = Math.min(MAX_SEGMENTS, numbers.uint16(head, wide ? 56 : 44));
    if (size < (wide ? 56 : 32) || count == 0) return Optional.empty();
    byte[] segments =
        content.read(numbers.word(head, wide ? 32 : 28), (long) size * count, size * count);
    for (int at = 0; at < segments.length; at += size) {
      if (numbers.uint32(segments, at) != NOTE) continue;
      long offset = numbers.word(segments, at + (wide ? 8 : 4));
      long length = numbers.word(segments, at + (wide ? 32 : 16));
      Optional<byte[]> found = search(numbers, notes(content, offset, length), owner, type);
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }

  private static byte[] notes(Content content, long offset, long length) throws IOException {
    // Files of debug information keep the headers of what was taken out of them.
    if (offset < 0 || length < 0 || offset > content.size() - length) {
      throw new EOFException("notes at " + offset + "+" + length + " of " + content.size());
    }
    return content.read(offset, Math.min(length, MAX_NOTES), MAX_NOTES);
  }

  private static Optional<byte[]> search(Numbers numbers, byte[] notes, String owner, int type) {
    for (long at = 0; at + HEADER_LENGTH <= notes.length; ) {
      int here = (int) at;
      long nameLength = numbers.uint32(notes, here);
      long length = numbers.uint32(notes, here + 4);
      long start = at + HEADER_LENGTH + (nameLength + 3 & ~3L);
      if (start + length > notes.length) return Optional.empty();
      boolean asked =
          (int) numbers.uint32(notes, here + 8) == type
              && nameLength == owner.length() + 1
              && Numbers.isText(notes, here + HEADER_LENGTH, Integer.MAX_VALUE, owner);
      if (asked) return Optional.of(Arrays.copyOfRange(notes, (int) start, (int) (start + length)));
      at = start + (length + 3 & ~3L);
    }
    return Optional.empty();
  }
}
