package io.breakwater.inventory.internal.cpp;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * vcpkg: the database of installed ports ({@code vcpkg/status} with the records in {@code
 * vcpkg/updates} beside it), and the dependencies of a vcpkg.json.
 */
public final class VcpkgAnalyser implements Analyser {
  @Override
  public String name() {
    return "vcpkg";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    return path.endsWith("/vcpkg/status")
        || path.equals("vcpkg/status")
        || path.contains("/vcpkg/updates/")
        || (path.endsWith(".json") && Paths.isNamed(path, "vcpkg.json") && !isPort(path));
  }

  /** Whether the file belongs to vcpkg's own collection of ports, or to an installed one. */
  private static boolean isPort(String path) {
    return path.contains("/ports/") || path.contains("/share/") || path.contains("/buildtrees/");
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    if (file.path().endsWith("vcpkg.json")) {
      manifest(Json.parseObject(content.readAll(LockFiles.MAX_SIZE)), facts);
    } else {
      status(LockFiles.text(content), facts);
    }
  }

  private static void manifest(Json.Obj document, FactSink facts) {
    Map<String, Json.Obj> overrides = new HashMap<>();
    for (Json.Obj override : document.objects("overrides")) {
      overrides.put(override.text("name"), override);
    }
    for (Json dependency : document.array("dependencies")) {
      String name =
          switch (dependency) {
            case Json.Str(String text) -> text;
            case Json.Obj object -> object.text("name");
            default -> "";
          };
      if (name.isEmpty()) continue;
      Json.Obj override = overrides.getOrDefault(name, Json.Obj.EMPTY);
      long port = override.number("port-version").orElse(0);
      Declared.of(Coordinates.plain("vcpkg", name, version(override)))
          .qualified("port_version", port == 0 ? "" : String.valueOf(port))
          .report(facts, "vcpkg.json");
    }
  }

  private static String version(Json.Obj object) {
    for (String key : List.of("version", "version-semver", "version-date", "version-string")) {
      String version = object.text(key);
      if (!version.isEmpty()) return version;
    }
    return "";
  }

  /** Paragraphs of fields, as dpkg writes them; those of features repeat their port's name. */
  private static void status(String text, FactSink facts) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : text.split("\n", -1)) {
      if (line.isBlank()) {
        port(fields, facts);
        fields.clear();
        continue;
      }
      int colon = line.indexOf(':');
      if (colon > 0 && line.charAt(0) > ' ') {
        fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    port(fields, facts);
  }

  private static void port(Map<String, String> fields, FactSink facts) {
    String name = fields.getOrDefault("Package", "");
    boolean installed = fields.getOrDefault("Status", "").equals("install ok installed");
    if (name.isEmpty() || !installed || fields.containsKey("Feature")) return;
    String version = fields.getOrDefault("Version", "");
    String port = fields.getOrDefault("Port-Version", "0");
    Map<String, String> qualifiers = new TreeMap<>();
    if (!port.equals("0")) qualifiers.put("port_version", port);
    qualifiers.put("triplet", fields.getOrDefault("Architecture", ""));
    new Declared(
            Coordinates.plain("vcpkg", name, version),
            qualifiers,
            PackageTraits.INSTALLED.dependingOn(needs(fields.getOrDefault("Depends", ""))),
            List.of(),
            0)
        .report(facts, "vcpkg/status");
  }

  private static List<String> needs(String depends) {
    var needs = new ArrayList<String>();
    for (String need : depends.split(",", -1)) {
      String name = need.strip();
      int end = 0;
      while (end < name.length() && ":[ (".indexOf(name.charAt(end)) < 0) end++;
      if (end > 0) needs.add(name.substring(0, end));
    }
    return needs;
  }
}
