package io.breakwater.inventory.internal.dotnet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Makes Portable Executables with a version resource. */
public final class TestAssembly {
  private static final int LOADED = 0x1000;
  private static final int PLACED = 0x400;
  private static final int RESOURCES = 80;

  private TestAssembly() {}

  /**
   * An executable.
   *
   * @param managed whether it has the header of the common language runtime
   * @param words the strings of its version resource
   */
  public static byte[] of(boolean managed, Map<String, String> words) {
    byte[] version = version(words);
    ByteBuffer data =
        ByteBuffer.allocate(RESOURCES + 88 + version.length).order(ByteOrder.LITTLE_ENDIAN);
    data.position(RESOURCES);
    entry(data, 16, 0x80000000 | 24); // the type of versions
    entry(data, 1, 0x80000000 | 48);
    entry(data, 1_033, 72);
    data.putInt(LOADED + RESOURCES + 88).putInt(version.length).putLong(0).put(version);

    ByteBuffer out = ByteBuffer.allocate(PLACED + data.capacity()).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'M').put((byte) 'Z').position(0x3c).putInt(0x80);
    out.position(0x80).putInt(0x4550).putShort((short) 0x14c).putShort((short) 1);
    out.position(0x80 + 20).putShort((short) 224);
    int optional = 0x80 + 24;
    out.position(optional).putShort((short) 0x10b);
    out.position(optional + 28).putInt(0x400000);
    out.position(optional + 92).putInt(16);
    out.position(optional + 96 + 8 * 2).putInt(LOADED + RESOURCES).putInt(88 + version.length);
    if (managed) out.position(optional + 96 + 8 * 14).putInt(LOADED).putInt(72);
    out.position(optional + 224).put(".text".getBytes(StandardCharsets.US_ASCII));
    out.position(optional + 224 + 8).putInt(data.capacity()).putInt(LOADED);
    out.putInt(data.capacity()).putInt(PLACED);
    out.position(PLACED).put(data.array());
    return out.array();
  }

  /** A directory with one entry. */
  private static void entry(ByteBuffer out, int id, int offset) {
    out.putInt(0).putInt(0).putInt(0).putShort((short) 0).putShort((short) 1);
    out.putInt(id).putInt(offset);
  }

  static byte[] version(Map<String, String> words) {
    var strings = new ByteArrayOutputStream();
    words.forEach(
        (key, value) ->
            strings.writeBytes(node(key, (value + "\0").getBytes(StandardCharsets.UTF_16LE), 1)));
    byte[] table = node("000004b0", strings.toByteArray(), 0);
    byte[] info = node("StringFileInfo", table, 0);
    byte[] other = node("VarFileInfo", node("Translation", new byte[] {0, 0, 4, 4}, 4), 0);
    byte[] fixed = new byte[52];
    ByteBuffer children = ByteBuffer.allocate(52 + other.length + info.length);
    children.put(fixed).put(other).put(info);
    return node("VS_VERSION_INFO", children.array(), 52);
  }

  private static byte[] node(String key, byte[] value, int valueLength) {
    byte[] name = (key + "\0").getBytes(StandardCharsets.UTF_16LE);
    int at = 6 + name.length + 3 & ~3;
    ByteBuffer out = ByteBuffer.allocate(at + value.length + 3 & ~3).order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) (at + value.length)).putShort((short) valueLength).putShort((short) 1);
    out.put(name).position(at).put(value);
    return out.array();
  }
}
