package io.breakwater.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import io.breakwater.model.Component;
import io.breakwater.model.Finding.Vulnerability;
import io.breakwater.model.OperatingSystem;
import io.breakwater.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The answers of an independent matcher for the packages of real images: every one must be found
 * (recall), and nothing that has a fix may be found beside them (precision).
 */
class ExpectedMatchesTest {
  private static final double BAR = 0.98;
  private static final List<String> FEEDS =
      List.of(
          "almalinux-osv.tar.zst",
          "alpine-secdb-derived.tar.zst",
          "debian-changelog-osv-derived.jsonl.zst",
          "debian-dsa-dla-lists.tar.zst",
          "debian-dsa-osv-derived.jsonl.zst",
          "ubuntu-osv-derived.jsonl.zst",
          "ubuntu-uct.tar.zst");

  @TempDir private Path folder;

  @Test
  void realImagesHaveTheExpectedHolesAndNoOthers() throws IOException {
    Path images = SharedData.path("package-dbs");
    Map<String, String> expected = expected(SharedData.path("oracles/expected-matches.tar.zst"));
    List<Path> feeds = FEEDS.stream().map(f -> SharedData.path("advisories/" + f)).toList();
    Path file = folder.resolve("advisories.db");
    DatabaseImport.run(feeds, file, ImportListener.NONE);

    try (AdvisoryDatabase database = AdvisoryDatabase.open(file)) {
      var matcher = new Matcher(database);
      for (var image : expected.entrySet()) {
        Path root = images.resolve(image.getKey());
        if (Files.isDirectory(root)) compare(matcher, root, image.getValue());
      }
    }
  }

  private static void compare(Matcher matcher, Path root, String table) throws IOException {
    Set<String> want = new HashSet<>();
    for (Map<String, String> row : rows(table))
      want.add(cell(row, "package") + " " + cell(row, "advisory"));
    var names = new TreeMap<String, String>();
    List<Component> components = components(root);
    for (Component one : components) names.put(one.id(), one.name());
    Set<String> got = new HashSet<>();
    var wrong = new ArrayList<String>();
    int fixable = 0;
    for (Vulnerability found : matcher.match(os(root), components).vulnerabilities()) {
      List<String> keys =
          Stream.concat(Stream.of(found.id()), found.aliases().stream())
              .map(id -> names.get(found.component()) + " " + id)
              .toList();
      got.addAll(keys);
      if (found.fixedVersion().isEmpty()) continue;
      fixable++;
      if (keys.stream().noneMatch(want::contains)) wrong.add(keys.getFirst());
    }
    var missed = new ArrayList<>(want);
    missed.removeAll(got);
    assertThat(missed)
        .as("%s: missed of %d", root.getFileName(), want.size())
        .hasSizeLessThanOrEqualTo((int) (want.size() * (1 - BAR)));
    assertThat(wrong)
        .as("%s: wrong of %d with a fix", root.getFileName(), fixable)
        .hasSizeLessThanOrEqualTo((int) (fixable * (1 - BAR)));
  }

  private static List<Component> components(Path root) throws IOException {
    var out = new ArrayList<Component>();
    for (var row : rows(Files.readString(root.resolve("expected-packages.tsv")))) {
      String version = cell(row, "version");
      if (row.containsKey("release")) {
        String epoch = cell(row, "epoch");
        version = (epoch.isEmpty() ? "" : epoch + ":") + version + "-" + cell(row, "release");
        out.add(TestPackages.binary("rpm", cell(row, "name"), version, cell(row, "name"), version));
      } else if (row.containsKey("origin")) {
        out.add(
            TestPackages.binary("apk", cell(row, "name"), version, cell(row, "origin"), version));
      } else {
        String source = cell(row, "source");
        String sourceVersion = cell(row, "source_version");
        out.add(TestPackages.binary("deb", cell(row, "name"), version, source, sourceVersion));
      }
    }
    return out;
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static OperatingSystem os(Path root) throws IOException {
    for (String name : List.of("etc/os-release", "usr/lib/os-release")) {
      Path file = root.resolve(name);
      if (!Files.isRegularFile(file)) continue;
      String id = "";
      String version = "";
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("ID=")) id = line.substring(3).replace("\"", "");
        if (line.startsWith("VERSION_ID=")) version = line.substring(11).replace("\"", "");
      }
      return new OperatingSystem(id, version, "");
    }
    return OperatingSystem.UNKNOWN;
  }

  private static List<Map<String, String>> rows(String table) {
    List<String> lines = table.lines().toList();
    var out = new ArrayList<Map<String, String>>();
    if (lines.isEmpty()) return out;
    String[] header = lines.getFirst().split("\t", -1);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      var row = new TreeMap<String, String>();
      for (int i = 0; i < header.length; i++) row.put(header[i], i < cells.length ? cells[i] : "");
      out.add(row);
    }
    return out;
  }

  /** The tables in a tar archive by name, without extension. */
  private static Map<String, String> expected(Path archive) throws IOException {
    byte[] tar;
    try (var in = new ZstdInputStream(Files.newInputStream(archive)).setLongMax(27)) {
      tar = in.readAllBytes();
    }
    var out = new TreeMap<String, String>();
    for (int at = 0; at + 512 <= tar.length && tar[at] != 0; ) {
      String name = text(tar, at, 100);
      int size = Integer.parseInt(text(tar, at + 124, 11).strip(), 8);
      if (tar[at + 156] == '0' || tar[at + 156] == 0) {
        String plain = name.substring(name.lastIndexOf('/') + 1).replace(".tsv", "");
        out.put(plain, new String(tar, at + 512, size, StandardCharsets.UTF_8));
      }
      at += 512 + (size + 511) / 512 * 512;
    }
    return out;
  }

  private static String text(byte[] tar, int at, int max) {
    int end = at;
    while (end < at + max && tar[end] != 0) end++;
    return new String(tar, at, end - at, StandardCharsets.UTF_8);
  }
}
