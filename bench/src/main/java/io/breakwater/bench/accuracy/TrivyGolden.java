package io.breakwater.bench.accuracy;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.Matcher;
import io.breakwater.advisory.version.VersionScheme;
import io.breakwater.advisory.version.VersionSchemes;
import io.breakwater.advisory.vex.VexDocument;
import io.breakwater.advisory.vex.VexMatcher;
import io.breakwater.advisory.vex.VexReader;
import io.breakwater.inventory.Inventories;
import io.breakwater.inventory.Inventory;
import io.breakwater.inventory.sbom.SbomInventory;
import io.breakwater.inventory.sbom.SbomReader;
import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Origin;
import io.breakwater.model.Platform;
import io.breakwater.model.Purl;
import io.breakwater.model.SourcePackage;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Image;
import io.breakwater.oci.ImageSources;
import io.breakwater.oci.OpenOptions;
import io.breakwater.oci.collect.LayerResults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Replays the golden reports of Trivy's own integration tests with their fixture database: each
 * fixture of files and SBOMs is scanned as it is; of an image that is not at hand, the packages
 * that its report names are matched. A finding is a package, its version, the hole and the fixed
 * version.
 */
final class TrivyGolden {
  private static final String ROOT = "integration/";
  private static final String REPORTS = ROOT + "testdata/";

  /** SBOMs that the tests hold against the report of the image that they were made of. */
  private static final String SBOMS = REPORTS + "fixtures/sbom/";

  private static final ImageInfo IMAGE =
      new ImageInfo(
          "fixture",
          "dir",
          Optional.empty(),
          Optional.empty(),
          Platform.parse("linux/amd64"),
          OperatingSystem.UNKNOWN,
          0,
          Optional.empty(),
          ImageInfo.Settings.NONE,
          List.of());

  private final Map<String, String> files;
  private final Path scratch;
  private final AdvisoryDatabase database;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, String> notes;
  private final Map<String, String> sources;
  private int equal;
  private int explained;
  private int compared;

  /** What a report holds: finding to fixed version. */
  private record Golden(Map<String, String> findings) {}

  private TrivyGolden(
      Map<String, String> files,
      Path scratch,
      AdvisoryDatabase database,
      Map<String, String> notes,
      Map<String, String> sources) {
    this.files = files;
    this.scratch = scratch;
    this.database = database;
    this.notes = notes;
    this.sources = sources;
  }

  /**
   * Replays all and prints the result.
   *
   * @param notes a table of differences by their beginning, and the reason of each
   * @param sources the source of each binary package that is known of, by type and name
   */
  static void print(Path archive, Path notes, Map<String, String> sources) throws Exception {
    Map<String, String> files = Data.files(archive);
    var reasons = new TreeMap<String, String>();
    for (var row : Data.table(Files.readString(notes))) {
      reasons.put(row.getOrDefault("difference", ""), row.getOrDefault("reason", ""));
    }
    Path scratch = Files.createTempDirectory("golden");
    var fixtures = new TreeMap<String, String>();
    files.forEach(
        (name, text) -> {
          if (name.startsWith(REPORTS + "fixtures/db/")) fixtures.put(name, text);
        });
    Path target = scratch.resolve("advisories.db");
    List<String> left = TrivyFixture.importTo(target, fixtures, scratch.resolve("feeds"));
    try (AdvisoryDatabase database = AdvisoryDatabase.open(target)) {
      new TrivyGolden(files, scratch, database, reasons, sources).print(left);
    }
  }

  private void print(List<String> left) throws Exception {
    for (var file : files.entrySet()) {
      String path = file.getKey();
      if (!path.startsWith(REPORTS) || path.indexOf('/', REPORTS.length()) >= 0) continue;
      if (path.endsWith(".json.golden")) replay(path, file.getValue());
    }
    System.out.println("\n## Trivy's golden reports\n");
    System.out.printf(
        "%d of %d equal, %d more explained, %d different.%n%n",
        equal, compared, explained, compared - equal - explained);
    System.out.println("| golden report | against | findings | result |");
    System.out.println("| --- | --- | --: | --- |");
    lines.forEach(System.out::println);
    System.out.println("\nNot in the database, as no ecosystem of OSV holds them:\n");
    left.forEach(one -> System.out.println("    " + one));
  }

  private void replay(String path, String text) throws Exception {
    Json.Obj report = Json.parseObject(text.getBytes(StandardCharsets.UTF_8));
    String name = path.substring(REPORTS.length()).replace(".json.golden", "");
    Golden golden = golden(report);
    String artifact = report.text("ArtifactName");
    if (artifact.endsWith("/trivy-ci-test")) artifact = REPORTS + "fixtures/repo/trivy-ci-test";
    if (report.text("bomFormat").equals("CycloneDX")) {
      artifact = report.object("metadata").object("component").text("name");
    }
    if (artifact.startsWith("testdata/")) artifact = ROOT + artifact;
    String folder = artifact + "/";
    if (files.containsKey(artifact)) {
      compare(name, "SBOM", golden, sbom(artifact));
    } else if (files.keySet().stream().anyMatch(file -> file.startsWith(folder))) {
      if (!golden.findings().isEmpty()) compare(name, "files", golden, folder(folder));
    } else if (report.text("bomFormat").equals("CycloneDX")) {
      if (!golden.findings().isEmpty()) compare(name, "packages of the report", golden, sbom(path));
    } else if (!golden.findings().isEmpty()) {
      compare(name, "packages of the report", golden, named(report));
    }
    for (String file : files.keySet()) {
      if (file.startsWith(SBOMS + name + "-")) {
        compare(name, file.substring(SBOMS.length()), golden, sbom(file));
      }
    }
  }

  private static Golden golden(Json.Obj report) {
    var out = new TreeMap<String, String>();
    for (Json.Obj result : report.objects("Results")) {
      for (Json.Obj one : result.objects("Vulnerabilities")) {
        out.put(
            key(one.text("PkgName"), one.text("InstalledVersion"), one.text("VulnerabilityID")),
            one.text("FixedVersion"));
      }
    }
    for (Json.Obj one : report.objects("vulnerabilities")) {
      for (Json.Obj affected : one.objects("affects")) {
        Purl purl = Purl.repair(affected.text("ref"));
        boolean maven = purl.type().equals("maven");
        String name = (maven ? purl.namespace().orElse("") + ":" : "") + purl.name();
        String advice = one.text("recommendation");
        int at = advice.indexOf(" to version ");
        out.put(
            key(name, purl.version().orElse(""), one.text("id")),
            at < 0 ? "" : advice.substring(at + " to version ".length()));
      }
    }
    return new Golden(out);
  }

  private static String key(String name, String version, String id) {
    return name.toLowerCase(Locale.ROOT) + " " + version + " " + id;
  }

  private Inventory sbom(String file) throws IOException {
    byte[] document = files.getOrDefault(file, "").getBytes(StandardCharsets.UTF_8);
    return SbomInventory.of(SbomReader.read(document), "/sbom");
  }

  private Inventory folder(String prefix) throws IOException {
    Path root = Files.createTempDirectory(scratch, "files");
    for (var file : files.entrySet()) {
      if (!file.getKey().startsWith(prefix)) continue;
      Path target = root.resolve(file.getKey().substring(prefix.length()));
      Files.createDirectories(target.getParent() == null ? root : target.getParent());
      Files.writeString(target, file.getValue());
    }
    try (Image image = ImageSources.open("dir:" + root, OpenOptions.defaults())) {
      return new Inventories(LayerResults.none(), 2).take(image, _ -> Origin.UNKNOWN);
    }
  }

  /** The packages that a report names; it does not tell their sources. */
  private Inventory named(Json.Obj report) {
    var components = new TreeMap<String, Component>();
    for (Json.Obj result : report.objects("Results")) {
      for (Json.Obj one : result.objects("Vulnerabilities")) {
        String name = one.text("PkgName");
        String version = one.text("InstalledVersion");
        Purl purl = Purl.repair(one.object("PkgIdentifier").text("PURL"));
        Optional<SourcePackage> source =
            Optional.ofNullable(sources.get(purl.type() + " " + name))
                .map(s -> new SourcePackage(s, version));
        components.put(purl.type() + name, Packages.of(purl, name, version, source));
      }
    }
    Json.Obj os = report.object("Metadata").object("OS");
    return new Inventory(
        OperatingSystem.called(os.text("Family"), os.text("Name")),
        List.copyOf(components.values()),
        List.of());
  }

  private void compare(String name, String how, Golden golden, Inventory inventory)
      throws Exception {
    var ours = new TreeMap<String, String>();
    var schemes = new HashMap<String, VersionScheme>();
    Optional<VexMatcher> vex = vex(name, inventory.components());
    var byId = new HashMap<String, Component>();
    inventory.components().forEach(c -> byId.put(c.id(), c));
    for (Finding found :
        new Matcher(database).match(inventory.os(), inventory.components()).findings()) {
      if (!(found instanceof Finding.Vulnerability hole)) continue;
      Component component = byId.get(hole.component());
      if (component == null) continue;
      boolean silenced =
          vex.flatMap(v -> v.decide(hole, component))
              .filter(said -> said.statement().status().suppresses())
              .isPresent();
      if (silenced) continue;
      String key = key(component.name(), component.version(), hole.id());
      ours.put(key, hole.fixedVersion().orElse(""));
      VersionSchemes.byName(component.type()).ifPresent(scheme -> schemes.put(key, scheme));
    }
    var differences = new ArrayList<String>();
    var all = new TreeSet<>(golden.findings().keySet());
    all.addAll(ours.keySet());
    for (String key : all) {
      String theirs = golden.findings().get(key);
      String own = ours.get(key);
      if (theirs == null) {
        differences.add("only ours: " + key);
      } else if (own == null) {
        differences.add("only theirs: " + key);
      } else {
        var scheme = Optional.ofNullable(schemes.get(key));
        if (!isSame(first(theirs, key.split(" ", -1)[1], scheme), own, scheme)) {
          differences.add(key + " fixed " + (own.isEmpty() ? "never" : own) + ", theirs " + theirs);
        }
      }
    }
    compared++;
    if (differences.isEmpty()) equal++;
    else if (differences.stream().noneMatch(d -> reason(name, d).isEmpty())) explained++;
    String told =
        String.join(
            "; ",
            differences.stream().map(d -> d + " (" + reason(name, d).orElse("?") + ")").toList());
    lines.add(
        "| %s | %s | %d | %s |"
            .formatted(
                name, how, golden.findings().size(), differences.isEmpty() ? "equal" : told));
  }

  /** Why a report differs so, if a note tells: of the report, or of the difference anywhere. */
  private Optional<String> reason(String report, String difference) {
    for (var note : notes.entrySet()) {
      boolean meant =
          difference.startsWith(note.getKey())
              || (report + ": " + difference).startsWith(note.getKey());
      if (meant) return Optional.of(note.getValue());
    }
    return Optional.empty();
  }

  private static boolean isSame(String a, String b, Optional<VersionScheme> scheme) {
    if (a.isEmpty() || b.isEmpty() || scheme.isEmpty()) return a.equals(b);
    return scheme.get().compare(a, b) == 0;
  }

  /**
   * Trivy lists the patched versions of every line, we the one to go to: of its list the lowest
   * that is above the installed one.
   */
  private static String first(String list, String installed, Optional<VersionScheme> scheme) {
    if (scheme.isEmpty() || list.isEmpty()) return list;
    var above = new ArrayList<String>();
    for (String one : list.split(", ", -1)) {
      String version = one.replace(">=", "").strip();
      if (version.startsWith("<")) continue;
      if (scheme.get().compare(version, installed) > 0) above.add(version);
    }
    return above.stream().min(scheme.get()::compare).orElse("");
  }

  /** The statements that a test of Trivy gives to its scan. */
  private Optional<VexMatcher> vex(String name, List<Component> components) throws IOException {
    if (!name.endsWith("-vex")) return Optional.empty();
    String text = files.getOrDefault(REPORTS + "fixtures/vex/file/openvex.json", "");
    VexDocument document = VexReader.read("openvex.json", text.getBytes(StandardCharsets.UTF_8));
    return Optional.of(new VexMatcher(List.of(document), IMAGE, components));
  }
}
