package io.breakwater.advisory.internal.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads what {@link ByteWriter} wrote, within bounds: whatever the bytes are, it answers or throws
 * {@link CorruptDatabaseException}.
 */
public final class ByteCursor {
  private final byte[] bytes;
  private int at;
  private final int end;

  /** A cursor over the bytes from {@code from} to {@code end}. */
  ByteCursor(byte[] bytes, int from, int end) {
    if (from < 0 || from > end || end > bytes.length) {
      throw new CorruptDatabaseException("a reference leads outside of the file");
    }
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /** A cursor over an array. */
  public static ByteCursor of(byte[] array) {
    return new ByteCursor(array, 0, array.length);
  }

  /** Whether nothing is left. */
  public boolean atEnd() {
    return at >= end;
  }

  /** One byte. */
  public int u8() {
    need(1);
    return bytes[at++] & 0xff;
  }

  /** Four bytes. */
  public int i32() {
    need(4);
    int value =
        bytes[at] << 24
            | (bytes[at + 1] & 0xff) << 16
            | (bytes[at + 2] & 0xff) << 8
            | (bytes[at + 3] & 0xff);
    at += 4;
    return value;
  }

  /** A number that is not negative. */
  public long number() {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) return value;
    }
    throw new CorruptDatabaseException("a number is too long");
  }

  /** A number below a bound. */
  public int number(int bound) {
    long value = number();
    if (value >= bound) throw new CorruptDatabaseException("a number is out of its range");
    return (int) value;
  }

  /** How many items follow; each takes at least one byte. */
  public int count() {
    long value = number();
    if (value > end - at) throw new CorruptDatabaseException("a list is longer than the file");
    return (int) value;
  }

  /** A text. */
  public String text() {
    int length = count();
    var text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  /** Texts. */
  public List<String> texts() {
    int count = count();
    if (count == 0) return List.of();
    var out = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) out.add(text());
    return out;
  }

  /** Passes over a text. */
  public void skipText() {
    skip(count());
  }

  /** Passes over bytes. */
  void skip(int length) {
    need(length);
    at += length;
  }

  /** Whether the text that follows has these bytes; passes over it. */
  boolean textIs(byte[] utf8) {
    int length = count();
    int from = at;
    at += length;
    return Arrays.equals(bytes, from, at, utf8, 0, utf8.length);
  }

  /** A cursor over the next bytes; passes over them. */
  ByteCursor slice(int length) {
    need(length);
    var part = new ByteCursor(bytes, at, at + length);
    at += length;
    return part;
  }

  /** The bytes that are left. */
  byte[] rest() {
    byte[] rest = Arrays.copyOfRange(bytes, at, end);
    at = end;
    return rest;
  }

  private void need(int length) {
    if (length < 0 || length > end - at) {
      throw new CorruptDatabaseException("an entry ends too early");
    }
  }
}
