package io.breakwater.inventory.internal.python;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.model.Scope;
import io.breakwater.model.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a project says of itself and asks for: pyproject.toml (the standard tables and Poetry's) and
 * the literal {@code install_requires} of setup.py; setup.cfg has a reader of its own. Requirements
 * that leave a choice have no version.
 */
final class PythonProject {
  private static final String PYPROJECT = "pyproject.toml";
  private static final String SETUP = "setup.py";
  private static final String LIST = "install_requires";

  private PythonProject() {}

  /** pyproject.toml. */
  static void pyproject(Json.Obj document, FactSink facts) {
    Json.Obj project = document.object("project");
    for (String text : project.texts("dependencies")) {
      report(text, Scope.REQUIRED, PYPROJECT, facts);
    }
    itself(project.text("name"), project.text("version"), project.texts("dependencies"), facts);
    groups(project.object("optional-dependencies"), Scope.OPTIONAL, facts);
    groups(document.object("dependency-groups"), Scope.DEVELOPMENT, facts);
    Json.Obj poetry = document.object("tool").object("poetry");
    if (project.text("name").isEmpty()) {
      List<String> needs = List.copyOf(poetry.object("dependencies").members().keySet());
      itself(poetry.text("name"), poetry.text("version"), needs, facts);
    }
    poetry(poetry.object("dependencies"), Scope.REQUIRED, facts);
    poetry(poetry.object("dev-dependencies"), Scope.DEVELOPMENT, facts);
    Json.Obj groups = poetry.object("group");
    for (String group : groups.members().keySet()) {
      poetry(groups.object(group).object("dependencies"), Scope.DEVELOPMENT, facts);
    }
  }

  private static void itself(String name, String version, List<String> asks, FactSink facts) {
    itself(name, version, asks, PYPROJECT, facts);
  }

  /** The project, where it says its name and version in plain words. */
  static void itself(
      String name, String version, List<String> asks, String source, FactSink facts) {
    if (name.isEmpty() || version.isEmpty()) return;
    var needs = new ArrayList<String>();
    for (String text : asks) {
      Requirement.parse(text.strip()).map(Requirement::name).ifPresent(needs::add);
    }
    Declared.of(PythonNames.coordinates(name, version)).needing(needs).report(facts, source);
  }

  private static void groups(Json.Obj groups, Scope scope, FactSink facts) {
    for (String group : groups.members().keySet()) {
      for (String text : groups.texts(group)) report(text, scope, PYPROJECT, facts);
    }
  }

  static void report(String text, Scope scope, String source, FactSink facts) {
    Optional<Requirement> found = Requirement.parse(text.strip());
    if (found.isEmpty()) return;
    Declared.of(PythonNames.coordinates(found.get().name(), found.get().version()))
        .scoped(scope)
        .report(facts, source);
  }

  private static void poetry(Json.Obj dependencies, Scope scope, FactSink facts) {
    for (Map.Entry<String, Json> entry : dependencies.members().entrySet()) {
      if (entry.getKey().equals("python")) continue;
      Scope own = scope;
      String constraint = "";
      if (entry.getValue() instanceof Json.Str(String text)) constraint = text;
      if (entry.getValue() instanceof Json.Obj table) {
        constraint = table.text("version");
        if (table.isTrue("optional") && scope == Scope.REQUIRED) own = Scope.OPTIONAL;
      }
      Declared.of(PythonNames.coordinates(entry.getKey(), exact(constraint.strip())))
          .scoped(own)
          .report(facts, PYPROJECT);
    }
  }

  /** The one version of a constraint of Poetry's; a version without operator means itself. */
  private static String exact(String constraint) {
    String version = constraint.startsWith("==") ? constraint.substring(2).strip() : constraint;
    if (version.isEmpty() || version.charAt(0) < '0' || version.charAt(0) > '9') return "";
    for (int i = 0; i < version.length(); i++) {
      if (!PythonNames.isNamePart(version.charAt(i)) && version.charAt(i) != '+') return "";
    }
    return version;
  }

  /** setup.py, which is a program: only a list of plain strings is read. */
  static void setup(String text, FactSink facts) {
    int at = text.indexOf(LIST);
    while (at >= 0) {
      int next = skipBlanks(text, at + LIST.length());
      if (next < text.length() && text.charAt(next) == '=') {
        next = skipBlanks(text, next + 1);
        if (next < text.length() && (text.charAt(next) == '[' || text.charAt(next) == '(')) {
          strings(text, next + 1, facts);
        }
      }
      at = text.indexOf(LIST, at + LIST.length());
    }
  }

  private static void strings(String text, int start, FactSink facts) {
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case ']', ')' -> {
          return;
        }
        case '#' -> at = end(text, '\n', at);
        case '\'', '"' -> {
          int end = end(text, c, at + 1);
          String literal = text.substring(at + 1, Math.min(end, text.length()));
          if (literal.indexOf('\n') < 0) report(literal.strip(), Scope.REQUIRED, SETUP, facts);
          at = end;
        }
        default -> {}
      }
      at++;
    }
  }

  private static int end(String text, char c, int from) {
    int at = text.indexOf(c, from);
    return at < 0 ? text.length() : at;
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) <= ' ') at++;
    return at;
  }
}
