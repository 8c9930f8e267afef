package io.breakwater.inventory.reach;

import io.breakwater.inventory.RunFacts;
import io.breakwater.model.Component;
import io.breakwater.model.Location;
import io.breakwater.model.Reach;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The distributions that a program of Python can import. */
final class PythonCommand {
  private static final String LIB = "/lib/python";
  private static final String LIB64 = "/lib64/python";

  private PythonCommand() {}

  /** Whether a program is an interpreter of Python. */
  static boolean isPython(String path) {
    String name = FileTable.name(path);
    if (!name.startsWith("python")) return false;
    for (int i = "python".length(); i < name.length(); i++) {
      if (name.charAt(i) != '.' && !Character.isDigit(name.charAt(i))) return false;
    }
    return true;
  }

  static Map<String, Reach> verdicts(Command command, FileTable table, List<Component> components) {
    String called = command.words().getFirst();
    Set<String> names;
    String who;
    RunFacts.Script script = script(called, command, table);
    if (script != null) {
      called = Walk.interpreter(script.interpreter());
      names = names(script.words());
      who = script.path() + " names ";
    } else {
      names = modules(command.words());
      who = "python runs ";
    }
    if (!isPython(called) || command.isSet("PYTHONPATH", "PYTHONHOME")) return Map.of();
    List<String> prefixes = prefixes(called, table);
    var roots = new HashMap<String, String>();
    var onPath = new ArrayList<Component>();
    for (Component component : components) {
      if (!component.type().equals("pypi") || !isBelow(component, prefixes)) continue;
      onPath.add(component);
      String name = normal(component.name());
      if (names.contains(name)) roots.put(component.id(), who + component.name());
    }
    Map<String, String> reached = Command.closure(roots, onPath);
    var verdicts = new HashMap<String, Reach>();
    for (Component component : components) {
      if (!component.type().equals("pypi")) continue;
      String how = reached.get(component.id());
      if (how != null) {
        verdicts.put(component.id(), new Reach(Reach.State.REACHED, how));
      } else if (command.only()
          && !prefixes.isEmpty()
          && isInstalled(component)
          && !isBelow(component, prefixes)
          && Command.isOutside(component, command.trees(), table)) {
        verdicts.put(
            component.id(),
            new Reach(Reach.State.UNREACHED, "in no folder that " + called + " imports from"));
      }
    }
    return verdicts;
  }

  private static RunFacts.@Nullable Script script(String called, Command command, FileTable table) {
    String path = table.program(called, command.folder());
    return table.at(path) instanceof RunFacts.Script script && script.read() ? script : null;
  }

  /** The module that {@code -m} names, when it is the first option. */
  private static Set<String> modules(List<String> words) {
    boolean named = words.size() > 2 && words.get(1).equals("-m");
    return named ? names(List.of(words.get(2))) : Set.of();
  }

  /** The first parts of dotted names, as distributions may be called. */
  private static Set<String> names(List<String> words) {
    var names = new HashSet<String>();
    for (String word : words) {
      int dot = word.indexOf('.');
      if (dot != 0) names.add(normal(dot < 0 ? word : word.substring(0, dot)));
    }
    return names;
  }

  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
  }

  /** The folders whose {@code lib/python*} an interpreter imports from; empty when not known. */
  private static List<String> prefixes(String called, FileTable table) {
    var prefixes = new ArrayList<String>();
    String path = called.contains("/") ? called : "";
    if (path.isEmpty()) {
      if (table.isAmbiguous(called)) return prefixes;
      for (String folder : List.of("/usr/local/bin/", "/usr/bin/", "/bin/")) {
        if (path.isEmpty() && table.at(folder + called) != null) path = folder + called;
      }
    }
    if (path.isEmpty() || table.at(path) == null) return prefixes;
    // A virtual environment may see its interpreter's packages, or not: nobody asks.
    prefixes.add(FileTable.folder(FileTable.folder(path)));
    String real = FileTable.folder(FileTable.folder(table.real(path)));
    if (!prefixes.contains(real)) prefixes.add(real);
    if (prefixes.contains("/usr") || prefixes.contains(""))
      prefixes.addAll(List.of("/usr/local", "/usr"));
    return prefixes;
  }

  private static boolean isBelow(Component component, List<String> prefixes) {
    for (Location location : component.locations()) {
      for (String prefix : prefixes) {
        if (location.path().startsWith(prefix + LIB)) return true;
        if (location.path().startsWith(prefix + LIB64)) return true;
      }
    }
    return false;
  }

  /** Whether a distribution lies in the packages of some interpreter, and there only. */
  private static boolean isInstalled(Component component) {
    for (Location location : component.locations()) {
      String path = location.path();
      boolean packages = path.contains("/site-packages/") || path.contains("/dist-packages/");
      if (!packages || !(path.contains(LIB) || path.contains(LIB64))) return false;
    }
    return true;
  }
}
