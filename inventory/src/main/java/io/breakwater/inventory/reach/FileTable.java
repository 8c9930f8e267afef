package io.breakwater.inventory.reach;

import io.breakwater.inventory.InventoryFiles;
import io.breakwater.inventory.RunFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the programs and libraries of an image by path, through its links, and by name. */
final class FileTable {
  private static final int MOST_HOPS = 40;
  private static final int LONGEST_PATH = 4_096;

  /** Where programs are looked for that are called by their names, in this order. */
  private static final List<String> FOLDERS =
      List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

  private final Map<String, String> links = new HashMap<>();
  private final Map<String, RunFacts> byPath = new HashMap<>();
  private final Map<String, List<RunFacts.Binary>> libraries = new HashMap<>();
  private final Map<String, Set<String>> programs = new HashMap<>();
  private final InventoryFiles files;
  private final boolean complete;

  FileTable(InventoryFiles files) {
    this.files = files;
    RunFacts.Known known = files.links();
    complete = known.complete();
    for (RunFacts fact : known.facts()) {
      if (fact instanceof RunFacts.Link link) links.put(link.path(), link.target());
    }
    for (RunFacts fact : known.facts()) {
      if (!(fact instanceof RunFacts.Link)) byPath.put(real(fact.path()), fact);
      if (fact instanceof RunFacts.Binary binary) library(binary);
      String folder = folder(fact.path());
      if (!folder.endsWith("bin")) continue;
      programs.computeIfAbsent(name(fact.path()), _ -> new LinkedHashSet<>()).add(fact.path());
    }
  }

  private void library(RunFacts.Binary binary) {
    libraries.computeIfAbsent(name(binary.path()), _ -> new ArrayList<>(1)).add(binary);
    String soname = binary.linkage().soname();
    if (soname.isEmpty() || soname.equals(name(binary.path()))) return;
    libraries.computeIfAbsent(soname, _ -> new ArrayList<>(1)).add(binary);
  }

  /** Whether all programs and links of the image are here. */
  boolean complete() {
    return complete;
  }

  /** Whether something that is no directory has this path. */
  boolean exists(String path) {
    return files.exists(path);
  }

  /** All libraries that have this name, or are needed by it. */
  List<RunFacts.Binary> libraries(String name) {
    return libraries.getOrDefault(name, List.of());
  }

  /** What is known of the file with this path, links followed. */
  @Nullable RunFacts at(String path) {
    return byPath.get(real(path));
  }

  /**
   * The path without links, {@code .} and {@code ..}. What leads in a circle, or too far, leads
   * nowhere.
   */
  String real(String path) {
    String rest = path;
    var done = new StringBuilder();
    int hops = 0;
    int at = 0;
    while (at < rest.length()) {
      int slash = rest.indexOf('/', at);
      int end = slash < 0 ? rest.length() : slash;
      String part = rest.substring(at, end);
      at = end + 1;
      if (part.isEmpty() || part.equals(".")) continue;
      if (part.equals("..")) {
        done.setLength(Math.max(0, done.lastIndexOf("/")));
        continue;
      }
      int length = done.length();
      done.append('/').append(part);
      String target = links.get(done.toString());
      if (target == null) continue;
      if (++hops > MOST_HOPS || target.length() + rest.length() > LONGEST_PATH) return "";
      done.setLength(target.startsWith("/") ? 0 : length);
      rest = at < rest.length() ? target + "/" + rest.substring(at) : target;
      at = 0;
    }
    return done.toString();
  }

  /** The real path of a program that is called by a name or path; empty when it is not here. */
  String program(String called, String workingDirectory) {
    if (called.isEmpty()) return "";
    if (called.startsWith("/")) return known(called);
    if (called.contains("/")) return known(workingDirectory + "/" + called);
    for (String folder : FOLDERS) {
      String path = known(folder + "/" + called);
      if (!path.isEmpty()) return path;
    }
    return "";
  }

  /**
   * Whether folders outside of the usual ones have a program of this name: which is meant depends
   * on {@code PATH}, whose value nobody keeps.
   */
  boolean isAmbiguous(String called) {
    if (called.contains("/")) return false;
    String usual = program(called, "/");
    for (String path : programs.getOrDefault(called, Set.of())) {
      if (!FOLDERS.contains(folder(path)) && !real(path).equals(usual)) return true;
    }
    return false;
  }

  private String known(String path) {
    String real = real(path);
    return byPath.containsKey(real) ? real : "";
  }

  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
