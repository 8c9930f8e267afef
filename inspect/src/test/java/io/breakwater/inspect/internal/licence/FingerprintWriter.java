package io.breakwater.inspect.internal.licence;

import io.breakwater.model.json.Json;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes {@code fingerprints.bin} anew, by hand, from {@code spdx-full.json} of the npm package
 * {@code spdx-license-list} (CC0-1.0): arguments are that file and the resource.
 */
final class FingerprintWriter {
  private static final int MOST = 96;
  private static final int LEAST = 8;

  private FingerprintWriter() {}

  static void main(String[] args) throws Exception {
    Json.Obj all = Json.parseObject(Files.readAllBytes(Path.of(args[0])));
    var samples = new TreeMap<String, int[]>();
    for (LicenceList.Entry entry : LicenceList.all()) {
      if (entry.deprecated() || entry.id().endsWith("-or-later")) continue;
      String text = all.object(entry.id()).text("licenseText");
      int[] shingles = Shingles.of(terms(entry.id(), text));
      if (shingles.length >= LEAST) samples.put(entry.id(), shingles);
    }
    try (var out = new DataOutputStream(Files.newOutputStream(Path.of(args[1])))) {
      out.writeInt(samples.size());
      for (Map.Entry<String, int[]> each : samples.entrySet()) write(each, out);
    }
  }

  /** Without how to apply it, and without the licence that it refers to. */
  private static String terms(String id, String text) {
    int end = text.indexOf("END OF TERMS AND CONDITIONS");
    String terms = end < 0 ? text : text.substring(0, end);
    int other = terms.indexOf("GNU GENERAL PUBLIC LICENSE", 200);
    return id.startsWith("LGPL-3") && other > 0 ? terms.substring(0, other) : terms;
  }

  private static void write(Map.Entry<String, int[]> each, DataOutputStream out)
      throws IOException {
    int step = 1;
    int[] sample = each.getValue();
    while (sample.length > MOST) {
      step *= 2;
      int mask = step - 1;
      sample = Arrays.stream(sample).filter(hash -> (hash & mask) == 0).toArray();
    }
    out.writeUTF(each.getKey());
    out.writeInt(each.getValue().length);
    out.writeInt(step);
    out.writeInt(sample.length);
    for (int hash : sample) out.writeInt(hash);
  }
}
