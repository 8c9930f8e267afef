package io.breakwater.inventory.internal.java;

import io.breakwater.inventory.internal.Paths;
import io.breakwater.oci.Content;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Finds POMs by path and by coordinates, and reads each once. */
final class PomFiles {
  /** The name of a project's own. */
  static final String PROJECT = "pom.xml";

  /** The end of the name of one in a repository. */
  static final String IN_REPOSITORY = ".pom";

  private static final int MAX_SIZE = 16 << 20;

  /** Of one name, more are no help. */
  private static final int MOST_NAMESAKES = 64;

  private final SortedMap<String, Content> files;
  private final Map<String, Optional<Pom>> read = new HashMap<>();
  private @Nullable Map<String, List<String>> projects;
  private @Nullable Map<String, List<String>> repository;

  PomFiles(SortedMap<String, Content> files) {
    this.files = files;
  }

  static boolean isProject(String path) {
    return path.endsWith(PROJECT);
  }

  /**
   * Reads one for its own sake.
   *
   * @throws IOException when it is malformed
   */
  Pom readAfresh(String path, Content content) throws IOException {
    Optional<Pom> known = read.get(path);
    if (known != null && known.isPresent()) return known.get();
    Pom pom = Pom.read(content.readAll(MAX_SIZE));
    read.put(path, Optional.of(pom));
    return pom;
  }

  /** Reads one for the sake of another; empty when it is malformed. */
  Optional<Pom> read(String path) {
    Optional<Pom> known = read.get(path);
    if (known != null) return known;
    Content content = files.get(path);
    Optional<Pom> pom;
    try {
      pom = content == null ? Optional.empty() : Optional.of(Pom.read(content.readAll(MAX_SIZE)));
    } catch (IOException | RuntimeException malformed) { // told where it is read for its own sake
      pom = Optional.empty();
    }
    read.put(path, pom);
    return pom;
  }

  /** The file that a relative path leads to, or the pom.xml in the folder that it leads to. */
  Optional<String> at(String from, String relative) {
    if (relative.isEmpty()) return Optional.empty();
    String path = resolved(from, relative);
    if (files.containsKey(path)) return Optional.of(path);
    String inFolder = path.isEmpty() ? PROJECT : path + "/" + PROJECT;
    return files.containsKey(inFolder) ? Optional.of(inFolder) : Optional.empty();
  }

  private static String resolved(String from, String relative) {
    var parts = new ArrayDeque<String>();
    String folder = from.substring(0, Math.max(0, from.lastIndexOf('/')));
    for (String part : (folder + "/" + relative.replace('\\', '/')).split("/", -1)) {
      if (part.equals("..")) parts.pollLast();
      else if (!part.isEmpty() && !part.equals(".")) parts.add(part);
    }
    return String.join("/", parts);
  }

  /** The file of these coordinates: a project, else one in a repository. */
  Optional<String> of(String group, String artifact, String version) {
    Optional<String> project = project(group, artifact, version);
    return project.isPresent() ? project : inRepository(group, artifact, version);
  }

  private Optional<String> project(String group, String artifact, String version) {
    if (projects == null) projects = projects();
    String other = "";
    for (String path : projects.getOrDefault(group + ":" + artifact, List.of())) {
      String told = read(path).map(Pom::toldVersion).orElse("");
      if (told.equals(version)) return Optional.of(path);
      // A version such as ${revision} is told when the build is started, or by properties.
      if (!PomValues.isPlain(told)) other = path;
    }
    return other.isEmpty() ? Optional.empty() : Optional.of(other);
  }

  private Map<String, List<String>> projects() {
    Map<String, List<String>> found = new HashMap<>();
    for (String path : files.keySet()) {
      if (!isProject(path)) continue;
      read(path)
          .ifPresent(
              pom -> {
                String name = pom.toldGroup() + ":" + pom.artifact();
                add(found, name, path);
              });
    }
    return found;
  }

  /** In the layout of Maven's repositories, or of Gradle's cache. */
  private Optional<String> inRepository(String group, String artifact, String version) {
    if (repository == null) repository = repository();
    String name = artifact + "-" + version + IN_REPOSITORY;
    String folder = "/" + artifact + "/" + version + "/";
    String maven = group.replace('.', '/') + folder;
    String gradle = "/" + group + folder;
    for (String path : repository.getOrDefault(name, List.of())) {
      if ((path.contains(maven) || path.contains(gradle)) && read(path).isPresent()) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  private Map<String, List<String>> repository() {
    Map<String, List<String>> found = new HashMap<>();
    for (String path : files.keySet()) {
      if (isProject(path)) continue;
      add(found, Paths.fileName(path), path);
    }
    return found;
  }

  private static void add(Map<String, List<String>> paths, String name, String path) {
    List<String> namesakes = paths.computeIfAbsent(name, _ -> new ArrayList<>(1));
    if (namesakes.size() < MOST_NAMESAKES) namesakes.add(path);
  }
}
