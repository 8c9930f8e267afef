package io.breakwater.inventory;

import io.breakwater.inventory.internal.LittleEndian;
import io.breakwater.oci.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The manifest of a jar, where it stands first in it as tools put it: one small read. */
final class JarHead {
  private static final int MOST = 16 << 10;
  private static final int LARGEST = 64 << 10;
  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int HEADER = 30;
  private static final int DEFLATED = 8;
  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final String CLASS_PATH = "class-path:";

  private JarHead() {}

  /** The class path of the manifest; empty when the manifest is not found, or not whole. */
  static Optional<List<String>> classPath(Content content) throws IOException {
    int length = (int) Math.min(content.size(), MOST);
    byte[] head = content.read(0, length, MOST);
    int at = 0;
    for (int i = 0; i < 2; i++) {
      if (at + HEADER > length || LittleEndian.int32(head, at) != LOCAL_HEADER) break;
      int nameLength = LittleEndian.uint16(head, at + 26);
      int data = at + HEADER + nameLength + LittleEndian.uint16(head, at + 28);
      if (data > length) break;
      String name = new String(head, at + HEADER, nameLength, StandardCharsets.UTF_8);
      if (name.equals(MANIFEST)) return text(head, at, data).map(JarHead::classPath);
      if (!name.equals("META-INF/")) break;
      at = data + (LittleEndian.uint16(head, at + 8) == 0 ? 0 : 2);
    }
    return Optional.empty();
  }

  private static Optional<String> text(byte[] head, int entry, int data) {
    if (LittleEndian.uint16(head, entry + 8) != DEFLATED) {
      int size = LittleEndian.int32(head, entry + 18);
      boolean whole = size > 0 && size <= head.length - data;
      return whole
          ? Optional.of(new String(head, data, size, StandardCharsets.UTF_8))
          : Optional.empty();
    }
    var inflater = new Inflater(true);
    try {
      inflater.setInput(head, data, head.length - data);
      byte[] out = new byte[LARGEST];
      int count = inflater.inflate(out);
      if (!inflater.finished()) return Optional.empty();
      return Optional.of(new String(out, 0, count, StandardCharsets.UTF_8));
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }

  private static List<String> classPath(String manifest) {
    String joined = manifest.replace("\r\n", "\n").replace("\n ", "");
    for (String line : joined.split("\n", -1)) {
      if (line.isEmpty()) break; // the main section ends
      if (line.regionMatches(true, 0, CLASS_PATH, 0, CLASS_PATH.length())) {
        return List.of(line.substring(CLASS_PATH.length()).strip().split(" +", -1));
      }
    }
    return List.of();
  }
}
