package io.breakwater.bench.accuracy;

import io.breakwater.advisory.DatabaseImport;
import io.breakwater.advisory.ImportListener;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.JsonOut;
import io.breakwater.model.json.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tiny vulnerability database of Trivy's own tests as feeds that we import as any others:
 * GitHub's advisories in the form of GitHub's interface, which keeps ranges and patched versions
 * word for word; RustSec's as RustSec's; all others as OSV records.
 */
final class TrivyFixture {
  private static final String GITHUB = "GitHub Security Advisory ";
  private static final Map<String, String> LANGUAGES =
      Map.of("maven", "Maven", "conan", "ConanCenter");

  private final Path folder;
  private final Map<String, List<Json.Obj>> github = new TreeMap<>();
  private final Map<String, List<Statement>> osv = new TreeMap<>();
  private final Map<String, TreeSet<String>> upstream = new TreeMap<>();
  private final Map<String, String> cpes = new TreeMap<>();
  private final List<String> left = new ArrayList<>();

  /** Where a hole begins and ends in a package; empty: from the start, never. */
  private record Statement(String ecosystem, String name, String from, String fixed) {}

  private TrivyFixture(Path folder) {
    this.folder = folder;
  }

  /**
   * Imports the fixtures into a database file.
   *
   * @return what of them no ecosystem of ours could hold
   */
  static List<String> importTo(Path target, Map<String, String> files, Path scratch)
      throws Exception {
    var fixture = new TrivyFixture(Files.createDirectories(scratch));
    for (var file : files.entrySet()) {
      String name = Path.of(file.getKey()).getFileName().toString();
      if (name.equals("cpe.yaml")) fixture.readCpes(file.getValue());
    }
    for (var file : files.entrySet()) {
      String name = Path.of(file.getKey()).getFileName().toString();
      if (List.of("cpe.yaml", "data-source.yaml", "vulnerability.yaml").contains(name)) continue;
      for (Json.Obj bucket : buckets(file.getValue())) fixture.read(bucket);
    }
    fixture.write();
    DatabaseImport.run(List.of(scratch), target, ImportListener.NONE);
    return fixture.left;
  }

  private static List<Json.Obj> buckets(String yaml) throws IOException {
    return Yaml.object("all:\n" + yaml).objects("all");
  }

  private void readCpes(String yaml) throws IOException {
    for (Json.Obj part : buckets(yaml).getFirst().objects("pairs")) {
      if (!part.text("bucket").equals("cpe")) continue;
      for (Json.Obj one : part.objects("pairs")) cpes.put(one.text("key"), one.text("value"));
    }
  }

  private void read(Json.Obj bucket) throws IOException {
    String source = bucket.text("bucket");
    for (Json.Obj named : bucket.objects("pairs")) {
      for (Json.Obj entry : named.objects("pairs")) {
        read(source, named.text("bucket"), entry.text("key").strip(), entry.object("value"));
      }
    }
  }

  private void read(String source, String name, String id, Json.Obj value) throws IOException {
    int colons = source.indexOf("::");
    if (colons >= 0) {
      language(source.substring(0, colons), source.substring(colons + 2), name, id, value);
    } else if (source.equals("Red Hat")) {
      redHat(name, id, value);
    } else {
      String ecosystem = distribution(source);
      if (ecosystem.isEmpty()) left.add(source + " " + name + " " + id);
      else add(id, new Statement(ecosystem, name, "", value.text("FixedVersion")));
    }
  }

  private void language(String type, String feed, String name, String id, Json.Obj value)
      throws IOException {
    List<String> ranges = value.texts("VulnerableVersions");
    List<String> patched = value.texts("PatchedVersions");
    if (type.equals("cargo")) {
      rustSec(name, id, patched);
    } else if (feed.startsWith(GITHUB) && !type.equals("cocoapods")) {
      for (int i = 0; i < ranges.size(); i++) {
        // GitHub tells one patched version for each range, in their order.
        String fix = patched.size() == ranges.size() ? patched.get(i) : "";
        github
            .computeIfAbsent(id, _ -> new ArrayList<>())
            .add(vulnerability(type, name, ranges.get(i), fix));
      }
    } else if (LANGUAGES.containsKey(type)) {
      for (String range : ranges) {
        String text = range.replaceAll("[\\[\\]()<=> ]", "");
        int comma = text.indexOf(',');
        add(
            id,
            new Statement(
                LANGUAGES.getOrDefault(type, ""),
                name,
                comma < 0 ? "" : text.substring(0, comma),
                text.substring(comma + 1)));
      }
    } else {
      left.add(type + " " + name + " " + id);
    }
  }

  private static Json.Obj vulnerability(String type, String name, String range, String fix) {
    var named = new TreeMap<String, Json>();
    named.put("ecosystem", new Json.Str(type));
    named.put("name", new Json.Str(name));
    return new Json.Obj(
        Map.of(
            "package", new Json.Obj(named),
            "vulnerable_version_range", new Json.Str(range),
            "first_patched_version", new Json.Str(fix)));
  }

  private void rustSec(String name, String id, List<String> patched) throws IOException {
    String quoted = String.join(", ", patched.stream().map(p -> '"' + p + '"').toList());
    Files.writeString(
        folder.resolve(id + ".md"),
        "```toml\n[advisory]\nid = \"%s\"\npackage = \"%s\"\n\n[versions]\npatched = [%s]\n```\n"
            .formatted(id, name, quoted));
  }

  private void redHat(String name, String id, Json.Obj value) {
    for (Json.Obj entry : value.objects("Entries")) {
      for (Json.Obj hole : entry.objects("Cves")) {
        if (!hole.text("ID").isEmpty()) {
          upstream.computeIfAbsent(id, _ -> new TreeSet<>()).add(hole.text("ID"));
        }
      }
      for (String number : entry.texts("Affected")) {
        String cpe = cpes.getOrDefault(number, "");
        if (cpe.isEmpty()) continue;
        String product = cpe.substring("cpe:/o:redhat:".length());
        add(id, new Statement("Red Hat:" + product, name, "", entry.text("FixedVersion")));
      }
    }
  }

  private void add(String id, Statement statement) {
    osv.computeIfAbsent(id, _ -> new ArrayList<>()).add(statement);
  }

  /** The ecosystem as OSV writes it; empty for one that has no name there. */
  private static String distribution(String bucket) {
    String release = bucket.substring(bucket.lastIndexOf(' ') + 1);
    String name = bucket.substring(0, Math.max(0, bucket.lastIndexOf(' ')));
    return switch (name) {
      case "alma" -> "AlmaLinux:" + release;
      case "alpine" -> "Alpine:" + (release.equals("edge") ? release : "v" + release);
      case "amazon linux" -> "Amazon Linux:" + release;
      case "debian" -> "Debian:" + release;
      case "CBL-Mariner" -> "Azure Linux:" + release.replace(".0", "");
      case "openSUSE" -> "openSUSE:" + release;
      case "openSUSE Leap" -> "openSUSE:Leap " + release;
      case "Oracle Linux" -> "Oracle Linux:" + release;
      case "Photon OS" -> "Photon OS:" + release;
      case "rocky" -> "Rocky Linux:" + release;
      case "SUSE Linux Enterprise", "SUSE Linux Enterprise Micro" -> "SUSE:" + bucket.substring(5);
      case "ubuntu" -> "Ubuntu:" + release;
      default -> "";
    };
  }

  private void write() throws IOException {
    for (var advisory : github.entrySet()) {
      try (var out = JsonOut.to(Files.newOutputStream(file(advisory.getKey(), "github")))) {
        out.object(
            () -> {
              out.text("ghsa_id", advisory.getKey());
              out.array("vulnerabilities", advisory.getValue(), one -> vulnerability(out, one));
            });
      }
    }
    for (var record : osv.entrySet()) {
      try (var out = JsonOut.to(Files.newOutputStream(file(record.getKey(), "osv")))) {
        out.object(
            () -> {
              out.text("schema_version", "1.6.0");
              out.text("id", record.getKey());
              out.text("modified", "2020-01-01T00:00:00Z");
              var covers = upstream.getOrDefault(record.getKey(), new TreeSet<>());
              out.texts("upstream", List.copyOf(covers));
              out.array("affected", record.getValue(), one -> affected(out, one));
            });
      }
    }
  }

  private Path file(String id, String form) {
    return folder.resolve(id.replaceAll("[^A-Za-z0-9-]", "_") + "." + form + ".json");
  }

  private static void vulnerability(JsonOut out, Json.Obj one) throws IOException {
    out.object(
        "package",
        () -> {
          out.text("ecosystem", one.object("package").text("ecosystem"));
          out.text("name", one.object("package").text("name"));
        });
    out.text("vulnerable_version_range", one.text("vulnerable_version_range"));
    out.text("first_patched_version", one.text("first_patched_version"));
  }

  private static void affected(JsonOut out, Statement one) throws IOException {
    out.object(
        "package",
        () -> {
          out.text("ecosystem", one.ecosystem());
          out.text("name", one.name());
        });
    out.array("ranges", List.of(one), range -> range(out, range));
  }

  private static void range(JsonOut out, Statement one) throws IOException {
    out.text("type", "ECOSYSTEM");
    var events = new ArrayList<List<String>>();
    events.add(List.of("introduced", one.from().isEmpty() ? "0" : one.from()));
    if (!one.fixed().isEmpty()) events.add(List.of("fixed", one.fixed()));
    out.array("events", events, event -> out.text(event.getFirst(), event.getLast()));
  }
}
