package io.breakwater.inventory.reach;

import io.breakwater.model.Component;
import io.breakwater.model.Location;
import io.breakwater.model.Reach;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The modules that a script of {@code node} can name. */
final class NodeCommand {
  private static final String MODULES = "/node_modules/";
  private static final String MANIFEST = "/package.json";

  private NodeCommand() {}

  static Map<String, Reach> verdicts(Command command, FileTable table, List<Component> components) {
    String script = script(command);
    if (script.isEmpty() || command.isSet("NODE_PATH", "NODE_OPTIONS")) return Map.of();
    List<String> folders = folders(table.real(script));
    Component application = application(folders, components);
    Map<String, String> reached = Map.of();
    if (application != null) {
      String how = script + " is of " + application.name();
      reached = Command.closure(Map.of(application.id(), how), components);
    }
    List<String> trees = new ArrayList<>(command.trees());
    trees.add(FileTable.folder(table.real(script)));
    if (application != null) trees.add(folder(application));
    var verdicts = new HashMap<String, Reach>();
    for (Component component : components) {
      if (!component.type().equals("npm")) continue;
      String how = reached.get(component.id());
      if (how != null && isOnPath(component, folders)) {
        verdicts.put(component.id(), new Reach(Reach.State.REACHED, how));
      } else if (command.only()
          && isModule(component)
          && !isOnPath(component, folders)
          && Command.isOutside(component, trees, table)) {
        String why = "in no node_modules that " + script + " can name";
        verdicts.put(component.id(), new Reach(Reach.State.UNREACHED, why));
      }
    }
    return verdicts;
  }

  /** The file that is run; empty when options come first, which may load others. */
  private static String script(Command command) {
    if (command.words().size() < 2) return "";
    String script = command.words().get(1);
    return script.startsWith("-") ? "" : command.absolute(script);
  }

  /** The script as a folder and all folders above it, without a slash at the end. */
  private static List<String> folders(String script) {
    var folders = new ArrayList<String>();
    for (String folder = script; !folder.isEmpty(); folder = FileTable.folder(folder)) {
      folders.add(folder);
    }
    folders.add("");
    return folders;
  }

  /** The package that the script belongs to: of the nearest folder that has one. */
  private static @Nullable Component application(List<String> folders, List<Component> components) {
    Component nearest = null;
    for (Component component : components) {
      if (!component.type().equals("npm")) continue;
      String path = component.locations().getFirst().path();
      if (!path.endsWith(MANIFEST) || path.contains(MODULES)) continue;
      if (!folders.contains(folder(component))) continue;
      if (nearest == null || folder(nearest).length() < folder(component).length()) {
        nearest = component;
      }
    }
    return nearest;
  }

  private static String folder(Component component) {
    return FileTable.folder(component.locations().getFirst().path());
  }

  private static boolean isModule(Component component) {
    for (Location location : component.locations()) {
      if (!location.path().contains(MODULES)) return false;
    }
    return true;
  }

  /** Whether any copy of a package lies where the script, or its folder's package, looks. */
  private static boolean isOnPath(Component component, List<String> folders) {
    for (Location location : component.locations()) {
      int modules = location.path().indexOf(MODULES);
      String root = modules < 0 ? folder(component) : location.path().substring(0, modules);
      if (folders.contains(root)) return true;
    }
    return false;
  }
}
