package io.breakwater.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import io.breakwater.model.Component;
import io.breakwater.model.Presence;
import io.breakwater.model.Scope;
import io.breakwater.model.json.Json;
import io.breakwater.testing.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Lock files and manifests with what osv-scalibr, Trivy and Syft read out of them, each scanned
 * under its usual name, alone in a layer. Names and versions are compared as sets: nothing may be
 * missing, and more only where a reason is given. Scopes, licences and dependencies are compared
 * where a source tells them.
 */
class LockFileVectorsTest {

  /**
   * Where the file of an ecosystem's cases stands in a project. The key is what the source calls
   * the ecosystem; {@code *} keeps the file's own name.
   */
  private static final Map<String, String> PLACES = new HashMap<>();

  /** What a source leaves out or adds on purpose, by a part of the case's path; and why. */
  private static final Map<String, String> REASONS = new HashMap<>();

  /** Cases whose packages are not all in their file; where they are. */
  private static final Map<String, String> BEYOND = new HashMap<>();

  /** Cases of which something is told as not analysed though the source refuses nothing; why. */
  private static final Map<String, String> NOTED = new HashMap<>();

  /** What a source names and we do not, by a part of the case's path; and why. */
  private static final Map<String, String> MISSING = new HashMap<>();

  /** What a source refuses and we read, by a part of the case's path; and why. */
  private static final Map<String, String> READ = new HashMap<>();

  static {
    javaScript();
    java();
    goRustRubyPhp();
    others();
  }

  private static void javaScript() {
    PLACES.put("osv-scalibr javascript/packagelockjson", "package-lock.json");
    PLACES.put("osv-scalibr javascript/yarnlock", "yarn.lock");
    PLACES.put("osv-scalibr javascript/pnpmlock", "pnpm-lock.yaml");
    PLACES.put("osv-scalibr javascript/bunlock", "bun.lock");
    PLACES.put("trivy nodejs/npm", "package-lock.json");
    PLACES.put("trivy nodejs/yarn", "yarn.lock");
    PLACES.put("trivy nodejs/pnpm", "pnpm-lock.yaml");
    PLACES.put("trivy nodejs/bun", "bun.lock");
    PLACES.put("syft javascript", "*");
    String project = "the project itself, which Syft lists and the others leave out";
    REASONS.put("osv-scalibr/javascript/packagelockjson/commits.v2", project);
    REASONS.put("trivy/nodejs/npm/package-lock_v3_with", project);
    REASONS.put(
        "trivy/nodejs/pnpm/pnpm-lock_v6_with_dev", "Trivy leaves out what is for development");
    REASONS.put("trivy/nodejs/yarn/yarn_with_bad_protocol", "Trivy knows no git@ addresses");
    REASONS.put("syft/javascript/pkg-lock", "Syft leaves out what is for development");
    NOTED.put("pnpmlock/files.yaml", "a package without a name is told of");
  }

  private static void java() {
    PLACES.put("osv-scalibr java/pomxml", "pom.xml");
    PLACES.put("trivy java/pom", "pom.xml");
    PLACES.put("osv-scalibr java/gradlelockfile", "gradle.lockfile");
    PLACES.put("trivy gradle/lockfile", "gradle.lockfile");
    PLACES.put(
        "osv-scalibr java/gradleverificationmetadataxml", "gradle/verification-metadata.xml");
    PLACES.put("osv-scalibr java/gradleversioncatalog", "gradle/libs.versions.toml");
    PLACES.put("trivy sbt/lockfile", "build.sbt.lock");
    REASONS.put("trivy/sbt/lockfile", "Trivy leaves out what is for tests");
    String elsewhere = "a parent or an imported POM tells the version";
    BEYOND.put("java/pom/parent-version-is-property/child", elsewhere);
    BEYOND.put("java/pom/import-dependency-management", elsewhere);
    BEYOND.put("java/pom/parent-relative-path", elsewhere);
    BEYOND.put("java/pom/use-child-dep-management-in-parent", elsewhere);
    String project = "the project itself, which Trivy lists";
    REASONS.put("osv-scalibr/java/pomxml/interpolation", project);
    REASONS.put("osv-scalibr/java/pomxml/plugin-dependency", project);
  }

  private static void goRustRubyPhp() {
    PLACES.put("osv-scalibr golang/gomod", "go.mod");
    PLACES.put("osv-scalibr golang/vendormodules", "vendor/modules.txt");
    PLACES.put("trivy golang/mod", "go.mod");
    PLACES.put("syft golang", "go.mod");
    String project = "the project itself, which Trivy lists, and the standard library, as osv does";
    REASONS.put("osv-scalibr/golang/gomod/indirect", project);
    REASONS.put("syft/golang/go-mod-fixtures/", project);
    BEYOND.put("trivy/golang/mod/replaced/go.mod", "once it is read without its replacements");
    BEYOND.put("osv-scalibr/golang/gomod/indirect-1.16", "most are in a go.sum beside it");
    PLACES.put("osv-scalibr rust/cargolock", "Cargo.lock");
    PLACES.put("osv-scalibr rust/cargotoml", "Cargo.toml");
    PLACES.put("trivy rust/cargo", "Cargo.lock");
    PLACES.put("syft rust", "Cargo.lock");
    PLACES.put("osv-scalibr ruby/gemfilelock", "Gemfile.lock");
    PLACES.put("trivy ruby/bundler", "Gemfile.lock");
    PLACES.put("syft ruby", "Gemfile.lock");
    PLACES.put("osv-scalibr php/composerlock", "composer.lock");
    PLACES.put("trivy php/composer", "composer.lock");
    PLACES.put("syft php", "*");
    REASONS.put("syft/php/composer.lock", "Syft leaves out what is for development");
  }

  /** Ecosystems beyond JavaScript, Java, Go, Rust, Ruby and PHP. */
  private static void others() {
    OtherLockFiles.PLACES.forEach(PLACES::put);
    OtherLockFiles.REASONS.forEach(REASONS::put);
    OtherLockFiles.NOTED.forEach(NOTED::put);
    OtherLockFiles.MISSING.forEach(MISSING::put);
    OtherLockFiles.READ.forEach(READ::put);
  }

  /** One case: a file and what a source reads out of it. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares cases
  private record Case(
      String name, String place, byte[] bytes, Json.Obj expected, Map<String, byte[]> others) {}

  @TestFactory
  Stream<DynamicTest> everyPackageThatOthersReadIsFoundAndNoOther() throws IOException {
    Path root = SharedData.path("vectors/lockfiles");
    Map<String, byte[]> files = files(root.resolve("files.tar.zst"));
    var cases = new ArrayList<Case>();
    for (String line : Files.readAllLines(root.resolve("cases.jsonl"))) {
      Json.Obj expected = Json.parseObject(line.getBytes(StandardCharsets.UTF_8));
      String input = expected.text("input");
      String place = PLACES.get(expected.text("source") + " " + expected.text("ecosystem"));
      byte[] bytes = files.get(input);
      if (place == null || bytes == null) continue;
      String file = place.equals("*") ? fileName(input) : place;
      cases.add(new Case(input, file, bytes, expected, others(input, files)));
    }
    assertThat(cases).isNotEmpty();
    return cases.stream().map(c -> DynamicTest.dynamicTest(c.name, () -> compare(c)));
  }

  /** Its own, without what tells several of a source apart: package-lock-2.json. */
  private static String fileName(String input) {
    String own = input.substring(input.lastIndexOf('/') + 1);
    for (String usual : List.of("package-lock.json", "Cargo.lock", "pom.xml")) {
      int dot = usual.indexOf('.');
      if (own.startsWith(usual.substring(0, dot)) && own.endsWith(usual.substring(dot))) {
        return usual;
      }
    }
    return own;
  }

  /** What lies below a POM: the modules of its project. */
  private static Map<String, byte[]> others(String input, Map<String, byte[]> files) {
    var others = new TreeMap<String, byte[]>();
    if (!input.startsWith("trivy/java/pom/")) return others;
    String folder = input.substring(0, input.lastIndexOf('/') + 1);
    files.forEach(
        (path, bytes) -> {
          boolean below = path.startsWith(folder) && !path.equals(input);
          if (below && path.endsWith("/pom.xml")) {
            others.put("app/" + path.substring(folder.length()), bytes);
          }
        });
    return others;
  }

  private static void compare(Case given) throws IOException {
    TestLayer layer = TestLayer.number(1).file("app/" + given.place, given.bytes);
    given.others.forEach(layer::file);
    Inventory inventory = TestImage.of(layer).inventory();
    if (!reason(READ, given.name).isEmpty()) return;
    boolean optional =
        given.name.contains("java/pom/")
            || (given.expected.get("options").isPresent() && given.place.equals("go.mod"));
    boolean refused = given.expected.get("error").filter(e -> !(e instanceof Json.Nil)).isPresent();
    if ((refused && !optional) || !reason(NOTED, given.name).isEmpty()) {
      assertThat(inventory.notAnalysed()).as("lines for %s", given.name).isNotEmpty();
    } else {
      assertThat(inventory.notAnalysed()).as(given.name).isEmpty();
    }
    if (!optional && given.expected.get("options").isPresent()) return; // of the other's reader
    var found = new TreeSet<String>();
    inventory.components().forEach(c -> found.add(key(c.name(), c.version())));
    var expected = new TreeSet<String>();
    for (Json.Obj p : given.expected.objects("packages")) {
      boolean here =
          p.text("relationship").equals("root") || p.text("relationship").equals("direct");
      if (!optional || here) {
        expected.add(ours(key(p.text("name"), p.text("version")), inventory.components()));
      }
    }
    if (optional) {
      // Trivy asks repositories and other files; what it finds in this one has to be there.
      if (reason(BEYOND, given.name).isEmpty()) {
        assertThat(found).as(given.name).containsAll(expected);
      } else {
        assertThat(found).as(given.name).isNotEmpty();
      }
      return;
    }
    String reason = reason(REASONS, given.name);
    if (!reason(BEYOND, given.name).isEmpty()) {
      assertThat(expected).as(given.name).containsAnyElementsOf(found);
    } else if (!reason(MISSING, given.name).isEmpty()) {
      assertThat(found).as("still needs its reason: %s", given.name).isNotEqualTo(expected);
    } else if (reason.isEmpty()) {
      assertThat(found).as(given.name).isEqualTo(expected);
    } else {
      assertThat(found).as("%s (%s)", given.name, reason).containsAll(expected);
      assertThat(found).as("still needs its reason: %s", given.name).isNotEqualTo(expected);
    }
    var needed = new HashSet<String>();
    for (Json.Obj p : given.expected.objects("packages")) {
      if (!p.isTrue("dev") && p.texts("groups").isEmpty()) {
        needed.add(key(p.text("name"), p.text("version")));
      }
    }
    for (Json.Obj p : given.expected.objects("packages")) {
      compare(p, needed, inventory.components());
    }
    if (reason(MISSING, given.name).isEmpty()) {
      dependencies(given.expected, inventory.components());
    }
  }

  private static String reason(Map<String, String> reasons, String name) {
    for (Map.Entry<String, String> entry : reasons.entrySet()) {
      if (name.contains(entry.getKey())) return entry.getValue();
    }
    return "";
  }

  /** The key of the component whose package URL says the same in another spelling. */
  private static String ours(String key, List<Component> components) {
    for (Component c : components) {
      String name = c.purl().namespace().map(n -> n + "/").orElse("") + c.purl().name();
      if (key(name, c.version()).equals(key)) return key(c.name(), c.version());
    }
    return key;
  }

  /** Spellings that mean the same: v1.2 is 1.2, and some write a colon for a slash. */
  private static String key(String name, String version) {
    String plain = version.startsWith("v") ? version.substring(1) : version;
    return (name + " " + plain).toLowerCase(Locale.ROOT).replace(':', '/');
  }

  /**
   * What a source says of a package beyond its name.
   *
   * @param needed the packages that the source also lists as needed to run
   */
  private static void compare(Json.Obj expected, Set<String> needed, List<Component> components) {
    String key = key(expected.text("name"), expected.text("version"));
    for (Component c : components) {
      if (!key(c.name(), c.version()).equals(key)) continue;
      assertThat(c.traits().presence()).as(key).isEqualTo(presence(c));
      List<String> groups = expected.texts("groups");
      if (!needed.contains(key) && expected.isTrue("dev")) {
        assertThat(c.traits().scope()).as(key).isEqualTo(Scope.DEVELOPMENT);
      } else if (!needed.contains(key) && !groups.isEmpty() && !groups.contains("requires")) {
        assertThat(c.traits().scope()).as("%s %s", key, groups).isNotEqualTo(Scope.REQUIRED);
      }
      for (String licence : expected.texts("licenses")) {
        if (licence.startsWith("file://")) continue; // the place of a text, not its name
        assertThat(String.join(" ", c.licences())).as(key).contains(licence);
      }
    }
  }

  /** What tells of installed packages, among so many that only declare them. */
  private static Presence presence(Component c) {
    String path = c.locations().getFirst().path();
    for (String installed :
        List.of(".deps.json", "METADATA", "conda-meta/p.json", ".app", ".reg")) {
      if (path.endsWith(installed)) return Presence.INSTALLED;
    }
    return Presence.DECLARED;
  }

  /** Every edge that a source tells is there, by name and version. */
  private static void dependencies(Json.Obj expected, List<Component> components) {
    var told = new HashMap<String, String>();
    for (Json.Obj p : expected.objects("packages")) {
      told.put(p.text("id"), plain(p.text("name") + "@" + p.text("version")));
    }
    Json.Obj depends = expected.object("depends");
    var labels = new HashMap<String, String>();
    components.forEach(c -> labels.put(c.id(), label(c)));
    Map<String, Set<String>> edges = new HashMap<>();
    for (Component c : components) {
      Set<String> to = edges.computeIfAbsent(label(c), _ -> new HashSet<>());
      for (String id : c.traits().dependsOn()) to.add(labels.getOrDefault(id, ""));
    }
    for (String from : depends.members().keySet()) {
      Set<String> found = edges.getOrDefault(told.getOrDefault(from, plain(from)), Set.of());
      for (String to : depends.texts(from)) {
        assertThat(found).as("what %s depends on", from).contains(told.getOrDefault(to, plain(to)));
      }
    }
  }

  private static String label(Component c) {
    return plain(c.name() + (c.version().isEmpty() ? "" : "@" + c.version()));
  }

  /** Without the peers that pnpm writes behind an id. */
  private static String plain(String id) {
    int peers = id.indexOf('(');
    return (peers > 0 ? id.substring(0, peers) : id).replace("@v", "@");
  }

  /** The files of a small tar archive; long names in the pax or GNU form. */
  private static Map<String, byte[]> files(Path archive) throws IOException {
    byte[] tar;
    try (var in = new ZstdInputStream(new ByteArrayInputStream(Files.readAllBytes(archive)))) {
      tar = in.readAllBytes();
    }
    var files = new HashMap<String, byte[]>();
    String longName = "";
    for (int at = 0; at + 512 <= tar.length && tar[at] != 0; ) {
      int size = Integer.parseInt(text(tar, at + 124, 12), 8);
      byte[] bytes = java.util.Arrays.copyOfRange(tar, at + 512, at + 512 + size);
      switch ((char) tar[at + 156]) {
        case 'L' -> longName = text(bytes, 0, bytes.length);
        case 'x' -> {
          String pax = new String(bytes, StandardCharsets.UTF_8);
          int path = pax.indexOf(" path=");
          if (path >= 0) longName = pax.substring(path + 6, pax.indexOf('\n', path));
        }
        case '0', '\0' -> {
          String prefix = text(tar, at + 345, 155);
          String name = text(tar, at, 100);
          if (!prefix.isEmpty()) name = prefix + "/" + name;
          if (!longName.isEmpty()) name = longName;
          files.put(name.startsWith("./") ? name.substring(2) : name, bytes);
          longName = "";
        }
        default -> longName = "";
      }
      at += 512 + (size + 511) / 512 * 512;
    }
    return files;
  }

  private static String text(byte[] bytes, int offset, int most) {
    int length = 0;
    while (length < most && offset + length < bytes.length && bytes[offset + length] != 0) length++;
    return new String(bytes, offset, length, StandardCharsets.UTF_8).strip();
  }
}
