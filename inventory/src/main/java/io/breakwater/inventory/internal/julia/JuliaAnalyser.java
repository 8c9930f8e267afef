package io.breakwater.inventory.internal.julia;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.model.PackageTraits;
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
 * Packages of Julia: Manifest.toml of formats 1 and 2, and what a Project.toml says of its own
 * package; in a depot that one is installed.
 */
public final class JuliaAnalyser implements Analyser {
  private static final String MANIFEST = "Manifest.toml";

  private record Locked(String name, String uuid, String version, Json.Obj entry) {}

  @Override
  public String name() {
    return "julia";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "l";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    return path.endsWith(".toml") && (isManifest(path) || isProject(path));
  }

  private static boolean isManifest(String path) {
    int name = path.lastIndexOf('/') + 1;
    return Paths.isNamed(path, MANIFEST)
        || Paths.isNamed(path, "JuliaManifest.toml")
        || path.startsWith("Manifest-v", name)
        || path.startsWith("JuliaManifest-v", name);
  }

  private static boolean isProject(String path) {
    return Paths.isNamed(path, "Project.toml") || Paths.isNamed(path, "JuliaProject.toml");
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Json.Obj document = Toml.object(LockFiles.text(content));
    if (isManifest(file.path())) manifest(document, facts);
    else project(file.path(), document, facts);
  }

  private static void project(String path, Json.Obj document, FactSink facts) {
    String name = document.text("name");
    String uuid = document.text("uuid");
    if (name.isEmpty() || uuid.isEmpty() || document.text("version").isEmpty()) return;
    boolean installed = path.contains("/packages/" + name + "/");
    new Declared(
            Coordinates.plain("julia", name, document.text("version")),
            Map.of("uuid", uuid),
            installed ? PackageTraits.INSTALLED : PackageTraits.DECLARED,
            List.of(),
            0)
        .report(facts, "Project.toml");
  }

  private static void manifest(Json.Obj document, FactSink facts) {
    Json.Obj deps =
        document.get("manifest_format").isPresent() ? document.object("deps") : document;
    String julia = document.text("julia_version");
    var all = new ArrayList<Locked>();
    Map<String, List<Locked>> byName = new HashMap<>();
    Map<String, Locked> byId = new HashMap<>();
    for (String name : deps.members().keySet()) {
      for (Json.Obj entry : deps.objects(name)) {
        String uuid = entry.text("uuid");
        if (uuid.isEmpty()) continue;
        var locked = new Locked(name, uuid, version(entry, julia), entry);
        all.add(locked);
        byName.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(locked);
        byId.put(uuid, locked);
      }
    }
    String unclear = "";
    for (Locked locked : all) {
      var needs = new ArrayList<String>();
      for (String need : locked.entry.texts("deps")) {
        List<Locked> found = byName.getOrDefault(need, List.of());
        if (found.size() == 1) needs.add(reference(found.getFirst()));
        else if (unclear.isEmpty()) unclear = unclear(locked.name, need, found.size());
      }
      for (Json id : locked.entry.object("deps").members().values()) {
        Locked found = id instanceof Json.Str(String uuid) ? byId.get(uuid) : null;
        if (found != null) needs.add(reference(found));
      }
      Json.Obj entry = locked.entry;
      String url = entry.text("repo-url");
      Map<String, String> qualifiers = new HashMap<>();
      qualifiers.put("uuid", locked.uuid);
      if (!url.isEmpty()) qualifiers.put("vcs_url", "git+" + url + "@" + entry.text("repo-rev"));
      new Declared(
              Coordinates.plain("julia", locked.name, locked.version),
              qualifiers,
              PackageTraits.DECLARED.dependingOn(needs),
              List.of(),
              0)
          .report(facts, MANIFEST);
    }
    if (!unclear.isEmpty()) facts.notAnalysed("", Reason.MALFORMED, unclear);
  }

  /** A package of the standard library has the version of Julia. */
  private static String version(Json.Obj entry, String julia) {
    String version = entry.text("version");
    if (!version.isEmpty()) return version;
    boolean elsewhere = entry.get("path").isPresent() || entry.get("git-tree-sha1").isPresent();
    return elsewhere ? "" : julia;
  }

  private static String reference(Locked locked) {
    return locked.version.isEmpty() ? locked.name : locked.name + "@" + locked.version;
  }

  private static String unclear(String name, String need, int count) {
    if (name.length() + need.length() > 200) return "a package needs an unknown one";
    return name + " needs " + need + (count == 0 ? ", which is missing" : ", which is ambiguous");
  }
}
