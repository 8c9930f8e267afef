package io.breakwater.inventory.internal.binary;

import io.breakwater.oci.Content;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The names of an ELF file's dynamic section: read whole when they are few, else one by one. */
final class ElfNames {
  private static final int FEW = 64 << 10;

  private final Content content;
  private final long start;
  private final long size;
  private final byte[] few;
  private final byte[] one = new byte[1];

  ElfNames(Content content, long start, long size) throws IOException {
    if (start < 0 || size < 0 || start > content.size() - size) {
      throw new EOFException("names at " + start + "+" + size + " of " + content.size());
    }
    this.content = content;
    this.start = start;
    this.size = size;
    this.few = size <= FEW ? content.read(start, size, FEW) : new byte[0];
  }

  /** The first character of a name, or nothing of none. */
  String first(long at) throws IOException {
    if (at < 0 || at >= size) return "\0";
    if (few.length > 0) one[0] = few[(int) at];
    else if (content.read(start + at, one, 0, 1) != 1) return "\0";
    return one[0] > 0 ? String.valueOf((char) one[0]) : "\0";
  }

  /** A name; longer ones are cut. Empty when it lies outside. */
  String at(long at, int most) throws IOException {
    if (at < 0 || at >= size) return "";
    if (few.length > 0) return text(few, (int) at, most);
    int length = (int) Math.min(size - at, most + 1L);
    return text(content.read(start + at, length, length), 0, most);
  }

  /** A text that a zero byte ends, of one character more than allowed when it is longer. */
  static String text(byte[] bytes, int from, int most) {
    int end = from;
    while (end < bytes.length && end - from <= most && bytes[end] != 0) end++;
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }
}
