package io.breakwater.inventory.reach;

import io.breakwater.inventory.Inventory;
import io.breakwater.inventory.RunFacts;
import io.breakwater.model.Component;
import io.breakwater.model.FoundFile;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.Location;
import io.breakwater.model.Presence;
import io.breakwater.model.Reach;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which packages of an image its entry point uses, by what files say of each other; nothing
 * is run. A package is only called unreached when nothing that runs can load or start anything that
 * is not named in a file: docs/reachability.md says what that means for each language.
 */
public final class Reachability {
  private static final String INNER = "!/";

  /** Variables that make programs load what no file names. */
  private static final Set<String> PRELOADING = Set.of("LD_PRELOAD", "LD_LIBRARY_PATH", "LD_AUDIT");

  /** Types of packages that are nothing but code. */
  private static final Set<String> CODE =
      Set.of("cargo", "composer", "gem", "golang", "maven", "npm", "nuget", "pypi");

  private static final Set<String> BUILTINS =
      Set.of(
          "alias",
          "bg",
          "break",
          "builtin",
          "case",
          "cd",
          "command",
          "continue",
          "declare",
          "do",
          "done",
          "echo",
          "elif",
          "else",
          "esac",
          "eval",
          "exec",
          "exit",
          "export",
          "false",
          "fc",
          "fg",
          "fi",
          "for",
          "function",
          "getopts",
          "hash",
          "help",
          "if",
          "in",
          "jobs",
          "kill",
          "local",
          "printf",
          "pwd",
          "read",
          "readonly",
          "return",
          "select",
          "set",
          "shift",
          "shopt",
          "source",
          "test",
          "then",
          "time",
          "times",
          "trap",
          "true",
          "type",
          "typeset",
          "ulimit",
          "umask",
          "unalias",
          "unset",
          "until",
          "wait",
          "while",
          "let");

  private final Inventory inventory;
  private final ImageInfo.Settings settings;
  private final FileTable table;
  private final Walk walk;

  /** What the rules of a language say, by the component's id. */
  private Map<String, Reach> ofLanguage = Map.of();

  private Reachability(Inventory inventory, ImageInfo.Settings settings) {
    this.inventory = inventory;
    this.settings = settings;
    this.table = new FileTable(inventory.files());
    this.walk = new Walk(table);
  }

  /**
   * What is known of the packages of an image.
   *
   * @param settings which say what the image starts
   * @return by the component's id; of a component that is not in it nothing is known
   */
  public static Map<String, Reach> of(Inventory inventory, ImageInfo.Settings settings) {
    Start start = Start.of(settings);
    if (start.before().isEmpty() && start.command().isEmpty()) return Map.of();
    var reachability = new Reachability(inventory, settings);
    reachability.follow(start);
    return reachability.verdicts();
  }

  private void follow(Start start) {
    for (String name : settings.variables()) {
      if (PRELOADING.contains(name)) walk.doubt(name + " is set");
    }
    if (!start.understood()) walk.doubt("the entry point is more than a simple command");
    for (String wrapper : start.before()) run(wrapper, true);
    for (List<String> command : start.more()) {
      if (!BUILTINS.contains(command.getFirst())) run(command.getFirst(), false);
    }
    if (start.command().isEmpty()) return;
    command(start.command());
    language(start);
  }

  private void command(List<String> command) {
    String program = run(command.getFirst(), false);
    if (!(table.at(program) instanceof RunFacts.Script script)) {
      if (Start.isShell(command.getFirst()) && command.size() > 1) script(command.get(1));
      return;
    }
    names(program, script);
    // An entry point that is a script starts the command that it is given, usually.
    List<String> given = settings.command();
    if (given.isEmpty() || settings.entrypoint().isEmpty()) return;
    String inner = table.program(given.getFirst(), settings.workingDirectory());
    if (!inner.isEmpty()) walk.program(inner, program + " is given " + given.getFirst(), false);
  }

  /** By the rules of the language that the program is an interpreter of. */
  private void language(Start start) {
    List<String> words = start.command();
    String called = words.getFirst();
    String folder = settings.workingDirectory().isEmpty() ? "/" : settings.workingDirectory();
    String program = table.program(called, folder);
    if (program.isEmpty() || table.isAmbiguous(called)) return;
    boolean only = start.understood() && start.more().isEmpty() && table.complete();
    var variables = Set.copyOf(settings.variables());
    var command = new Command(words, program, folder, variables, only);
    List<Component> components = inventory.components();
    if (table.at(program) instanceof RunFacts.Script script) {
      if (!PythonCommand.isPython(Walk.interpreter(script.interpreter()))) return;
      ofLanguage = PythonCommand.verdicts(command, table, components);
      return;
    }
    ofLanguage =
        switch (FileTable.name(called)) {
          case "java" -> JavaCommand.verdicts(command, table, components);
          case "node", "nodejs" -> NodeCommand.verdicts(command, table, components);
          default ->
              PythonCommand.isPython(called)
                  ? PythonCommand.verdicts(command, table, components)
                  : Map.of();
        };
  }

  /** A script that a shell is given by its path. */
  private void script(String called) {
    String path = table.program(called, settings.workingDirectory());
    if (!path.isEmpty()) walk.program(path, "the entry point is " + path, false);
    if (table.at(path) instanceof RunFacts.Script script) names(path, script);
  }

  /** A program of the entry point runs; its real path, empty when it is not here. */
  private String run(String called, boolean known) {
    String path = table.program(called, settings.workingDirectory());
    if (path.isEmpty()) {
      walk.doubt(called + " is not in the image");
    } else if (table.isAmbiguous(called)) {
      walk.doubt(called + " is in several folders");
      return "";
    } else {
      walk.program(path, "the entry point is " + path, known);
    }
    return path;
  }

  /** The programs that a script of a shell names. */
  private void names(String path, RunFacts.Script script) {
    if (!Start.isShell(Walk.interpreter(script.interpreter()))) return;
    for (String word : script.words()) {
      if (BUILTINS.contains(word)) continue;
      String program = table.program(word, settings.workingDirectory());
      if (program.isEmpty() || program.equals(path)) continue;
      walk.program(program, path + " names " + word, false);
    }
  }

  private Map<String, Reach> verdicts() {
    Map<String, String> reached = walk.reached();
    var byComponent = new HashMap<String, String>();
    var runnable = new HashSet<String>();
    var loadedByLibc = new HashSet<String>();
    for (FoundFile file : inventory.files().list()) {
      String owner = file.owner().orElse("");
      if (owner.isEmpty()) continue;
      String path = table.real(file.path());
      if (file.type() != FoundFile.Type.OTHER) runnable.add(owner);
      if (Libraries.mayLibcLoad(path)) loadedByLibc.add(owner);
      String how = reached.get(path);
      if (how != null) byComponent.merge(owner, how, Reachability::shorter);
    }
    var verdicts = new HashMap<String, Reach>();
    for (Component component : inventory.components()) {
      String how = byComponent.get(component.id());
      if (how == null) how = place(component, reached);
      boolean mayRun = loadedByLibc.contains(component.id()) || !isRun(component, runnable);
      verdicts.put(component.id(), verdict(component, how, mayRun));
    }
    return verdicts;
  }

  private Reach verdict(Component component, String how, boolean mayRun) {
    if (!how.isEmpty()) return new Reach(Reach.State.REACHED, how);
    Reach known = ofLanguage.get(component.id());
    if (known != null) return known;
    String doubt = walk.doubt();
    if (!doubt.isEmpty()) return new Reach(Reach.State.UNKNOWN, doubt);
    if (mayRun || component.traits().presence() != Presence.INSTALLED) return Reach.UNKNOWN;
    return new Reach(Reach.State.UNREACHED, certainty());
  }

  private String certainty() {
    String path = walk.reached().keySet().iterator().next();
    boolean alone = walk.reached().size() == 1;
    return alone
        ? path + " is static and starts nothing"
        : "not among the " + walk.reached().size() + " files that the entry point loads";
  }

  /** Whether a package has something that runs: what is only data may be read by anybody. */
  private static boolean isRun(Component component, Set<String> runnable) {
    return runnable.contains(component.id()) || CODE.contains(component.type());
  }

  /** How a component is reached that lies in a program or archive itself. */
  private String place(Component component, Map<String, String> reached) {
    for (Location location : component.locations()) {
      int inner = location.path().indexOf(INNER);
      String path = inner < 0 ? location.path() : location.path().substring(0, inner);
      String how = reached.get(table.real(path));
      if (how != null) return how;
    }
    return "";
  }

  private static String shorter(String one, String other) {
    return other.length() < one.length() ? other : one;
  }
}
