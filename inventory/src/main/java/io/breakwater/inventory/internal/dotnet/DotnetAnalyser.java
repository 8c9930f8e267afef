package io.breakwater.inventory.internal.dotnet;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a .NET application was published with: the libraries of its {@code *.deps.json}. Packages,
 * the application's own projects, and the runtime of a self-contained one, which is a package of
 * NuGet too.
 */
public final class DotnetAnalyser implements Analyser {
  private static final String EXTENSION = ".deps.json";
  private static final String RUNTIME_PACK = "runtimepack.";
  private static final int MAX_SIZE = 4 << 20;

  @Override
  public String name() {
    return "dotnet-deps";
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
    return file.path().endsWith(EXTENSION);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Json.Obj document = Json.parseObject(content.readAll(MAX_SIZE));
    Map<String, Set<String>> needs = needs(document.object("targets"));
    for (Map.Entry<String, Json> library : document.object("libraries").members().entrySet()) {
      if (!(library.getValue() instanceof Json.Obj object)) continue;
      switch (object.text("type").toLowerCase(Locale.ROOT)) {
        case "package", "project", "runtimepack" ->
            report(library.getKey(), object.text("sha512"), needs, facts);
        default -> {} // an assembly that lies beside the application: no package names it
      }
    }
  }

  /** What each library needs, for all targets together. */
  private static Map<String, Set<String>> needs(Json.Obj targets) {
    Map<String, Set<String>> needs = new HashMap<>();
    for (String target : targets.members().keySet()) {
      Json.Obj libraries = targets.object(target);
      for (String library : libraries.members().keySet()) {
        Json.Obj dependencies = libraries.object(library).object("dependencies");
        for (String name : dependencies.members().keySet()) {
          needs
              .computeIfAbsent(library, _ -> new LinkedHashSet<>())
              .add(name + "@" + dependencies.text(name));
        }
      }
    }
    return needs;
  }

  private static void report(
      String nameAndVersion, String hash, Map<String, Set<String>> needs, FactSink facts) {
    int slash = nameAndVersion.lastIndexOf('/');
    if (slash <= 0) return;
    String name = nameAndVersion.substring(0, slash);
    if (name.startsWith(RUNTIME_PACK)) name = name.substring(RUNTIME_PACK.length());
    Declared.installed(Coordinates.plain("nuget", name, nameAndVersion.substring(slash + 1)))
        .needing(List.copyOf(needs.getOrDefault(nameAndVersion, Set.of())))
        .hashed(Hashes.integrity(hash))
        .report(facts, "deps.json");
  }
}
