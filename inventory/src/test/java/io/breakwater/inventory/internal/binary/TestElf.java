package io.breakwater.inventory.internal.binary;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes ELF files of 64 bits with sections, notes and exported symbols. */
public final class TestElf {
  private static final int HEADER = 64;
  private static final int SEGMENT = 56;
  private static final int SECTION = 64;
  private static final int MAX_SEGMENTS = 4;

  private final List<Part> parts = new ArrayList<>();
  private final ByteArrayOutputStream symbols = new ByteArrayOutputStream();
  private final ByteArrayOutputStream names = new ByteArrayOutputStream();
  private boolean stripped;
  private int at = HEADER + MAX_SEGMENTS * SEGMENT;

  /** A section; it is loaded at its offset in the file. */
  @SuppressWarnings("ArrayRecordComponent") // lives for one test
  private record Part(String name, int offset, byte[] bytes) {}

  public TestElf() {
    symbols.writeBytes(new byte[24]);
    names.write(0);
  }

  /** Where the next section is loaded. */
  public int next() {
    return at;
  }

  public TestElf with(String section, byte[] bytes) {
    parts.add(new Part(section, at, bytes));
    at += bytes.length + 7 & ~7;
    return this;
  }

  /** A section with a note; the note has a program header too. */
  public TestElf note(String owner, int type, String text) {
    byte[] name = (owner + "\0").getBytes(StandardCharsets.US_ASCII);
    byte[] says = (text + "\0").getBytes(StandardCharsets.UTF_8);
    ByteBuffer out =
        ByteBuffer.allocate(12 + (name.length + 3 & ~3) + (says.length + 3 & ~3))
            .order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(name.length).putInt(says.length).putInt(type).put(name);
    out.position(12 + (name.length + 3 & ~3)).put(says);
    return with(".note." + owner, out.array());
  }

  /** A package note, as {@code ld --package-metadata} writes it. */
  public TestElf packageNote(String json) {
    return note("FDO", 0xcafe1a7e, json);
  }

  public TestElf symbol(String name, long address) {
    ByteBuffer out = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(names.size()).putInt(0x11).putLong(address).putLong(8);
    symbols.writeBytes(out.array());
    names.writeBytes((name + "\0").getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /** Leaves out the section headers. */
  public TestElf stripped() {
    stripped = true;
    return this;
  }

  public byte[] bytes() {
    with(".dynsym", symbols.toByteArray()).with(".dynstr", names.toByteArray());
    var sectionNames = new ByteArrayOutputStream();
    sectionNames.write(0);
    ByteBuffer headers =
        ByteBuffer.allocate(SECTION * (parts.size() + 1)).order(ByteOrder.LITTLE_ENDIAN);
    for (Part part : parts) {
      section(headers, sectionNames.size(), part.offset, part.bytes.length);
      sectionNames.writeBytes((part.name + "\0").getBytes(StandardCharsets.US_ASCII));
    }
    int namesAt = at;
    int headersAt = namesAt + sectionNames.size() + 17;
    section(headers, sectionNames.size(), namesAt, sectionNames.size() + 10);
    sectionNames.writeBytes(".shstrtab\0".getBytes(StandardCharsets.US_ASCII));
    ByteBuffer out =
        ByteBuffer.allocate(Math.max(1_024, headersAt + headers.capacity()))
            .order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1});
    out.position(16).putShort((short) 3).putShort((short) 62).putInt(1).putLong(0);
    out.putLong(HEADER).putLong(stripped ? 0 : headersAt).putInt(0).putShort((short) HEADER);
    out.putShort((short) SEGMENT);
    int segmentsAt = out.position();
    out.position(segmentsAt + 2).putShort((short) SECTION);
    out.putShort((short) (stripped ? 0 : parts.size() + 1)).putShort((short) parts.size());
    out.position(HEADER);
    int segments = 1;
    segment(out, 1, 0, at);
    for (Part part : parts) {
      if (!part.name.startsWith(".note")) continue;
      segment(out, 4, part.offset, part.bytes.length);
      segments++;
    }
    out.putShort(segmentsAt, (short) segments);
    for (Part part : parts) out.position(part.offset).put(part.bytes);
    out.position(namesAt).put(sectionNames.toByteArray());
    out.position(headersAt).put(headers.array());
    return out.array();
  }

  private static void segment(ByteBuffer out, int type, long offset, long size) {
    out.putInt(type).putInt(6).putLong(offset).putLong(offset).putLong(offset);
    out.putLong(size).putLong(size).putLong(8);
  }

  private static void section(ByteBuffer out, int name, long offset, long size) {
    out.putInt(name).putInt(1).putLong(3).putLong(offset).putLong(offset).putLong(size);
    out.putLong(0).putLong(8).putLong(0);
  }
}
