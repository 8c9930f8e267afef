package io.breakwater.inventory.internal.beam;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.MalformedFileException;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.inventory.internal.Licences;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.model.Scope;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Toml;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Erlang, Elixir and Gleam: mix.lock, rebar.lock, manifest.toml and gleam.toml, the packages that
 * were fetched (hex_metadata.config), and the applications that are installed ({@code *.app}).
 */
public final class HexAnalyser implements Analyser {
  private static final String FETCHED = "hex_metadata.config";
  private static final int MAX_APPLICATION = 4 << 20;

  @Override
  public String name() {
    return "hex";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public String lastCharacters() {
    return "klpg";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    int length = path.length();
    if (length < 5) return false;
    return switch (path.charAt(length - 1)) {
      case 'k' -> path.endsWith(".lock") && (Paths.isNamed(path, "mix.lock") || isRebar(path));
      case 'l' -> Paths.isNamed(path, "gleam.toml") || Paths.isNamed(path, "manifest.toml");
      case 'g' -> Paths.isNamed(path, FETCHED);
      case 'p' -> path.endsWith(".app") && isTerm(head);
      default -> false;
    };
  }

  private static boolean isTerm(Head head) {
    return head.startsWith('{') || head.startsWith('%');
  }

  private static boolean isRebar(String path) {
    return path.startsWith("rebar", path.lastIndexOf('/') + 1);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    String name = Paths.fileName(file.path());
    switch (name) {
      case "mix.lock" -> mix(Terms.parse(LockFiles.text(content)), facts);
      case FETCHED -> fetched(Terms.parse(LockFiles.text(content)), facts);
      case "gleam.toml" -> gleam(Toml.object(LockFiles.text(content)), facts);
      case "manifest.toml" -> manifest(Toml.object(LockFiles.text(content)), facts);
      default -> {
        if (name.endsWith(".app")) application(content, facts);
        else rebar(Terms.parse(LockFiles.text(content)), facts);
      }
    }
  }

  /**
   * {@code %{"name": {:hex, :name, "version", "hash", managers, needs, "repo", "hash"}}}, or {@code
   * {:git, "url", "commit", options}}.
   */
  private static void mix(List<Json> terms, FactSink facts) throws MalformedFileException {
    if (terms.isEmpty()) return;
    List<Json> entries = elements(terms.getFirst());
    for (int i = 0; i + 1 < entries.size(); i += 2) {
      List<Json> entry = elements(entries.get(i + 1));
      String key = text(entries, i);
      if (text(entry, 0).equals("hex") && entry.size() >= 3) {
        var needs = new ArrayList<String>();
        for (Json need : elements(entry, 5)) needs.add(text(elements(need), 0));
        report(text(entry, 1), text(entry, 2), "", needs, text(entry, 7), "mix.lock", facts);
      } else if (text(entry, 0).equals("git") && entry.size() >= 3) {
        String source = "git+" + text(entry, 1) + "@" + text(entry, 2);
        report(key, "", source, List.of(), "", "mix.lock", facts);
      }
    }
  }

  /** {@code {"1.2.0", [{name, {pkg, name, version}, level}, ...]}. [{pkg_hash, [...]}, ...].}. */
  private static void rebar(List<Json> terms, FactSink facts) throws MalformedFileException {
    if (terms.isEmpty()) return;
    List<Json> first = elements(terms.getFirst());
    boolean versioned = !first.isEmpty() && first.getFirst() instanceof Json.Str;
    Map<String, String> hashes = terms.size() > 1 ? hashes(terms.get(1)) : Map.of();
    for (Json entry : versioned ? elements(first, 1) : first) {
      String name = text(elements(entry), 0);
      List<Json> source = elements(elements(entry), 1);
      if (text(source, 0).equals("pkg")) {
        String hash = hashes.getOrDefault(name, "");
        report(text(source, 1), text(source, 2), "", List.of(), hash, "rebar.lock", facts);
      } else if (text(source, 0).startsWith("git")) {
        String commit = text(elements(source, 2), 1);
        String vcs = "git+" + text(source, 1) + "@" + commit;
        report(name, commit, vcs, List.of(), "", "rebar.lock", facts);
      }
    }
  }

  private static Map<String, String> hashes(Json term) {
    Map<String, String> hashes = new HashMap<>();
    for (Json kind : elements(term)) {
      if (!text(elements(kind), 0).equals("pkg_hash_ext")) continue;
      for (Json pair : elements(elements(kind), 1)) {
        hashes.put(text(elements(pair), 0), text(elements(pair), 1));
      }
    }
    return hashes;
  }

  /** The lock file of Gleam. */
  private static void manifest(Json.Obj document, FactSink facts) {
    for (Json.Obj pkg : document.objects("packages")) {
      String version = pkg.text("version");
      if (pkg.text("build_tools").isEmpty() && pkg.array("build_tools").isEmpty()) continue;
      report(
          pkg.text("name"),
          version,
          "",
          pkg.texts("requirements"),
          pkg.text("outer_checksum"),
          "manifest.toml",
          facts);
    }
  }

  /** What a Gleam project asks for: a version only where it is one. */
  private static void gleam(Json.Obj document, FactSink facts) {
    ask(document.object("dependencies"), Scope.REQUIRED, facts);
    ask(document.object("dev-dependencies"), Scope.DEVELOPMENT, facts);
    ask(document.object("dev_dependencies"), Scope.DEVELOPMENT, facts);
  }

  private static void ask(Json.Obj dependencies, Scope scope, FactSink facts) {
    for (String name : dependencies.members().keySet()) {
      String constraint = dependencies.text(name).strip();
      if (constraint.startsWith("==")) constraint = constraint.substring(2).strip();
      boolean exact = !constraint.isEmpty() && Character.isDigit(constraint.charAt(0));
      Declared.of(hex(name, exact && constraint.indexOf(' ') < 0 ? constraint : ""))
          .scoped(scope)
          .report(facts, "gleam.toml");
    }
  }

  /** Pairs such as {@code {<<"name">>,<<"jason">>}.}; requirements as pairs or as lists of such. */
  private static void fetched(List<Json> terms, FactSink facts) {
    String name = "";
    String version = "";
    var licences = new ArrayList<String>();
    var needs = new ArrayList<String>();
    for (Json term : terms) {
      List<Json> pair = elements(term);
      switch (text(pair, 0)) {
        case "name" -> name = text(pair, 1);
        case "version" -> version = text(pair, 1);
        case "licenses" -> {
          for (Json licence : elements(pair, 1)) {
            if (licence instanceof Json.Str(String text)) licences.add(text);
          }
        }
        case "requirements" -> {
          for (Json need : elements(pair, 1)) needs.add(required(elements(need)));
        }
        default -> {}
      }
    }
    if (name.isEmpty()) return;
    needs.removeIf(String::isEmpty);
    Declared.installed(hex(name, version))
        .licensed(Licences.names(licences))
        .needing(needs)
        .report(facts, FETCHED);
  }

  private static String required(List<Json> need) {
    if (!text(need, 0).isEmpty()) return text(need, 0);
    for (Json pair : need) {
      if (text(elements(pair), 0).equals("name")) return text(elements(pair), 1);
    }
    return "";
  }

  /** {@code {application, name, [{vsn, "1.2"}, ...]}.}. A source's may be a program instead. */
  private static void application(Content content, FactSink facts) throws IOException {
    String text =
        new String(content.readAll(MAX_APPLICATION), java.nio.charset.StandardCharsets.UTF_8);
    if (!text.contains("{application")) return;
    for (Json term : Terms.parse(text)) {
      List<Json> application = elements(term);
      if (!text(application, 0).equals("application")) continue;
      var needs = new ArrayList<String>();
      String version = "";
      for (Json property : elements(application, 2)) {
        List<Json> pair = elements(property);
        switch (text(pair, 0)) {
          case "vsn" -> version = text(pair, 1);
          case "applications" -> {
            for (Json need : elements(pair, 1)) {
              if (need instanceof Json.Str(String name)) needs.add(name);
            }
          }
          default -> {}
        }
      }
      String name = text(application, 1);
      if (name.isEmpty() || version.isEmpty()) continue;
      Declared.installed(Coordinates.plain("otp", name, version))
          .needing(needs)
          .report(facts, name + ".app");
    }
  }

  private static void report(
      String name,
      String version,
      String vcs,
      List<String> needs,
      String sha256,
      String source,
      FactSink facts) {
    if (name.isEmpty()) return;
    Declared.of(hex(name, version))
        .needing(needs)
        .hashed(Hashes.hex("sha256", sha256))
        .qualified("vcs_url", vcs)
        .report(facts, source);
  }

  private static Coordinates hex(String name, String version) {
    return Coordinates.plain("hex", name, version);
  }

  private static List<Json> elements(Json term) {
    return term instanceof Json.Arr(List<Json> elements) ? elements : List.of();
  }

  private static List<Json> elements(List<Json> terms, int index) {
    return index < terms.size() ? elements(terms.get(index)) : List.of();
  }

  private static String text(List<Json> terms, int index) {
    return index < terms.size() && terms.get(index) instanceof Json.Str(String text) ? text : "";
  }
}
