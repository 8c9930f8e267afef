package io.breakwater.inventory.internal.dotnet;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.inventory.internal.binary.Executable;
import io.breakwater.inventory.internal.binary.Pe;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * .NET assemblies, by the version resource that compilers write into them. Windows' own libraries
 * have one too: without the header of the common language runtime a file is no assembly. The merge
 * leaves out what a deps.json tells.
 */
public final class AssemblyAnalyser implements Analyser {
  /** What evidence and the merge know it by. */
  public static final String NAME = "dotnet-assembly";

  private static final int RUNTIME_HEADER = 14;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "lLeE";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    if (!head.startsWith('M', 'Z') || !Executable.isCandidate(file, head)) return false;
    String path = file.path();
    boolean named =
        Paths.endsWithIgnoreCase(path, ".dll") || Paths.endsWithIgnoreCase(path, ".exe");
    return named && !isOther(path);
  }

  /**
   * Translations, references that are only compiled against, and what Windows itself is made of.
   */
  private static boolean isOther(String path) {
    return Paths.endsWithIgnoreCase(path, ".resources.dll")
        || path.contains("/ref/")
        || path.contains("/assembly/GAC_")
        || path.contains("/WinSxS/")
        || path.contains("/Windows/Microsoft.NET/");
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Optional<Executable> executable = Executable.open(content);
    if (executable.isEmpty() || !(executable.get() instanceof Pe pe)) return;
    if (pe.directory(RUNTIME_HEADER).isEmpty()) return;
    Map<String, String> words = VersionResource.of(pe);
    String version = AssemblyVersion.of(words);
    if (version.isEmpty()) return;
    Coordinates.plain("nuget", name(words, file.path()), version)
        .report(facts, List.of(), "", "version resource");
  }

  private static String name(Map<String, String> words, String path) {
    for (String key : List.of("InternalName", "OriginalFilename")) {
      String name = bare(words.getOrDefault(key, ""));
      if (isName(name)) return name;
    }
    return bare(Paths.fileName(path));
  }

  private static String bare(String fileName) {
    boolean extended =
        Paths.endsWithIgnoreCase(fileName, ".dll") || Paths.endsWithIgnoreCase(fileName, ".exe");
    return extended ? fileName.substring(0, fileName.length() - 4) : fileName;
  }

  /** Whether NuGet takes it for the name of a package. */
  private static boolean isName(String name) {
    if (name.isEmpty() || name.length() > 100) return false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      boolean digit = c >= '0' && c <= '9';
      boolean between = (c == '.' || c == '-') && i > 0 && i < name.length() - 1;
      if (!letter && !digit && !between) return false;
    }
    return true;
  }
}
