package io.breakwater.inventory.reach;

import io.breakwater.model.Component;
import io.breakwater.model.Location;
import io.breakwater.model.Presence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The program that an image runs, for the rules of its language.
 *
 * @param words the program as it is called, and its arguments
 * @param program its real path
 * @param folder the absolute working directory
 * @param variables the names of those that are set
 * @param only whether nothing else is started beside it
 */
record Command(
    List<String> words, String program, String folder, Set<String> variables, boolean only) {
  private static final String INNER = "!/";

  /** Whether any of these variables is set. */
  boolean isSet(String... names) {
    for (String name : names) if (variables.contains(name)) return true;
    return false;
  }

  /** An argument as an absolute path. */
  String absolute(String path) {
    if (path.startsWith("/")) return path;
    return (folder.equals("/") ? "" : folder) + "/" + path;
  }

  /** The working directory and all paths that arguments name: what lies there may be used. */
  List<String> trees() {
    var trees = new ArrayList<String>();
    trees.add(folder);
    for (String word : words.subList(1, words.size())) {
      trees.add(absolute(word));
      for (String part : word.split("[=:;,]", -1)) {
        if (!part.isEmpty()) trees.add(absolute(part));
      }
    }
    return trees;
  }

  /** The file that a component lies in. */
  static String file(Location location) {
    int inner = location.path().indexOf(INNER);
    return inner < 0 ? location.path() : location.path().substring(0, inner);
  }

  /** Whether all of an installed component lies outside of some folders, the root not counted. */
  static boolean isOutside(Component component, List<String> folders, FileTable table) {
    if (component.traits().presence() != Presence.INSTALLED) return false;
    for (Location location : component.locations()) {
      for (String folder : folders) {
        String real = table.real(folder);
        if (real.isEmpty()) continue;
        if (table.real(file(location)).startsWith(real + "/")) return false;
        if (location.path().startsWith(folder + "/")) return false;
      }
    }
    return true;
  }

  /** Components and all that they depend on, with the evidence of each. */
  static Map<String, String> closure(Map<String, String> roots, List<Component> components) {
    var byId = new HashMap<String, Component>();
    for (Component component : components) byId.put(component.id(), component);
    var reached = new HashMap<>(roots);
    var queue = new ArrayList<>(roots.keySet());
    for (int i = 0; i < queue.size(); i++) {
      Component component = byId.get(queue.get(i));
      if (component == null) continue;
      for (String other : component.traits().dependsOn()) {
        Component needed = byId.get(other);
        if (needed == null || !needed.type().equals(component.type())) continue;
        String how = component.name() + " depends on it";
        if (reached.putIfAbsent(other, how) == null) queue.add(other);
      }
    }
    return reached;
  }
}
