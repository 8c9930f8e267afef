package io.breakwater.inventory.internal.java;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Licences;
import io.breakwater.inventory.internal.text.XmlTree.Element;
import io.breakwater.model.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A pom.xml by what it says itself: its properties, what it manages, its dependencies and those of
 * the profiles that are active by default. What only a parent or an imported POM tells stays
 * unknown: such a dependency is listed without a version.
 */
final class Pom {
  private final Element project;
  private final PomValues values;

  /** What {@code dependencyManagement} says, by group and artifact. */
  private final Map<String, Element> managed = new HashMap<>();

  Pom(Element project) {
    this.project = project;
    this.values = new PomValues(project);
    for (Element one : project.at("dependencyManagement", "dependencies", "dependency")) {
      if (!value(one, "scope").equals("import")) managed.putIfAbsent(key(one), one);
    }
  }

  private String value(Element element, String child) {
    return values.of(element.text(child));
  }

  private String key(Element dependency) {
    return value(dependency, "groupId") + ":" + value(dependency, "artifactId");
  }

  void report(FactSink facts, String source) {
    var needs = new ArrayList<String>();
    for (Element one : project.at("dependencies", "dependency")) {
      dependency(one, needs, facts, source);
    }
    for (Element profile : project.at("profiles", "profile")) {
      boolean active =
          !profile.at("activation", "activeByDefault").isEmpty()
              && profile.at("activation").getFirst().text("activeByDefault").equals("true");
      if (!active) continue;
      for (Element one : profile.at("dependencies", "dependency")) {
        dependency(one, needs, facts, source);
      }
    }
    String group = values.group();
    String artifact = values.of(project.text("artifactId"));
    if (group.isEmpty() || artifact.isEmpty() || !PomValues.isPlain(group + artifact)) return;
    Declared.of(Coordinates.maven(group, artifact, plain(values.version())))
        .needing(needs)
        .licensed(licences())
        .at(project.line())
        .report(facts, source);
  }

  private List<String> licences() {
    var names = new ArrayList<String>(1);
    for (Element licence : project.at("licenses", "license")) names.add(licence.text("name"));
    return Licences.names(names);
  }

  private void dependency(Element one, List<String> needs, FactSink facts, String source) {
    String group = value(one, "groupId");
    String artifact = value(one, "artifactId");
    if (group.isEmpty() || artifact.isEmpty() || !PomValues.isPlain(group + artifact)) return;
    Element by = managed.get(group + ":" + artifact);
    String version = value(one, "version");
    if (version.isEmpty() && by != null) version = value(by, "version");
    version = plain(lowest(version));
    String scope = value(one, "scope");
    if (scope.isEmpty() && by != null) scope = value(by, "scope");
    boolean optional = value(one, "optional").equals("true");
    Declared.of(Coordinates.maven(group, artifact, version))
        .scoped(scope(scope, optional))
        .at(one.line())
        .report(facts, source);
    String name = group + ":" + artifact;
    needs.add(version.isEmpty() ? name : name + "@" + version);
  }

  private static Scope scope(String scope, boolean optional) {
    return switch (scope) {
      case "test" -> Scope.DEVELOPMENT;
      case "provided" -> Scope.OPTIONAL; // somebody else brings it, or nobody
      default -> optional ? Scope.OPTIONAL : Scope.REQUIRED;
    };
  }

  /** A version without what this file cannot tell. */
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
