package io.breakwater.inventory.internal.rpm;

import io.breakwater.inventory.MalformedFileException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A row of an SQLite table: the types of its values, then the values.
 *
 * @param bytes the whole record
 * @param columns in order
 */
@SuppressWarnings("ArrayRecordComponent") // a view that lives for one call
record SqliteRecord(byte[] bytes, List<Column> columns) {
  private static final int MOST_COLUMNS = 2_000;

  /**
   * A value's type, as the file format numbers them, and its place.
   *
   * @param serialType 12 and over for blobs, if even, and texts
   */
  record Column(long serialType, int start, int length) {
    boolean isBlob() {
      return serialType >= 12 && (serialType & 1) == 0;
    }

    boolean isText() {
      return serialType >= 13 && (serialType & 1) == 1;
    }
  }

  static SqliteRecord parse(byte[] bytes) throws MalformedFileException {
    var in = ByteBuffer.wrap(bytes);
    var columns = new ArrayList<Column>();
    try {
      long headLength = varint(in);
      long at = headLength;
      while (in.position() < headLength) {
        if (columns.size() == MOST_COLUMNS) throw new MalformedFileException("too many columns");
        long type = varint(in);
        long length = length(type);
        if (length < 0 || at + length > bytes.length || at + length < at) {
          throw new MalformedFileException("a value longer than its row");
        }
        columns.add(new Column(type, (int) at, (int) length));
        at += length;
      }
    } catch (BufferUnderflowException e) {
      throw new MalformedFileException("a row that ends too early");
    }
    return new SqliteRecord(bytes, columns);
  }

  /** A text or blob's bytes; none when there is no such column. */
  byte[] bytes(int column) {
    if (column >= columns.size()) return new byte[0];
    Column at = columns.get(column);
    return Arrays.copyOfRange(bytes, at.start, at.start + at.length);
  }

  /** A text; empty for any other value. */
  String text(int column, Charset encoding) {
    if (column >= columns.size() || !columns.get(column).isText()) return "";
    return new String(bytes(column), encoding);
  }

  /** A whole number; 0 for any other value. */
  long number(int column) {
    if (column >= columns.size()) return 0;
    Column at = columns.get(column);
    if (at.serialType == 9) return 1;
    if (at.serialType < 1 || at.serialType > 6) return 0;
    long value = bytes[at.start]; // signed
    for (int i = 1; i < at.length; i++) value = value << 8 | (bytes[at.start + i] & 0xff);
    return value;
  }

  /** A number of one to nine bytes, seven bits in each but the ninth. */
  static long varint(ByteBuffer in) {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      byte b = in.get();
      value = value << 7 | (b & 0x7f);
      if (b >= 0) return value;
    }
    return value << 8 | (in.get() & 0xff);
  }

  private static long length(long serialType) {
    if (serialType >= 12) return (serialType - 12) / 2;
    return switch ((int) serialType) {
      case 0, 8, 9 -> 0;
      case 1 -> 1;
      case 2 -> 2;
      case 3 -> 3;
      case 4 -> 4;
      case 5 -> 6;
      case 6, 7 -> 8;
      default -> -1;
    };
  }
}
