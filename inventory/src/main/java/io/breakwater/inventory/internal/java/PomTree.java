package io.breakwater.inventory.internal.java;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.java.Pom.Dependency;
import io.breakwater.inventory.internal.java.Pom.Parent;
import io.breakwater.inventory.internal.java.PomModel.Managed;
import io.breakwater.model.NotAnalysed;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The POMs of a layer: projects by their pom.xml, and parents and bills of materials in local
 * repositories. Follows parents by their relative path, else by coordinates, and imports by
 * coordinates; both so far and no further, whatever the files say.
 */
final class PomTree implements Analyser.Together {
  private static final int MOST_PARENTS = 16;
  private static final int MOST_IMPORTS = 8;

  /** So much of parents and imports is looked at, and kept of imports, at most. */
  private static final int MOST_STEPS = 5_000_000;

  private static final int MOST_IMPORTED = 300_000;

  private final PomFiles files;
  private final Map<String, Map<String, Managed>> imported = new HashMap<>();
  private int steps;
  private int kept;

  /**
   * @param files by path
   */
  PomTree(SortedMap<String, Content> files) {
    this.files = new PomFiles(files);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    String path = file.path();
    if (!PomFiles.isProject(path)) return;
    List<Pom> chain = chain(path, files.readAfresh(path, content));
    var values = new PomValues(chain);
    new PomModel(chain, values, managed(chain, values, 0)).report(facts, PomFiles.PROJECT);
    if (steps > MOST_STEPS) {
      facts.notAnalysed("", NotAnalysed.Reason.LIMIT, "imports more than is followed");
    }
  }

  /** The project and those that it inherits from. */
  private List<Pom> chain(String path, Pom project) {
    var chain = new ArrayList<Pom>(2);
    chain.add(project);
    Set<String> seen = new HashSet<>();
    String at = path;
    Pom last = project;
    while (seen.add(at) && chain.size() < MOST_PARENTS && steps <= MOST_STEPS) {
      Optional<String> parent = parent(at, last);
      if (parent.isEmpty() || seen.contains(parent.get())) break;
      at = parent.get();
      last = files.read(at).orElseThrow();
      chain.add(last);
      steps += 1 + last.properties().size() + last.dependencies().size();
    }
    return chain;
  }

  private Optional<String> parent(String path, Pom pom) {
    if (pom.parent().isEmpty()) return Optional.empty();
    Parent parent = pom.parent().get();
    return files
        .at(path, parent.path())
        .filter(found -> files.read(found).filter(it -> isMeant(it, parent)).isPresent())
        .or(() -> files.of(parent.group(), parent.artifact(), parent.version()));
  }

  /** Maven takes no POM of another name for a parent, whatever its place. */
  private static boolean isMeant(Pom pom, Parent parent) {
    String group = pom.toldGroup();
    return pom.artifact().equals(parent.artifact())
        && (group.equals(parent.group()) || !PomValues.isPlain(group));
  }

  /** What is managed: the nearest word counts, and own words before imported ones. */
  private Map<String, Managed> managed(List<Pom> chain, PomValues values, int depth) {
    Map<String, Managed> managed = new HashMap<>();
    var imports = new LinkedHashMap<String, Dependency>();
    for (Pom pom : chain) {
      for (Dependency one : pom.managed()) {
        if (++steps > MOST_STEPS) return managed;
        String key = values.of(one.group()) + ":" + values.of(one.artifact());
        if (one.scope().equals("import")) {
          imports.putIfAbsent(key, one);
        } else {
          managed.putIfAbsent(key, new Managed(values.of(one.version()), values.of(one.scope())));
        }
      }
    }
    for (Dependency one : imports.values()) {
      files
          .of(values.of(one.group()), values.of(one.artifact()), values.of(one.version()))
          .ifPresent(path -> addAll(managed, imported(path, depth + 1)));
    }
    return managed;
  }

  private void addAll(Map<String, Managed> managed, Map<String, Managed> more) {
    steps += more.size();
    if (steps <= MOST_STEPS) more.forEach(managed::putIfAbsent);
  }

  /** What a POM manages for those that import it. One that imports itself adds nothing to it. */
  private Map<String, Managed> imported(String path, int depth) {
    Map<String, Managed> known = imported.get(path);
    if (known != null) return known;
    imported.put(path, Map.of());
    if (depth > MOST_IMPORTS || kept > MOST_IMPORTED) return Map.of();
    List<Pom> chain = chain(path, files.read(path).orElseThrow());
    Map<String, Managed> managed = managed(chain, new PomValues(chain), depth);
    kept += managed.size();
    imported.put(path, managed);
    return managed;
  }
}
