package io.breakwater.inventory;

import io.breakwater.model.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the components that other components' files name as dependencies: {@code name@version} or
 * {@code name}. A name means the component of that name that the same file tells of, else the one
 * of the same type whose place in the tree is nearest, else one that provides the name. A name that
 * nobody has stays out. Of alternatives, {@code a|b}, the first that is there is meant.
 *
 * <p>For packages of Node that are installed the same look-up counts as when they run: the {@code
 * node_modules} of their own folder, then that of each folder above.
 */
final class Dependencies {
  private static final int MOST_CANDIDATES = 64;
  private static final int MOST_FOLDERS = 64;
  private static final String MODULES = "node_modules/";
  private static final String MANIFEST = "/package.json";
  private static final String STORE = "node_modules/.pnpm/";

  /** A package as a file tells of it, and the component that it became a part of. */
  private record Told(String file, FoundPackage pkg, String id) {}

  private final List<Told> needy = new ArrayList<>();
  private final Map<String, List<Told>> byName = new HashMap<>();
  private final Map<String, List<Told>> byProvided = new HashMap<>();

  /** The ids of Node's packages by the paths of their manifests. */
  private final Map<String, String> modules = new HashMap<>();

  /**
   * Tells of a package.
   *
   * @param file that tells of it
   * @param id of its component
   */
  void add(String file, FoundPackage pkg, String id) {
    var told = new Told(file, pkg, id);
    byName.computeIfAbsent(key(pkg, pkg.name()), _ -> new ArrayList<>(1)).add(told);
    for (String provided : pkg.provides()) {
      byProvided.computeIfAbsent(key(pkg, provided), _ -> new ArrayList<>(1)).add(told);
    }
    if (isModule(told)) modules.put(file, id);
    if (!pkg.traits().dependsOn().isEmpty()) needy.add(told);
  }

  /** The components with the ids of their dependencies in place of names. */
  List<Component> resolve(List<Component> components) {
    if (needy.isEmpty()) return components;
    var needs = new HashMap<String, LinkedHashSet<String>>();
    for (Told told : needy) {
      var ids = needs.computeIfAbsent(told.id, _ -> new LinkedHashSet<>());
      for (String wanted : told.pkg.traits().dependsOn()) {
        String id = firstOf(told, wanted);
        if (id != null && !id.equals(told.id)) ids.add(id);
      }
    }
    var resolved = new ArrayList<Component>(components.size());
    for (Component component : components) {
      var ids = needs.get(component.id());
      resolved.add(ids == null ? component : component.dependingOn(List.copyOf(ids)));
    }
    return resolved;
  }

  private @Nullable String firstOf(Told from, String alternatives) {
    int bar = alternatives.indexOf('|');
    int start = 0;
    for (; bar >= 0; start = bar + 1, bar = alternatives.indexOf('|', start)) {
      String id = find(from, alternatives.substring(start, bar));
      if (id != null) return id;
    }
    return find(from, alternatives.substring(start));
  }

  private static boolean isModule(Told told) {
    return told.pkg.purl().type().equals("npm")
        && told.pkg.inner().isEmpty()
        && told.file.endsWith(MANIFEST);
  }

  private @Nullable String module(String file, String name) {
    int end = file.length() - MANIFEST.length();
    for (int i = 0; i < MOST_FOLDERS; i++) {
      String folder = file.substring(0, end + 1);
      if (!folder.endsWith(MODULES)) {
        String id = modules.get((end < 0 ? "" : folder) + MODULES + name + MANIFEST);
        if (id != null || end < 0) return id;
      }
      end = file.lastIndexOf('/', end - 1);
    }
    return null;
  }

  private @Nullable String find(Told from, String wanted) {
    if (isModule(from)) {
      String module = module(from.file, wanted);
      // In pnpm's store links lead from each package to the others: the nearest is as good a guess.
      if (module != null || !from.file.contains(STORE)) return module;
    }
    List<Told> same = byName.get(key(from.pkg, wanted));
    if (same != null) return nearest(from, same, "");
    List<Told> providers = byProvided.get(key(from.pkg, wanted));
    if (providers != null) return nearest(from, providers, "");
    int at = wanted.lastIndexOf('@');
    if (at <= 0) return null;
    List<Told> named = byName.get(key(from.pkg, wanted.substring(0, at)));
    return named == null ? null : nearest(from, named, wanted.substring(at + 1));
  }

  private static @Nullable String nearest(Told from, List<Told> candidates, String version) {
    Told best = null;
    int bestScore = -1;
    int seen = 0;
    for (Told candidate : candidates) {
      if (!version.isEmpty() && !candidate.pkg.version().equals(version)) continue;
      if (candidate.file.equals(from.file) && candidate.pkg.inner().equals(from.pkg.inner())) {
        return candidate.id;
      }
      if (++seen > MOST_CANDIDATES) break;
      int score = common(from.file, candidate.file);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best == null ? null : best.id;
  }

  private static int common(String a, String b) {
    int length = Math.min(a.length(), b.length());
    int i = 0;
    while (i < length && a.charAt(i) == b.charAt(i)) i++;
    return i;
  }

  private static String key(FoundPackage pkg, String name) {
    String type = pkg.purl().type();
    return type + '/' + SpellingRules.name(type, name);
  }
}
