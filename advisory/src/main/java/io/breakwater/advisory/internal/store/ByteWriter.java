package io.breakwater.advisory.internal.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Bytes that grow: whole numbers of variable length, texts, lists. {@link ByteCursor} reads them.
 */
public final class ByteWriter {
  /** The longest file that one database can be. */
  static final int MAX_SIZE = Integer.MAX_VALUE - 64;

  private byte[] bytes;
  private int size;

  /** An empty writer. */
  public ByteWriter() {
    this(64);
  }

  /** An empty writer with room for so many bytes. */
  public ByteWriter(int capacity) {
    bytes = new byte[Math.max(16, capacity)];
  }

  /** How many bytes were written. */
  public int size() {
    return size;
  }

  /** A copy of what was written. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** Forgets what was written, keeping the room. */
  public void clear() {
    size = 0;
  }

  /** One byte. */
  public ByteWriter u8(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  /** Four bytes, big-endian. */
  public ByteWriter i32(int value) {
    room(4);
    bytes[size++] = (byte) (value >>> 24);
    bytes[size++] = (byte) (value >>> 16);
    bytes[size++] = (byte) (value >>> 8);
    bytes[size++] = (byte) value;
    return this;
  }

  /** A whole number that is not negative, in one to nine bytes, seven bits in each. */
  public ByteWriter number(long value) {
    if (value < 0) throw new IllegalArgumentException("not a count: " + value);
    room(9);
    long rest = value;
    while (rest > 0x7f) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /** Text in UTF-8 after its length. */
  public ByteWriter text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    return raw(utf8, 0, utf8.length);
  }

  /** Texts after their number. */
  public ByteWriter texts(List<String> values) {
    number(values.size());
    for (String value : values) text(value);
    return this;
  }

  /** Bytes as they are. */
  public ByteWriter raw(byte[] source, int from, int length) {
    room(length);
    System.arraycopy(source, from, bytes, size, length);
    size += length;
    return this;
  }

  /** What is left of a cursor. */
  ByteWriter raw(ByteCursor source) {
    byte[] rest = source.rest();
    return raw(rest, 0, rest.length);
  }

  /** What another writer holds. */
  public ByteWriter raw(ByteWriter other) {
    return raw(other.bytes, 0, other.size);
  }

  /** Writes what was written to a stream. */
  void copyTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  /** Adds what was written to checksums. */
  void feed(Layout.Checksums checksums) {
    checksums.update(bytes, size);
  }

  private void room(int more) {
    if (more > MAX_SIZE - size) throw new DatabaseTooLargeException();
    if (size + more <= bytes.length) return;
    long doubled = Math.min(MAX_SIZE, bytes.length * 2L);
    bytes = Arrays.copyOf(bytes, (int) Math.max(doubled, size + more));
  }
}
