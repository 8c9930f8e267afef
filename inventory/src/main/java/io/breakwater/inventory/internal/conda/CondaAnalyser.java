package io.breakwater.inventory.internal.conda;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.MalformedFileException;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.inventory.internal.Licences;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.inventory.internal.python.PythonNames;
import io.breakwater.inventory.internal.python.Requirement;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Yaml;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Conda: the packages that are installed in an environment ({@code conda-meta/*.json}), and those
 * that an environment.yml asks for, with what it asks of pip.
 */
public final class CondaAnalyser implements Analyser {
  @Override
  public String name() {
    return "conda";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "nl";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    if (path.endsWith(".json")) {
      int folder = path.lastIndexOf('/') - "conda-meta".length();
      return folder >= 0
          && path.startsWith("conda-meta/", folder)
          && (folder == 0 || path.charAt(folder - 1) == '/');
    }
    return (LockFiles.is(path, "environment.yml") || LockFiles.is(path, "environment.yaml"));
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    if (file.path().endsWith(".json")) {
      installed(Json.parseObject(content.readAll(LockFiles.MAX_SIZE)), facts);
    } else {
      environment(Yaml.object(LockFiles.text(content)), Paths.fileName(file.path()), facts);
    }
  }

  private static void installed(Json.Obj pkg, FactSink facts) {
    String name = pkg.text("name");
    if (name.isEmpty()) return;
    var needs = new ArrayList<String>();
    for (String spec : pkg.texts("depends")) needs.add(word(spec));
    Map<String, String> qualifiers = new TreeMap<>();
    qualifier(qualifiers, "build", pkg.text("build"));
    qualifier(qualifiers, "subdir", pkg.text("subdir"));
    qualifier(qualifiers, "channel", channel(pkg.text("channel"), pkg.text("subdir")));
    var hashes = new ArrayList<>(Hashes.hex("sha256", pkg.text("sha256")));
    hashes.addAll(Hashes.hex("md5", pkg.text("md5")));
    new Declared(
            Coordinates.plain("conda", name, pkg.text("version")),
            qualifiers,
            PackageTraits.INSTALLED.dependingOn(needs).hashed(hashes),
            Licences.name(pkg.text("license")),
            0)
        .report(facts, "conda-meta");
  }

  private static void qualifier(Map<String, String> qualifiers, String key, String value) {
    if (!value.isEmpty()) qualifiers.put(key, value);
  }

  /** {@code main} of {@code https://repo.anaconda.com/pkgs/main/linux-64}. */
  private static String channel(String url, String subdir) {
    String stem = subdir.isEmpty() ? url : url.replace("/" + subdir, "");
    return Paths.fileName(stem);
  }

  private static String word(String spec) {
    int end = 0;
    while (end < spec.length() && " =<>!~[".indexOf(spec.charAt(end)) < 0) end++;
    return spec.substring(0, end);
  }

  private static void environment(Json.Obj document, String source, FactSink facts)
      throws IOException {
    for (Json dependency : document.array("dependencies")) {
      switch (dependency) {
        case Json.Str(String spec) -> asked(spec.strip(), source, facts);
        case Json.Obj tools -> {
          for (Map.Entry<String, Json> tool : tools.members().entrySet()) {
            if (tool.getKey().equals("pip")) pip(tool.getValue(), source, facts);
          }
        }
        default -> throw new MalformedFileException("a dependency of an unknown kind");
      }
    }
  }

  /** {@code channel::name=version=build}, or other constraints, which leave a choice. */
  private static void asked(String spec, String source, FactSink facts) {
    int colons = spec.indexOf("::");
    String plain = colons < 0 ? spec : spec.substring(colons + 2);
    String name = word(plain);
    if (name.isEmpty()) return;
    Declared.of(Coordinates.plain("conda", name, version(plain.substring(name.length()).strip())))
        .report(facts, source);
  }

  private static String version(String constraint) {
    int start = 0;
    while (start < constraint.length() && constraint.charAt(start) == '=') start++;
    String rest = constraint.substring(start).strip();
    int end = 0;
    while (end < rest.length() && "= ".indexOf(rest.charAt(end)) < 0) end++;
    String version = rest.substring(0, end);
    for (int i = 0; i < version.length(); i++) {
      if ("*<>!,|~[".indexOf(version.charAt(i)) >= 0) return "";
    }
    return start == 0 ? "" : version;
  }

  private static void pip(Json requirements, String source, FactSink facts) throws IOException {
    if (!(requirements instanceof Json.Arr(List<Json> lines))) {
      throw new MalformedFileException("pip is followed by no list");
    }
    for (Json line : lines) {
      if (!(line instanceof Json.Str(String text))) {
        throw new MalformedFileException("a requirement of pip is no text");
      }
      Requirement.parse(text.strip())
          .ifPresent(
              found ->
                  Declared.of(PythonNames.coordinates(found.name(), found.version()))
                      .report(facts, source));
    }
  }
}
