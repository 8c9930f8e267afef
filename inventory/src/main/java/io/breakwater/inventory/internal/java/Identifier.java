package io.breakwater.inventory.internal.java;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Licences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides what an archive is, and reports it with all that is shaded into it.
 *
 * <p>Every pom.properties names something that is in the archive. One of them may be the archive
 * itself: the one that the file name speaks of, or the only one when nothing contradicts. Otherwise
 * file name and manifest tell artifact and version, and {@link Groups} the group.
 */
final class Identifier {
  private final JarName name;
  private final String stem;
  private final Manifest manifest;
  private final List<MavenIdentity> poms;
  private final Map<String, String> groups;

  /** What was reported. */
  private final List<MavenIdentity> told = new ArrayList<>();

  /** What the archive itself is, when that was found out. */
  private Optional<MavenIdentity> self = Optional.empty();

  /**
   * @param groups told elsewhere, by artifact and version; those that are empty tell nothing
   */
  Identifier(
      String fileName, Manifest manifest, List<MavenIdentity> poms, Map<String, String> groups) {
    this.groups = groups;
    this.name = JarName.of(fileName);
    int dot = fileName.lastIndexOf('.');
    this.stem = dot > 0 ? fileName.substring(0, dot) : fileName;
    this.manifest = manifest;
    this.poms = poms;
  }

  /**
   * Reports.
   *
   * @param classes finds the common package of the classes, where all else fails
   */
  void report(FactSink facts, String inner, Supplier<String> classes) {
    boolean named = false;
    for (MavenIdentity pom : poms) {
      boolean own = isOwn(pom);
      named |= own;
      told.add(pom);
      if (own) self = Optional.of(pom);
      String version = pom.version().isEmpty() && own ? version() : pom.version();
      Coordinates.maven(pom.group(), pom.artifact(), version)
          .report(facts, own ? licences() : List.of(), inner, pom.source());
    }
    if (!named) byManifestAndName(facts, inner, classes);
  }

  /** Reports the libraries that are known by their classes and not reported yet. */
  void report(FactSink facts, String inner, Fingerprints fingerprints) {
    for (Fingerprints.Found found : fingerprints.beyond(told, self)) {
      String group = found.library().group();
      Coordinates.maven(group, found.library().artifact(), "")
          .report(facts, List.of(), inner, found.name());
    }
  }

  private boolean isOwn(MavenIdentity pom) {
    String artifact = pom.artifact();
    if (isSame(stem, artifact) || name.artifact().equals(artifact)) return true;
    if (stem.startsWith(artifact + "-" + pom.version())) return true;
    if (poms.size() > 1) return false;
    return name.version().isEmpty()
        ? !isContradicted(pom.version())
        : name.version().equals(pom.version())
            || pom.version().equals(manifest.get("Implementation-Version"));
  }

  /** Distributions rename: error-prone-annotations.jar is error_prone_annotations. */
  private static boolean isSame(String stem, String artifact) {
    if (stem.length() != artifact.length()) return false;
    for (int i = 0; i < stem.length(); i++) {
      char a = stem.charAt(i);
      char b = artifact.charAt(i);
      if (a != b && !(isMark(a) && isMark(b))) return false;
    }
    return true;
  }

  private static boolean isMark(char c) {
    return c == '-' || c == '_' || c == '.';
  }

  /** Whether the manifest tells a version that begins with other numbers. */
  private boolean isContradicted(String version) {
    String stated = version();
    return !stated.isEmpty() && !release(stated).equals(release(version));
  }

  /** The first two numbers of a version. */
  private static String release(String version) {
    int end = 0;
    for (int dots = 0; end < version.length(); end++) {
      char c = version.charAt(end);
      if (c == '.' ? ++dots == 2 : c < '0' || c > '9') break;
    }
    String release = version.substring(0, end);
    return release.endsWith(".0") ? release.substring(0, release.length() - 2) : release;
  }

  private void byManifestAndName(FactSink facts, String inner, Supplier<String> classes) {
    String version = version();
    // An archive without a version is still there; one of named parts is known by them.
    if (version.isEmpty() && !poms.isEmpty()) return;
    if (isOfTheRuntime()) {
      Coordinates.plain("generic", stem, version).report(facts, List.of(), inner, "manifest");
      return;
    }
    String artifact = artifact();
    String group = groups.getOrDefault(artifact + ":" + version, "");
    if (group.isEmpty()) group = Groups.of(artifact, version, manifest, classes);
    String source =
        name.version().isEmpty() && manifest != Manifest.EMPTY ? "manifest" : "file name";
    var found = new MavenIdentity(group, artifact, version, source);
    told.add(found);
    self = Optional.of(found);
    Coordinates.maven(group, artifact, version).report(facts, licences(), inner, source);
  }

  /** Java's own archives are no Maven packages: nobody publishes advisories for jrt-fs. */
  private boolean isOfTheRuntime() {
    return manifest.get("Implementation-Title").equals("Java Runtime Environment");
  }

  /** The file name is what people chose; only a renamed archive is known by its manifest. */
  private String artifact() {
    if (!name.version().isEmpty()) return name.artifact();
    String plugin = manifest.get("Short-Name");
    if (!plugin.isEmpty() && !manifest.get("Plugin-Version").isEmpty()) return plugin;
    if (Groups.knows(stem)) return stem;
    String title = manifest.get("Implementation-Title");
    if (Groups.knows(title)) return title;
    String bundle = manifest.bare("Bundle-SymbolicName");
    String last = bundle.substring(bundle.lastIndexOf('.') + 1);
    if (Groups.knows(last) && Groups.isIn(bundle, last)) return last;
    return name.artifact();
  }

  private String version() {
    if (!name.version().isEmpty()) {
      // What looks like a classifier may be the version's: dataflow-3.41.0-eisop1.
      String stated = manifest.get("Implementation-Version");
      boolean longer = stated.startsWith(name.version() + "-");
      return longer && stem.equals(name.artifact() + "-" + stated) ? stated : name.version();
    }
    for (String attribute :
        new String[] {
          "Implementation-Version", "Plugin-Version", "Bundle-Version", "Specification-Version"
        }) {
      String version = manifest.get(attribute);
      int end = 0;
      while (end < version.length() && isOfVersion(version.charAt(end))) end++;
      if (end > 0 && version.charAt(0) >= '0' && version.charAt(0) <= '9') {
        return version.substring(0, end);
      }
    }
    return "";
  }

  private static boolean isOfVersion(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '.'
        || c == '-'
        || c == '_'
        || c == '+';
  }

  private List<String> licences() {
    return Licences.name(manifest.bare("Bundle-License"));
  }
}
