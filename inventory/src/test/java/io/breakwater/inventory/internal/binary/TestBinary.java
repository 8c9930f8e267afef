package io.breakwater.inventory.internal.binary;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Makes the smallest executables that hold one section with some bytes. */
public final class TestBinary {
  /** Where the bytes are loaded. */
  public static final long ADDRESS = 0x400000;

  private static final int DATA_AT = 1_024;

  private TestBinary() {}

  /**
   * An ELF file.
   *
   * @param section the section's name; empty for a file without section headers
   */
  public static byte[] elf(boolean wide, boolean big, String section, byte[] data) {
    ByteBuffer out = ByteBuffer.allocate(DATA_AT + data.length);
    out.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int segmentsAt = 64;
    int sectionsAt = 256;
    int namesAt = 600;
    byte[] names = ("\0" + section + "\0.shstrtab\0").getBytes(StandardCharsets.US_ASCII);
    out.put(new byte[] {0x7f, 'E', 'L', 'F', (byte) (wide ? 2 : 1), (byte) (big ? 2 : 1), 1});
    out.position(16).putShort((short) 2).putShort((short) 62).putInt(1);
    word(out, wide, ADDRESS);
    word(out, wide, segmentsAt);
    word(out, wide, section.isEmpty() ? 0 : sectionsAt);
    out.putInt(0).putShort((short) 64);
    out.putShort((short) (wide ? 56 : 32)).putShort((short) 1);
    out.putShort((short) (wide ? 64 : 40)).putShort((short) (section.isEmpty() ? 0 : 2));
    out.putShort((short) 1);

    out.position(segmentsAt).putInt(1);
    if (wide) out.putInt(6);
    word(out, wide, DATA_AT);
    word(out, wide, ADDRESS);
    word(out, wide, ADDRESS);
    word(out, wide, data.length);
    word(out, wide, data.length);
    if (!wide) out.putInt(6);

    if (!section.isEmpty()) {
      out.position(sectionsAt);
      section(out, wide, 1, 1, ADDRESS, DATA_AT, data.length);
      section(out, wide, 2 + section.length(), 3, 0, namesAt, names.length);
      out.position(namesAt).put(names);
    }
    out.position(DATA_AT).put(data);
    return out.array();
  }

  private static void section(
      ByteBuffer out, boolean wide, int name, int type, long address, int offset, int size) {
    int start = out.position();
    out.putInt(name).putInt(type);
    word(out, wide, 3);
    word(out, wide, address);
    word(out, wide, offset);
    word(out, wide, size);
    out.position(start + (wide ? 64 : 40));
  }

  private static void word(ByteBuffer out, boolean wide, long value) {
    if (wide) out.putLong(value);
    else out.putInt((int) value);
  }

  /** A Portable Executable of 64 bits. */
  public static byte[] pe(String section, byte[] data) {
    ByteBuffer out = ByteBuffer.allocate(DATA_AT + data.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'M').put((byte) 'Z').position(0x3c).putInt(0x80);
    out.position(0x80).putInt(0x4550).putShort((short) 0x8664).putShort((short) 1);
    out.position(0x80 + 20).putShort((short) 240);
    out.position(0x80 + 24).putShort((short) 0x20b);
    out.position(0x80 + 24 + 24).putLong(ADDRESS - 0x1000);
    out.position(0x80 + 24 + 240).put(section.getBytes(StandardCharsets.US_ASCII));
    out.position(0x80 + 24 + 240 + 8);
    out.putInt(data.length).putInt(0x1000).putInt(data.length).putInt(DATA_AT);
    out.position(0x80 + 24 + 240 + 36).putInt(0xc0000040);
    out.position(DATA_AT).put(data);
    return out.array();
  }

  /** A Mach-O file of 64 bits, alone or as the only part of a universal one. */
  public static byte[] machO(boolean universal, String section, byte[] data) {
    int start = universal ? 512 : 0;
    ByteBuffer out = ByteBuffer.allocate(start + DATA_AT + data.length);
    if (universal) out.putInt(0xcafebabe).putInt(1).putInt(0x1000007).putInt(3).putInt(start);
    out.order(ByteOrder.LITTLE_ENDIAN).position(start);
    out.putInt(0xfeedfacf).putInt(0x1000007).putInt(3).putInt(2).putInt(1).putInt(152);
    out.position(start + 32).putInt(0x19).putInt(152);
    out.put("__DATA".getBytes(StandardCharsets.US_ASCII)).position(start + 32 + 24);
    out.putLong(ADDRESS).putLong(data.length).putLong(DATA_AT).putLong(data.length);
    out.putInt(3).putInt(3).putInt(1).putInt(0);
    out.put(section.getBytes(StandardCharsets.US_ASCII)).position(start + 32 + 72 + 32);
    out.putLong(ADDRESS).putLong(data.length).putInt(DATA_AT);
    out.position(start + DATA_AT).put(data);
    return out.array();
  }
}
