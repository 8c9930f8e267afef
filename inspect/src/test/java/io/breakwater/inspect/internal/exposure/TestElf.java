package io.breakwater.inspect.internal.exposure;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Makes a program of 64 bits: its headers, a dynamic section and names. Guarded unless told. */
final class TestElf {
  private static final int DYNAMIC = 64 + 5 * 56;
  private static final int NAMES = DYNAMIC + 8 * 16;

  private String rpath = "";
  private boolean hasRpath;
  private boolean fixed;
  private boolean stack;
  private boolean relro = true;
  private String symbols = "strcpy\0__stack_chk_fail\0";

  TestElf rpath(String path) {
    rpath = path;
    hasRpath = true;
    return this;
  }

  TestElf unguarded() {
    fixed = true;
    relro = false;
    symbols = "strcpy\0";
    return this;
  }

  TestElf executableStack() {
    stack = true;
    return this;
  }

  byte[] bytes() {
    byte[] names = ("\0" + rpath + "\0" + symbols).getBytes(US_ASCII);
    int size = NAMES + names.length;
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0});
    out.putShort(16, (short) (fixed ? 2 : 3)).putShort(18, (short) 62);
    out.putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) 5);
    segment(out, 0, 1, 5, 0, size);
    segment(out, 1, 2, 6, DYNAMIC, NAMES - DYNAMIC);
    segment(out, 2, 3, 4, NAMES, 1);
    segment(out, 3, 0x6474e551, stack ? 7 : 6, 0, 0);
    segment(out, 4, relro ? 0x6474e552 : 0, 4, 0, 0);
    out.position(DYNAMIC);
    out.putLong(5).putLong(NAMES).putLong(10).putLong(names.length);
    if (hasRpath) out.putLong(29).putLong(1);
    out.position(NAMES);
    out.put(names);
    return out.array();
  }

  private static void segment(ByteBuffer out, int index, int type, int flags, long at, long size) {
    int start = 64 + index * 56;
    out.putInt(start, type).putInt(start + 4, flags).putLong(start + 8, at);
    out.putLong(start + 16, at).putLong(start + 32, size).putLong(start + 40, size);
  }
}
