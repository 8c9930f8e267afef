package io.breakwater.inventory.sbom;

import com.github.luben.zstd.ZstdInputStream;
import io.breakwater.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The shared SBOM documents, unpacked in memory. */
final class Samples {
  private Samples() {}

  /** Every document of an archive under {@code vectors/sbom}, by its path. */
  static Map<String, byte[]> of(String archive) throws IOException {
    Path file = SharedData.path("vectors/sbom/" + archive);
    byte[] tar;
    try (var in = new ZstdInputStream(Files.newInputStream(file)).setLongMax(27)) {
      tar = in.readAllBytes();
    }
    var out = new TreeMap<String, byte[]>();
    String longName = "";
    for (int at = 0; at + 512 <= tar.length && tar[at] != 0; ) {
      int size = Integer.parseInt(text(tar, at + 124, 11).strip(), 8);
      byte[] content = java.util.Arrays.copyOfRange(tar, at + 512, at + 512 + size);
      String prefix = text(tar, at + 345, 155);
      String name = (prefix.isEmpty() ? "" : prefix + "/") + text(tar, at, 100);
      switch (tar[at + 156]) {
        case 'x' -> longName = pax(new String(content, StandardCharsets.UTF_8));
        case 'L' -> longName = text(content, 0, content.length);
        case '0', 0 -> {
          out.put(longName.isEmpty() ? name : longName, content);
          longName = "";
        }
        default -> longName = "";
      }
      at += 512 + (size + 511) / 512 * 512;
    }
    return out;
  }

  private static String pax(String records) {
    for (String record : records.split("\n", -1)) {
      int path = record.indexOf(" path=");
      if (path >= 0) return record.substring(path + 6);
    }
    return "";
  }

  private static String text(byte[] tar, int at, int max) {
    int end = at;
    while (end < at + max && tar[end] != 0) end++;
    return new String(tar, at, end - at, StandardCharsets.UTF_8);
  }
}
