package io.breakwater.inventory.internal.java;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Licences;
import io.breakwater.inventory.internal.java.Pom.Dependency;
import io.breakwater.model.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a project declares once its parents and the POMs that they import have spoken. What none of
 * those that are present tells stays unknown: such a dependency is listed without a version.
 */
final class PomModel {
  /** What is said of a dependency elsewhere; either may be empty. */
  record Managed(String version, String scope) {}

  private final List<Pom> chain;
  private final PomValues values;
  private final Map<String, Managed> managed;

  /**
   * @param chain the project and those that it inherits from, the nearest first
   * @param values theirs
   * @param managed by group and artifact
   */
  PomModel(List<Pom> chain, PomValues values, Map<String, Managed> managed) {
    this.chain = chain;
    this.values = values;
    this.managed = managed;
  }

  void report(FactSink facts, String source) {
    Pom project = chain.getFirst();
    var needs = new ArrayList<String>();
    Set<String> told = new HashSet<>();
    for (Dependency one : project.dependencies()) {
      told.add(identity(one));
      report(one, one.line(), needs, facts, source);
    }
    int line = project.parent().map(Pom.Parent::line).orElse(0);
    for (Pom parent : chain.subList(1, chain.size())) {
      for (Dependency one : parent.dependencies()) {
        if (told.add(identity(one))) report(one, line, needs, facts, source);
      }
    }
    String group = values.group();
    String artifact = values.of(project.artifact());
    if (group.isEmpty() || artifact.isEmpty() || !PomValues.isPlain(group + artifact)) return;
    Declared.of(Coordinates.maven(group, artifact, plain(values.version())))
        .needing(needs)
        .licensed(licences())
        .at(project.line())
        .report(facts, source);
  }

  private List<String> licences() {
    for (Pom pom : chain) {
      if (!pom.licences().isEmpty()) return Licences.names(pom.licences());
    }
    return List.of();
  }

  private String identity(Dependency one) {
    return values.of(one.group()) + ":" + values.of(one.artifact()) + ":" + one.kind();
  }

  private void report(Dependency one, int line, List<String> needs, FactSink facts, String source) {
    String group = values.of(one.group());
    String artifact = values.of(one.artifact());
    if (group.isEmpty() || artifact.isEmpty() || !PomValues.isPlain(group + artifact)) return;
    String name = group + ":" + artifact;
    Managed by = managed.get(name);
    String version = values.of(one.version());
    if (version.isEmpty() && by != null) version = by.version();
    version = plain(lowest(version));
    String scope = values.of(one.scope());
    if (scope.isEmpty() && by != null) scope = by.scope();
    Declared.of(Coordinates.maven(group, artifact, version))
        .scoped(scope(scope, one.optional()))
        .at(line)
        .report(facts, source);
    needs.add(version.isEmpty() ? name : name + "@" + version);
  }

  private static Scope scope(String scope, boolean optional) {
    return switch (scope) {
      case "test" -> Scope.DEVELOPMENT;
      case "provided" -> Scope.OPTIONAL; // somebody else brings it, or nobody
      default -> optional ? Scope.OPTIONAL : Scope.REQUIRED;
    };
  }

  /** A version without what these files cannot tell. */
  private static String plain(String version) {
    return PomValues.isPlain(version) ? version : "";
  }

  /** Of a range such as {@code [1.2,2.0)} the lower end, if it is in it; of {@code [1.2]} that. */
  private static String lowest(String version) {
    if (version.startsWith("[")) {
      int end = 1;
      while (end < version.length() && ",])".indexOf(version.charAt(end)) < 0) end++;
      return version.substring(1, end).strip();
    }
    return version.startsWith("(") ? "" : version;
  }
}
