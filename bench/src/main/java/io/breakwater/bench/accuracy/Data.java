package io.breakwater.bench.accuracy;

import io.breakwater.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the packed tables of answers; {@code zstd} and {@code tar} unpack them. */
final class Data {
  private Data() {}

  /** The files of a .tar.zst, by name. */
  static Map<String, String> files(Path archive) throws IOException {
    var out = new TreeMap<String, String>();
    Path folder = java.nio.file.Files.createTempDirectory("accuracy");
    String command = "zstd -dcq --long=27 \"$1\" | tar -x -C \"$2\"";
    run("sh", "-c", command, "sh", archive.toString(), folder.toString());
    try (var all = java.nio.file.Files.walk(folder)) {
      for (Path file : all.filter(java.nio.file.Files::isRegularFile).toList()) {
        out.put(folder.relativize(file).toString(), java.nio.file.Files.readString(file));
      }
    }
    return out;
  }

  /** The objects of a .jsonl.zst. */
  static List<Json.Obj> lines(Path packed) throws IOException {
    String text = run("zstd", "-dcq", "--long=27", packed.toString());
    var out = new ArrayList<Json.Obj>();
    for (String line : text.split("\n", -1)) {
      if (!line.isBlank()) out.add(Json.parseObject(line.getBytes(StandardCharsets.UTF_8)));
    }
    return out;
  }

  /** The rows of a table with a head, tabs between its cells. */
  static List<Map<String, String>> table(String text) {
    String[] lines = text.split("\n", -1);
    String[] head = lines[0].split("\t", -1);
    var out = new ArrayList<Map<String, String>>();
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].isEmpty()) continue;
      String[] cells = lines[i].split("\t", -1);
      var row = new TreeMap<String, String>();
      for (int j = 0; j < Math.min(head.length, cells.length); j++) row.put(head[j], cells[j]);
      out.add(row);
    }
    return out;
  }

  private static String run(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (InputStream in = process.getInputStream()) {
      String out = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) throw new IOException("failed: " + String.join(" ", command));
      return out;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }
}
