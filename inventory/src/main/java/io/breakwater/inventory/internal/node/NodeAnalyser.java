package io.breakwater.inventory.internal.node;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Licences;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Packages of npm and its kin, installed: every package.json that has a name and a version, and
 * copies inside other packages that lost their version. The others are markers such as {@code
 * {"type":"module"}}; those among a package's tests are test data.
 */
public final class NodeAnalyser implements Analyser {
  private static final String FILE = "package.json";
  private static final String MODULES = "node_modules/";
  private static final int MAX_SIZE = 1 << 20;

  /** The names that it needs are told up to so many. */
  static final int MOST_NEEDS = 1_000;

  @Override
  public String name() {
    return "node-package";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public String lastCharacters() {
    return "n";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    return path.endsWith(FILE) && Paths.isNamed(path, FILE) && !isTestData(path);
  }

  /** Whether a package.json lies in an installed package's folder of tests or examples. */
  private static boolean isTestData(String path) {
    int modules = path.lastIndexOf(MODULES);
    if (modules < 0) return false;
    int root = path.indexOf('/', modules + MODULES.length());
    if (root > 0 && path.charAt(modules + MODULES.length()) == '@') {
      root = path.indexOf('/', root + 1);
    }
    for (int at = root; at > 0; at = path.indexOf('/', at + 1)) {
      int end = path.indexOf('/', at + 1);
      if (end < 0) return false;
      switch (end - at - 1) {
        case 4 -> {
          if (path.startsWith("test", at + 1) || path.startsWith("spec", at + 1)) return true;
        }
        case 5 -> {
          if (path.startsWith("tests", at + 1)) return true;
        }
        case 7 -> {
          if (path.startsWith("fixture", at + 1) || path.startsWith("example", at + 1)) return true;
        }
        case 8 -> {
          if (path.startsWith("fixtures", at + 1) || path.startsWith("examples", at + 1)) {
            return true;
          }
        }
        case 9 -> {
          if (path.startsWith("__tests__", at + 1)) return true;
        }
        default -> {}
      }
    }
    return false;
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    byte[] bytes = content.readAll(MAX_SIZE);
    Optional<QuickManifest> quick = QuickManifest.read(bytes);
    if (quick.isPresent()) {
      QuickManifest manifest = quick.get();
      List<String> licences = Licences.name(manifest.license());
      report(file.path(), manifest.name(), manifest.version(), licences, manifest.needs(), facts);
    } else if (Json.parse(bytes) instanceof Json.Obj manifest) {
      String version = manifest.text("version");
      String name = manifest.text("name");
      report(file.path(), name, version, licences(manifest), needs(manifest), facts);
    }
  }

  private static List<String> needs(Json.Obj manifest) {
    var needs = new ArrayList<String>();
    for (String kind : new String[] {"dependencies", "optionalDependencies"}) {
      for (String need : manifest.object(kind).members().keySet()) {
        if (needs.size() < MOST_NEEDS) needs.add(need);
      }
    }
    return needs;
  }

  private static void report(
      String path,
      String written,
      String writtenVersion,
      List<String> licences,
      List<String> needs,
      FactSink facts) {
    String name = written.strip();
    String version = writtenVersion.strip();
    if (name.isEmpty() || !isName(name)) return;
    if (version.isEmpty() && !isCopy(path, name, licences)) return;
    Coordinates.path("npm", name, version).report(facts, licences, needs, "", FILE);
  }

  /**
   * Whether a manifest without a version is that of a package which was copied into another one, as
   * bundlers do: it keeps its licence and lies in a folder of its name.
   */
  private static boolean isCopy(String path, String name, List<String> licences) {
    int folder = path.length() - FILE.length() - 1 - name.length();
    return !licences.isEmpty()
        && folder > 0
        && path.charAt(folder - 1) == '/'
        && path.startsWith(name, folder)
        && path.lastIndexOf(MODULES, folder) >= 0;
  }

  /** Whether npm could install something of this name; templates have placeholders there. */
  private static boolean isName(String name) {
    int slash = name.indexOf('/');
    boolean scoped = name.charAt(0) == '@';
    if (scoped != (slash > 0) || slash == name.length() - 1) return false;
    if (slash >= 0 && name.indexOf('/', slash + 1) >= 0) return false;
    for (int i = scoped ? 1 : 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean digit = c >= '0' && c <= '9';
      if (!letter && !digit && "-._~/!'()*".indexOf(c) < 0) return false;
    }
    return true;
  }

  /** Today a string; in old packages an object or a list of them. */
  private static List<String> licences(Json.Obj manifest) {
    var words = new ArrayList<String>(1);
    words(manifest.get("license").orElse(Json.Obj.EMPTY), words);
    for (Json licence : manifest.array("licenses")) words(licence, words);
    return Licences.names(words);
  }

  static void words(Json licence, List<String> words) {
    if (licence instanceof Json.Str(String text)) words.add(text);
    if (licence instanceof Json.Obj object) words.add(object.text("type"));
    if (licence instanceof Json.Arr(List<Json> several)) {
      for (Json one : several) {
        if (one instanceof Json.Str(String text)) words.add(text);
        if (one instanceof Json.Obj object) words.add(object.text("type"));
      }
    }
  }
}
