package io.breakwater.inspect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/** Makes binaries of 64 bits at test time, so that nothing in the repository looks like malware. */
final class MadeElf {
  private static final int BODY = 512;

  private MadeElf() {}

  /** A program of one segment with these bytes behind its headers. */
  static byte[] program(byte[] body, int sections) {
    ByteBuffer out = ByteBuffer.allocate(BODY + body.length).order(ByteOrder.LITTLE_ENDIAN);
    header(out, 2, 62, 1, sections);
    segment(out, 0, 1, 5, 0, out.capacity());
    out.position(BODY).put(body);
    return out.array();
  }

  /** As a packer leaves it: two segments, and its info behind them. */
  static byte[] upx(int size, String magic, String trailer) {
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    header(out, 2, 62, 2, 0);
    segment(out, 0, 1, 5, 0, size - 64);
    segment(out, 1, 1, 6, 0, 0);
    int info = 64 + 2 * 56;
    out.position(info + 4).put(magic.getBytes(ISO_8859_1));
    out.putShort(info + 8, (short) 2_000);
    out.putInt(info + 16, size * 3).putInt(info + 20, size * 3);
    out.position(size - 36).put(trailer.getBytes(ISO_8859_1));
    return out.array();
  }

  /** A library that gives and takes functions, with some text. */
  static byte[] library(String text, String[] given, String... taken) {
    var names = new StringBuilder("\0");
    int count = given.length + taken.length + 1;
    int symbols = 1_024;
    int strings = symbols + count * 24;
    ByteBuffer out = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    header(out, 3, 62, 2, 0);
    segment(out, 0, 1, 5, 0, out.capacity());
    segment(out, 1, 2, 6, BODY, 64);
    for (int i = 0; i < count - 1; i++) {
      String name = i < given.length ? given[i] : taken[i - given.length];
      int at = symbols + (i + 1) * 24;
      out.putInt(at, names.length()).put(at + 4, (byte) 0x12);
      out.putShort(at + 6, (short) (i < given.length ? 9 : 0));
      names.append(name).append('\0');
    }
    out.position(strings).put(names.toString().getBytes(ISO_8859_1));
    out.put(text.getBytes(ISO_8859_1));
    out.position(BODY);
    out.putLong(5).putLong(strings).putLong(6).putLong(symbols);
    out.putLong(10).putLong(names.length()).putLong(0).putLong(0);
    return out.array();
  }

  /** A kernel module, or for another machine, with names of sections and some text. */
  static byte[] object(int machine, String sections, String text) {
    ByteBuffer out = ByteBuffer.allocate(8_192).order(ByteOrder.LITTLE_ENDIAN);
    header(out, 1, machine, 0, 1);
    out.putLong(40, 256).putShort(58, (short) 64).putShort(62, (short) 0);
    out.putLong(256 + 24, 1_024).putLong(256 + 32, sections.length());
    out.position(1_024).put(sections.getBytes(ISO_8859_1));
    out.position(2_048).put(text.getBytes(ISO_8859_1));
    return out.array();
  }

  /** What is no code: as compressed or encrypted. */
  static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static void header(ByteBuffer out, int type, int machine, int segments, int sections) {
    out.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0});
    out.putShort(16, (short) type).putShort(18, (short) machine);
    out.putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) segments);
    out.putLong(40, sections == 0 ? 0 : 256).putShort(60, (short) sections);
  }

  private static void segment(ByteBuffer out, int index, int type, int flags, long at, long size) {
    int start = 64 + index * 56;
    out.putInt(start, type).putInt(start + 4, flags).putLong(start + 8, at);
    out.putLong(start + 16, at).putLong(start + 32, size).putLong(start + 40, size);
  }
}
