package io.breakwater.oci.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes tar archives, also such as no tool would write. */
public final class Tar {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** One header block, to be bent. */
  public static final class Header {
    private final byte[] block = new byte[512];

    /** A ustar header of a type flag. */
    public Header(String name, char type, long size) {
      put(0, bytes(name));
      put(100, bytes("0000644\0"));
      put(108, bytes("0000000\0"));
      put(116, bytes("0000000\0"));
      size(size);
      put(136, bytes("00000000000\0"));
      block[156] = (byte) type;
      put(257, bytes("ustar\00000"));
    }

    /** Puts bytes anywhere. */
    public Header put(int offset, byte[] bytes) {
      System.arraycopy(bytes, 0, block, offset, Math.min(bytes.length, 512 - offset));
      return this;
    }

    /** Puts text anywhere. */
    public Header put(int offset, String text) {
      return put(offset, bytes(text));
    }

    /** Sets the size, in base 256 where octal does not do. */
    public Header size(long size) {
      if (size >= 0 && size < 1L << 33) return put(124, bytes("%011o\0".formatted(size)));
      byte[] field = new byte[12];
      Arrays.fill(field, 0, 4, size < 0 ? (byte) 0xff : 0);
      for (int i = 0; i < 8; i++) field[4 + i] = (byte) (size >> (56 - 8 * i));
      field[0] = size < 0 ? (byte) 0xff : (byte) 0x80;
      return put(124, field);
    }

    /** Sets the link's target. */
    public Header link(String target) {
      return put(157, bytes(target));
    }

    /** Sets the mode. */
    public Header mode(int mode) {
      return put(100, bytes("%07o\0".formatted(mode)));
    }

    /** Makes it GNU's dialect. */
    public Header gnu() {
      return put(257, bytes("ustar  \0"));
    }

    /** The block with the right check sum. */
    public byte[] block() {
      put(148, bytes("        "));
      int sum = 0;
      for (byte b : block) sum += b & 0xff;
      put(148, bytes("%06o\0 ".formatted(sum)));
      return block.clone();
    }
  }

  /** Bytes of text. */
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A file with text in it. */
  public Tar file(String name, String content) {
    return file(name, bytes(content));
  }

  /** A file. */
  public Tar file(String name, byte[] content) {
    return add(new Header(name, '0', content.length), content);
  }

  /** An entry without content. */
  public Tar entry(String name, char type) {
    return add(new Header(name, type, 0), new byte[0]);
  }

  /** A folder. */
  public Tar folder(String name) {
    return entry(name, '5');
  }

  /** A symbolic link. */
  public Tar symlink(String name, String target) {
    return add(new Header(name, '2', 0).link(target), new byte[0]);
  }

  /** A hard link. */
  public Tar hardLink(String name, String target) {
    return add(new Header(name, '1', 0).link(target), new byte[0]);
  }

  /** A PAX header with records {@code key=value}. */
  public Tar pax(String... records) {
    return pax('x', records);
  }

  /** A PAX header, own or global. */
  public Tar pax(char type, String... records) {
    var payload = new StringBuilder();
    for (String record : records) payload.append(paxRecord(record));
    byte[] bytes = bytes(payload.toString());
    return add(new Header("pax", type, bytes.length), bytes);
  }

  private static String paxRecord(String record) {
    int rest = bytes(record).length + 2;
    int length = rest + 1;
    while (Integer.toString(length).length() + rest != length) length++;
    return length + " " + record + "\n";
  }

  /** Any header and its content, padded. */
  public Tar add(Header header, byte[] content) {
    raw(header.block());
    raw(content);
    return raw(new byte[(512 - content.length % 512) % 512]);
  }

  /** Bytes as they are. */
  public Tar raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** The archive without an end mark. */
  public byte[] open() {
    return out.toByteArray();
  }

  /** The archive. */
  public byte[] end() {
    raw(new byte[1024]);
    return open();
  }
}
