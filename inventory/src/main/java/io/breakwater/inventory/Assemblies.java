package io.breakwater.inventory;

import io.breakwater.inventory.Merge.Present;
import io.breakwater.inventory.Merge.PresentFile;
import io.breakwater.inventory.internal.dotnet.AssemblyAnalyser;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which .NET assemblies a deps.json tells of: those in its directory, and in the directories for
 * single platforms under it. It names the packages that they came with, which an assembly alone
 * does not.
 */
final class Assemblies {
  private static final String DEPENDENCIES = ".deps.json";
  private static final String PLATFORMS = "runtimes/";

  /** With a slash at their ends. */
  private final Set<String> published = new HashSet<>();

  Assemblies(List<PresentFile> files) {
    for (PresentFile file : files) {
      String path = file.facts().path(file.file());
      if (path.endsWith(DEPENDENCIES)) published.add(path.substring(0, path.lastIndexOf('/') + 1));
    }
  }

  /** Whether a package is an assembly's word for what a deps.json tells. */
  boolean isToldBetter(Present present) {
    if (published.isEmpty()) return false;
    if (!present.facts().analyser(present.pkg()).equals(AssemblyAnalyser.NAME)) return false;
    String path = present.facts().path(present.file());
    if (published.contains(path.substring(0, path.lastIndexOf('/') + 1))) return true;
    int platforms = path.startsWith(PLATFORMS) ? 0 : path.indexOf("/" + PLATFORMS) + 1;
    boolean under = platforms > 0 || path.startsWith(PLATFORMS);
    return under && published.contains(path.substring(0, platforms));
  }
}
