package io.breakwater.inventory.internal.rpm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes small databases of each kind, as the formats' descriptions have them. */
final class MadeDatabase {
  private MadeDatabase() {}

  /** A header, entry by entry. */
  static final class Header {
    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private int count;

    /** A header with the tags that every package has. */
    static Header of(String name, String version, String release, String architecture) {
      return new Header()
          .string(RpmHeader.NAME, name)
          .string(RpmHeader.VERSION, version)
          .string(RpmHeader.RELEASE, release)
          .string(RpmHeader.ARCH, architecture);
    }

    Header string(int tag, String text) {
      return entry(tag, 6, 1, (text + "\0").getBytes(StandardCharsets.UTF_8));
    }

    Header strings(int tag, String... texts) {
      String all = String.join("\0", texts) + "\0";
      return entry(tag, 8, texts.length, all.getBytes(StandardCharsets.UTF_8));
    }

    Header ints(int tag, int... values) {
      while (data.size() % 4 != 0) data.write(0);
      var bytes = ByteBuffer.allocate(4 * values.length);
      for (int value : values) bytes.putInt(value);
      return entry(tag, 4, values.length, bytes.array());
    }

    Header shorts(int tag, int... values) {
      while (data.size() % 2 != 0) data.write(0);
      var bytes = ByteBuffer.allocate(2 * values.length);
      for (int value : values) bytes.putShort((short) value);
      return entry(tag, 3, values.length, bytes.array());
    }

    Header chars(int tag, int... values) {
      byte[] bytes = new byte[values.length];
      for (int i = 0; i < values.length; i++) bytes[i] = (byte) values[i];
      return entry(tag, 1, values.length, bytes);
    }

    Header entry(int tag, int type, int number, byte[] bytes) {
      var entry = ByteBuffer.allocate(16);
      entry.putInt(tag).putInt(type).putInt(data.size()).putInt(number);
      entries.writeBytes(entry.array());
      data.writeBytes(bytes);
      count++;
      return this;
    }

    byte[] bytes() {
      var out = ByteBuffer.allocate(8 + entries.size() + data.size());
      out.putInt(count).putInt(data.size()).put(entries.toByteArray()).put(data.toByteArray());
      return out.array();
    }
  }

  /** A hash table of Berkeley DB with a hash page for every two headers. */
  static byte[] bdb(ByteOrder order, int pageSize, List<byte[]> headers) {
    var pages = new ArrayList<ByteBuffer>();
    var meta = page(pages, order, pageSize, 8);
    meta.putInt(12, 0x061561).putInt(16, 9).putInt(20, pageSize);
    var counter = ByteBuffer.allocate(4).order(order).putInt(0, headers.size()).array();
    var items = new ArrayList<byte[]>(List.of(key(order, 0), inline(counter)));
    for (int i = 0; i < headers.size(); i++) {
      byte[] header = headers.get(i);
      items.add(key(order, i + 1));
      boolean fits = header.length < pageSize / 4;
      items.add(fits ? inline(header) : overflow(pages, order, pageSize, header));
      if (items.size() >= 4) flush(pages, order, pageSize, items);
    }
    flush(pages, order, pageSize, items);
    meta.putInt(32, pages.size() - 1);
    return joined(pages, pageSize);
  }

  private static byte[] key(ByteOrder order, int number) {
    return inline(ByteBuffer.allocate(4).order(order).putInt(0, number).array());
  }

  private static byte[] inline(byte[] value) {
    byte[] item = new byte[value.length + 1];
    item[0] = 1;
    System.arraycopy(value, 0, item, 1, value.length);
    return item;
  }

  private static byte[] overflow(
      List<ByteBuffer> pages, ByteOrder order, int pageSize, byte[] value) {
    var item = ByteBuffer.allocate(12).order(order).put(0, (byte) 3);
    item.putInt(4, pages.size()).putInt(8, value.length);
    for (int at = 0; at < value.length; at += pageSize - 26) {
      var page = page(pages, order, pageSize, 7);
      int part = Math.min(value.length - at, pageSize - 26);
      page.putShort(22, (short) part).put(26, value, at, part);
      if (at + part < value.length) page.putInt(16, pages.size());
    }
    return item.array();
  }

  private static void flush(
      List<ByteBuffer> pages, ByteOrder order, int pageSize, List<byte[]> items) {
    var page = page(pages, order, pageSize, 13);
    page.putShort(20, (short) items.size());
    int end = pageSize;
    for (int i = 0; i < items.size(); i++) {
      end -= items.get(i).length;
      page.put(end, items.get(i)).putShort(26 + 2 * i, (short) end);
    }
    items.clear();
  }

  private static ByteBuffer page(List<ByteBuffer> pages, ByteOrder order, int size, int type) {
    var page = ByteBuffer.allocate(size).order(order).put(25, (byte) type);
    page.putInt(8, pages.size());
    pages.add(page);
    return page;
  }

  /** An ndb with one page of slots. */
  static byte[] ndb(List<byte[]> headers) {
    var blobs = new ByteArrayOutputStream();
    var slots = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    slots.put(ascii("RpmP")).putInt(0).putInt(1).putInt(1).putInt(headers.size() + 1);
    slots.position(32);
    for (int i = 0; i < headers.size(); i++) {
      byte[] header = headers.get(i);
      int blocks = (header.length + 28 + 15) / 16;
      slots.put(ascii("Slot")).putInt(i + 1).putInt(256 + blobs.size() / 16).putInt(blocks);
      var blob = ByteBuffer.allocate(16 * blocks).order(ByteOrder.LITTLE_ENDIAN);
      blob.put(ascii("BlbS")).putInt(i + 1).putInt(1).putInt(header.length).put(header);
      blob.position(blob.capacity() - 8);
      blob.putInt(header.length).put(ascii("BlbE"));
      blobs.writeBytes(blob.array());
    }
    while (slots.hasRemaining()) slots.put(ascii("Slot")).putInt(0).putInt(0).putInt(0);
    var out = new ByteArrayOutputStream();
    out.writeBytes(slots.array());
    out.writeBytes(blobs.toByteArray());
    return out.toByteArray();
  }

  /** An SQLite file whose table Packages has an inner page over one leaf for every two rows. */
  static byte[] sqlite(int pageSize, List<byte[]> headers) {
    var pages = new ArrayList<ByteBuffer>();
    var first = page(pages, pageSize);
    var root = page(pages, pageSize);
    first.put(ascii("SQLite format 3\0")).putShort((short) (pageSize == 65536 ? 1 : pageSize));
    first.put((byte) 1).put((byte) 1).putInt(56, 1);
    byte[] schema =
        record(
            ascii("table"), ascii("Packages"), ascii("Packages"), new byte[] {2}, ascii("CREATE"));
    leaf(pages, first, 100, List.of(schema), 1);
    root.put(0, (byte) 5);
    int leaves = (headers.size() + 1) / 2;
    for (int i = 0; i < leaves; i++) {
      var leaf = page(pages, pageSize);
      int number = pages.size();
      var rows = new ArrayList<byte[]>();
      for (byte[] header : headers.subList(2 * i, Math.min(2 * i + 2, headers.size()))) {
        rows.add(record(new byte[0], header));
      }
      leaf(pages, leaf, 0, rows, 2 * i + 1);
      if (i == leaves - 1) {
        root.putInt(8, number);
      } else {
        int cell = pageSize - 8 * (i + 1);
        root.putInt(cell, number).put(cell + 4, (byte) (2 * i + 2));
        root.putShort(12 + 2 * i, (short) cell);
      }
    }
    root.putShort(3, (short) (leaves - 1));
    return joined(pages, pageSize);
  }

  private static void leaf(
      List<ByteBuffer> pages, ByteBuffer leaf, int head, List<byte[]> rows, int firstId) {
    int pageSize = leaf.capacity();
    leaf.put(head, (byte) 13).putShort(head + 3, (short) rows.size());
    int end = pageSize;
    for (int i = 0; i < rows.size(); i++) {
      byte[] row = rows.get(i);
      int most = pageSize - 35;
      int least = (pageSize - 12) * 32 / 255 - 23;
      int fitting = least + (row.length - least) % (pageSize - 4);
      int local = row.length <= most ? row.length : fitting <= most ? fitting : least;
      var cell = new ByteArrayOutputStream();
      cell.writeBytes(varint(row.length));
      cell.writeBytes(varint(firstId + i));
      cell.write(row, 0, local);
      if (local < row.length) {
        cell.writeBytes(ByteBuffer.allocate(4).putInt(0, pages.size() + 1).array());
        for (int at = local; at < row.length; at += pageSize - 4) {
          var page = page(pages, pageSize);
          int part = Math.min(row.length - at, pageSize - 4);
          page.put(4, row, at, part);
          if (at + part < row.length) page.putInt(0, pages.size() + 1);
        }
      }
      end -= cell.size();
      leaf.put(end, cell.toByteArray()).putShort(head + 8 + 2 * i, (short) end);
    }
  }

  /** A record whose values are text, but for one byte, a number, none, and the last, a blob. */
  private static byte[] record(byte[]... values) {
    var types = new ByteArrayOutputStream();
    var data = new ByteArrayOutputStream();
    for (int i = 0; i < values.length; i++) {
      byte[] value = values[i];
      boolean blob = values.length == 2 && i == 1;
      if (value.length == 1) types.writeBytes(varint(1));
      else if (value.length == 0) types.writeBytes(varint(0));
      else types.writeBytes(varint(2L * value.length + (blob ? 12 : 13)));
      data.writeBytes(value);
    }
    int head = types.size() + 1;
    if (head > 127) throw new IllegalArgumentException("too many values for this writer");
    var out = new ByteArrayOutputStream();
    out.write(head);
    out.writeBytes(types.toByteArray());
    out.writeBytes(data.toByteArray());
    return out.toByteArray();
  }

  private static byte[] varint(long value) {
    byte[] bytes = new byte[9];
    int at = 9;
    do {
      bytes[--at] = (byte) ((value & 0x7f) | (at == 8 ? 0 : 0x80));
      value >>>= 7;
    } while (value != 0);
    return Arrays.copyOfRange(bytes, at, 9);
  }

  private static ByteBuffer page(List<ByteBuffer> pages, int size) {
    var page = ByteBuffer.allocate(size);
    pages.add(page);
    return page;
  }

  private static byte[] joined(List<ByteBuffer> pages, int pageSize) {
    var out = ByteBuffer.allocate(pages.size() * pageSize);
    for (ByteBuffer page : pages) out.put(page.rewind());
    return out.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
