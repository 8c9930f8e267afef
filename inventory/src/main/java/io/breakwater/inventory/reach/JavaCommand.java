package io.breakwater.inventory.reach;

import io.breakwater.inventory.RunFacts;
import io.breakwater.model.Component;
import io.breakwater.model.Location;
import io.breakwater.model.Reach;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The jars on the class path of {@code java}. */
final class JavaCommand {
  private static final int MOST_JARS = 10_000;
  private static final Set<String> CLASS_PATH = Set.of("-cp", "-classpath", "--class-path");
  private static final Set<String> WITH_VALUE =
      Set.of("--add-opens", "--add-exports", "--add-reads", "--add-modules", "--source");

  private final Command command;
  private final FileTable table;
  private final List<Component> components;

  /** By real path, with the evidence. */
  private final Map<String, String> jars = new LinkedHashMap<>();

  private final List<String> trees = new ArrayList<>();
  private boolean known = true;

  private JavaCommand(Command command, FileTable table, List<Component> components) {
    this.command = command;
    this.table = table;
    this.components = components;
  }

  static Map<String, Reach> verdicts(Command command, FileTable table, List<Component> components) {
    return new JavaCommand(command, table, components).verdicts();
  }

  private Map<String, Reach> verdicts() {
    String what = classPath();
    known &= !jars.isEmpty() && command.only();
    known &= !command.isSet("CLASSPATH", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
    manifests();
    String home = FileTable.folder(FileTable.folder(table.real(command.program())));
    trees.addAll(command.trees());
    trees.add(home);
    for (String jar : jars.keySet()) trees.add(FileTable.folder(jar));
    var verdicts = new HashMap<String, Reach>();
    for (Component component : components) {
      if (!component.type().equals("maven")) continue;
      String how = how(component);
      if (!how.isEmpty()) {
        verdicts.put(component.id(), new Reach(Reach.State.REACHED, how));
      } else if (known && Command.isOutside(component, trees, table)) {
        verdicts.put(
            component.id(), new Reach(Reach.State.UNREACHED, "on no class path of " + what));
      }
    }
    return verdicts;
  }

  private String how(Component component) {
    for (Location location : component.locations()) {
      String how = jars.get(table.real(Command.file(location)));
      if (how != null) return how;
    }
    return "";
  }

  /** Reads the arguments; what the command is, for evidence. */
  private String classPath() {
    List<String> words = command.words();
    String path = "";
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      if (word.equals("-jar")) {
        jars.clear(); // it takes the place of any class path
        String jar = command.absolute(next);
        add(jar, "java -jar " + next + " runs it");
        return "java -jar " + next;
      }
      if (CLASS_PATH.contains(word)) {
        path = next;
        jars.clear();
        entries(next);
        i++;
      } else if (WITH_VALUE.contains(word)) {
        i++;
      } else if (word.startsWith("-javaagent:")) {
        String agent = word.substring("-javaagent:".length()).split("=", -1)[0];
        add(command.absolute(agent), "it is an agent of java");
      } else if (word.startsWith("@")
          || word.equals("-p")
          || word.startsWith("-m")
          || word.startsWith("--module")
          || word.startsWith("-Xbootclasspath")
          || word.startsWith("-agent")) {
        known = false;
      } else if (!word.startsWith("-")) {
        return "java -cp " + path + " " + word; // the class: the rest is its own
      }
    }
    known = false;
    return "java";
  }

  private void entries(String classPath) {
    for (String entry : classPath.split(":", -1)) {
      if (entry.isEmpty()) continue;
      String path = command.absolute(entry);
      if (!path.endsWith("/*")) {
        add(path, entry + " is on the class path");
        continue;
      }
      String folder = table.real(path.substring(0, path.length() - 2));
      trees.add(folder);
      for (Component component : components) {
        for (Location location : component.locations()) {
          String file = table.real(Command.file(location));
          boolean inFolder = FileTable.folder(file).equals(folder) && file.endsWith(".jar");
          if (inFolder) add(file, entry + " is on the class path");
        }
      }
    }
  }

  private void add(String path, String how) {
    String real = table.real(path);
    if (real.isEmpty() || jars.size() >= MOST_JARS) known = false;
    else jars.putIfAbsent(real, how);
    trees.add(path);
  }

  /** Adds the jars that the manifests of jars name, and theirs. */
  private void manifests() {
    var queue = new ArrayList<>(jars.keySet());
    for (int i = 0; i < queue.size(); i++) {
      String path = queue.get(i);
      if (!(table.at(path) instanceof RunFacts.Archive jar) || !jar.read()) {
        if (path.endsWith(".jar") || path.endsWith(".war")) known = false;
        continue; // a folder of classes
      }
      for (String entry : jar.classPath()) {
        if (entry.isEmpty()) continue;
        if (entry.contains(":") || entry.contains("%")) {
          known = false;
          continue;
        }
        String named = entry.startsWith("/") ? entry : FileTable.folder(path) + "/" + entry;
        String real = table.real(named);
        if (jars.containsKey(real)) continue;
        add(named, "the manifest of " + path + " names " + entry);
        if (jars.containsKey(real)) queue.add(real);
      }
    }
  }
}
