package io.breakwater.inventory.internal.binary;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes programs and libraries of 64 bits with a dynamic section. */
public final class TestProgram {
  private static final int HEADER = 64;
  private static final int SEGMENT = 56;
  private static final int START = HEADER + 3 * SEGMENT;

  private final ByteArrayOutputStream names = new ByteArrayOutputStream();
  private final List<long[]> entries = new ArrayList<>();
  private final List<Integer> imports = new ArrayList<>();
  private String interpreter = "";

  private TestProgram() {
    names.write(0);
  }

  /** A program that a loader loads. */
  public static TestProgram program(String interpreter) {
    var program = new TestProgram();
    program.interpreter = interpreter;
    return program;
  }

  /** A library. */
  public static TestProgram library(String soname) {
    return new TestProgram().entry(14, soname);
  }

  public TestProgram needs(String... libraries) {
    for (String library : libraries) entry(1, library);
    return this;
  }

  public TestProgram runpath(String runpath) {
    return entry(29, runpath);
  }

  public TestProgram imports(String... functions) {
    for (String function : functions) imports.add(name(function));
    return this;
  }

  /** A static program of Go with functions of these names. */
  public static byte[] ofGo(String... functions) {
    ByteBuffer table = ByteBuffer.allocate(4_096).order(ByteOrder.LITTLE_ENDIAN);
    table.putInt(0xfffffff1).put(new byte[] {0, 0, 1, 8});
    table.putLong(8 + 8 * 4, 2_000).position(72);
    table.put("runtime.main\0".getBytes(StandardCharsets.US_ASCII));
    for (String name : functions) table.put((name + "\0").getBytes(StandardCharsets.US_ASCII));
    byte[] bytes = new TestElf().with(".gopclntab", table.array()).bytes();
    bytes[16] = 2;
    return bytes;
  }

  private TestProgram entry(long tag, String text) {
    entries.add(new long[] {tag, name(text)});
    return this;
  }

  private int name(String text) {
    int at = names.size();
    names.writeBytes((text + "\0").getBytes(StandardCharsets.UTF_8));
    return at;
  }

  public byte[] bytes() {
    byte[] loader = (interpreter + "\0").getBytes(StandardCharsets.UTF_8);
    int symbols = START + (loader.length + 7 & ~7);
    int strings = symbols + 24 * (imports.size() + 1);
    int hash = strings + (names.size() + 7 & ~7);
    int dynamic = hash + 16;
    int end = dynamic + 16 * (entries.size() + 6);
    ByteBuffer out = ByteBuffer.allocate(Math.max(512, end)).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1});
    out.position(16).putShort((short) 3).putShort((short) 62).putInt(1).putLong(0);
    out.putLong(HEADER).putLong(end).putInt(0).putShort((short) HEADER).putShort((short) SEGMENT);
    out.putShort((short) (interpreter.isEmpty() ? 2 : 3)).putShort((short) 64);
    out.position(HEADER);
    segment(out, 1, 0, end);
    segment(out, 2, dynamic, end - dynamic);
    segment(out, 3, START, loader.length);
    out.position(START).put(loader);
    out.position(symbols + 24);
    for (int name : imports) out.putInt(name).putInt(0x12).putLong(0).putLong(0);
    out.position(strings).put(names.toByteArray());
    out.position(hash).putInt(1).putInt(imports.size() + 1);
    out.position(dynamic);
    for (long[] entry : entries) out.putLong(entry[0]).putLong(entry[1]);
    out.putLong(5).putLong(strings).putLong(6).putLong(symbols).putLong(10).putLong(names.size());
    out.putLong(0x6ffffef5L).putLong(hash);
    return out.array();
  }

  private static void segment(ByteBuffer out, int type, long offset, long size) {
    out.putInt(type).putInt(4).putLong(offset).putLong(offset).putLong(offset);
    out.putLong(size).putLong(size).putLong(8);
  }
}
