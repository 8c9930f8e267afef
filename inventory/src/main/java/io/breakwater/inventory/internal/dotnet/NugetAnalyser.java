package io.breakwater.inventory.internal.dotnet;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.inventory.internal.text.Xml;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/**
 * What .NET projects locked or ask for: packages.lock.json, project.assets.json, packages.config,
 * central versions ({@code *.Packages.props}), projects ({@code *.csproj} and kin), paket.lock and
 * paket.dependencies.
 */
public final class NugetAnalyser implements Analyser {
  @Override
  public String name() {
    return "nuget";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "ngskj";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    int length = path.length();
    if (length < 8) return false;
    return switch (path.charAt(length - 1)) {
      case 'n' -> path.endsWith("packages.lock.json") || Paths.isNamed(path, "project.assets.json");
      case 'g' -> Paths.endsWithIgnoreCase(path, "packages.config") && isPackagesConfig(path);
      case 's' ->
          Paths.endsWithIgnoreCase(path, "packages.props")
              || Paths.isNamed(path, "paket.dependencies");
      case 'k' -> Paths.isNamed(path, "paket.lock");
      case 'j' -> path.endsWith(".csproj") || path.endsWith(".fsproj") || path.endsWith(".vbproj");
      default -> false;
    };
  }

  private static boolean isPackagesConfig(String path) {
    int start = path.length() - "packages.config".length();
    return start == 0 || path.charAt(start - 1) == '/';
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    String name = Paths.fileName(file.path());
    switch (name.charAt(name.length() - 1)) {
      case 'n' -> {
        Json.Obj document = Json.parseObject(content.readAll(LockFiles.MAX_SIZE));
        if (name.equals("project.assets.json")) NugetJson.assets(document, facts);
        else NugetJson.lock(document, facts);
      }
      case 'k' -> Paket.lock(LockFiles.text(content), facts);
      case 'g' -> MsBuild.config(Xml.parse(LockFiles.text(content)), facts);
      case 's' -> {
        if (name.endsWith(".dependencies")) Paket.dependencies(LockFiles.text(content), facts);
        else MsBuild.project(Xml.parse(LockFiles.text(content)), name, facts);
      }
      default -> MsBuild.project(Xml.parse(LockFiles.text(content)), name, facts);
    }
  }
}
