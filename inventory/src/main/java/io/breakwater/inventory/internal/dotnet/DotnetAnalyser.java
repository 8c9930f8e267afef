package io.breakwater.inventory.internal.dotnet;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
    return 1;
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return file.path().endsWith(EXTENSION);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Json.Obj document = Json.parseObject(content.readAll(MAX_SIZE));
    for (Map.Entry<String, Json> library : document.object("libraries").members().entrySet()) {
      if (!(library.getValue() instanceof Json.Obj object)) continue;
      switch (object.text("type").toLowerCase(Locale.ROOT)) {
        case "package", "project", "runtimepack" -> report(library.getKey(), facts);
        default -> {} // an assembly that lies beside the application: no package names it
      }
    }
  }

  private static void report(String nameAndVersion, FactSink facts) {
    int slash = nameAndVersion.lastIndexOf('/');
    if (slash <= 0) return;
    String name = nameAndVersion.substring(0, slash);
    if (name.startsWith(RUNTIME_PACK)) name = name.substring(RUNTIME_PACK.length());
    Coordinates.plain("nuget", name, nameAndVersion.substring(slash + 1))
        .report(facts, List.of(), "", "deps.json");
  }
}
