package io.breakwater.oci.internal.tar;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The fields of one 512-byte header block, in all dialects that are met. */
final class TarBlock {
  static final int SIZE = 512;

  private final byte[] bytes;
  private final int at;

  /** A view of a buffer, to be used before the buffer changes. */
  TarBlock(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  boolean isZero() {
    for (int i = 0; i < SIZE; i++) if (bytes[at + i] != 0) return false;
    return true;
  }

  /** The field itself counts as blanks. Some old tars summed signed bytes; both sums are right. */
  boolean checksumHolds() {
    long told = number(148, 8);
    int sum = 8 * ' ';
    for (int i = 148; i < 156; i++) sum -= bytes[at + i] & 0xff;
    sum += sumOfBytes();
    return told == sum || told == sum - 256 * negativeBytes();
  }

  /** Eight bytes at a time, in four lanes of 16 bits, which 512 bytes cannot overflow. */
  private int sumOfBytes() {
    ByteBuffer block = ByteBuffer.wrap(bytes);
    long lanes = 0;
    for (int i = 0; i < SIZE; i += 8) {
      long eight = block.getLong(at + i);
      lanes += (eight & 0x00ff00ff00ff00ffL) + (eight >>> 8 & 0x00ff00ff00ff00ffL);
    }
    return (int)
        ((lanes & 0xffff) + (lanes >>> 16 & 0xffff) + (lanes >>> 32 & 0xffff) + (lanes >>> 48));
  }

  private int negativeBytes() {
    int count = 0;
    for (int i = 0; i < SIZE; i++) if ((i < 148 || i >= 156) && bytes[at + i] < 0) count++;
    return count;
  }

  byte typeFlag() {
    return bytes[at + 156];
  }

  /** The name with the prefix that the block's dialect has. */
  String name() {
    String name = text(0, 100);
    String prefix =
        switch (dialect()) {
          case USTAR -> text(345, 155);
          case STAR -> text(345, 131);
          case GNU -> misplacedPrefix();
          case OLD -> "";
        };
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  /**
   * The Go library once wrote a prefix where GNU keeps two times, and reads it still: so does every
   * container runtime.
   */
  private String misplacedPrefix() {
    boolean times =
        (bytes[at + 345] == 0 || number(345, 12) != INVALID)
            && (bytes[at + 357] == 0 || number(357, 12) != INVALID);
    if (times) return "";
    for (int i = 0; i < 155 && bytes[at + 345 + i] != 0; i++) {
      if (bytes[at + 345 + i] < 0) return "";
    }
    return text(345, 155);
  }

  String linkName() {
    return text(157, 100);
  }

  long size() {
    return number(124, 12);
  }

  int mode() {
    long mode = number(100, 8);
    return mode == INVALID ? 0 : (int) (mode & 07777);
  }

  int uid() {
    return id(number(108, 8));
  }

  int gid() {
    return id(number(116, 8));
  }

  TarEntry.Device device() {
    if (dialect() == Dialect.OLD) return TarEntry.Device.NONE;
    return new TarEntry.Device(number(329, 8), number(337, 8));
  }

  static int id(long number) {
    return number >= 0 && number <= Integer.MAX_VALUE ? (int) number : -1;
  }

  private enum Dialect {
    OLD,
    USTAR,
    STAR,
    GNU
  }

  private Dialect dialect() {
    if (matches(257, "ustar\0")) return matches(508, "tar\0") ? Dialect.STAR : Dialect.USTAR;
    return matches(257, "ustar  \0") ? Dialect.GNU : Dialect.OLD;
  }

  private boolean matches(int offset, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (bytes[at + offset + i] != text.charAt(i)) return false;
    }
    return true;
  }

  String text(int offset, int length) {
    int end = 0;
    while (end < length && bytes[at + offset + end] != 0) end++;
    return TarText.decode(bytes, at + offset, end);
  }

  byte byteAt(int offset) {
    return bytes[at + offset];
  }

  /** What a field holds that is no number from 0 to {@link Long#MAX_VALUE}. */
  static final long INVALID = -1;

  /** An octal field, or a base-256 field when its first bit is set; an empty one is 0. */
  long number(int offset, int length) {
    int from = at + offset;
    if ((bytes[from] & 0x80) != 0) return base256(from, length);
    int end = from + length;
    while (from < end && isPadding(bytes[from])) from++;
    long value = 0;
    for (; from < end; from++) {
      int digit = bytes[from] - '0';
      if (digit < 0 || digit > 7) break;
      value = value << 3 | digit; // 12 digits of 3 bits: no overflow
    }
    for (; from < end; from++) if (!isPadding(bytes[from])) return INVALID;
    return value;
  }

  private static boolean isPadding(byte b) {
    return b == ' ' || b == 0;
  }

  private long base256(int from, int length) {
    if ((bytes[from] & 0x40) != 0) return INVALID; // negative
    long value = bytes[from] & 0x3f;
    for (int i = 1; i < length; i++) {
      if (value >>> 55 != 0) return INVALID;
      value = value << 8 | (bytes[from + i] & 0xff);
    }
    return value;
  }

  /** ASCII of a field, for messages. */
  static String printable(String name) {
    String shown = name.length() > 120 ? name.substring(0, 120) + "…" : name;
    var out = new StringBuilder();
    shown.codePoints().forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? '?' : c));
    return new String(out.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
