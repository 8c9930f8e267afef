package io.breakwater.inventory.internal.java;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts a POM's properties, and what it says of itself, into its values. */
final class PomValues {
  private static final int MAX_DEPTH = 16;
  private static final int MAX_LENGTH = 1_000;

  private final Map<String, String> properties = new HashMap<>();
  private final String group;
  private final String version;

  /** Of a project and those that it inherits from, the nearest first. */
  PomValues(List<Pom> chain) {
    for (Pom pom : chain.reversed()) properties.putAll(pom.properties());
    Pom project = chain.getFirst();
    project
        .parent()
        .ifPresent(
            parent -> {
              own("parent.groupId", parent.group());
              own("parent.artifactId", parent.artifact());
              own("parent.version", parent.version());
            });
    own("groupId", project.toldGroup());
    own("artifactId", project.artifact());
    own("version", project.toldVersion());
    this.group = of(project.toldGroup());
    this.version = of(project.toldVersion());
  }

  /** What a project says of itself goes before properties of that name. */
  private void own(String name, String value) {
    properties.put("project." + name, value);
    properties.putIfAbsent("pom." + name, value);
    properties.putIfAbsent(name, value);
  }

  /** The project's group; empty or with a placeholder when this file does not tell it. */
  String group() {
    return group;
  }

  /** The project's version, as {@link #group}. */
  String version() {
    return version;
  }

  /** Whether no placeholder is left in a value. */
  static boolean isPlain(String value) {
    return !value.contains("${");
  }

  /** A value with properties in place of {@code ${name}}; unknown ones are left. */
  String of(String value) {
    return of(value, 0);
  }

  /** Ends also where properties name each other in a circle, or double in each step. */
  private String of(String value, int depth) {
    if (depth > MAX_DEPTH || isPlain(value)) return value;
    var filled = new StringBuilder();
    int at = 0;
    while (filled.length() < MAX_LENGTH) {
      int open = value.indexOf("${", at);
      int close = open < 0 ? -1 : value.indexOf('}', open);
      if (close < 0) break;
      String known = properties.get(value.substring(open + 2, close));
      filled.append(value, at, open);
      if (known == null) filled.append(value, open, close + 1);
      else filled.append(known);
      at = close + 1;
    }
    filled.append(value, at, value.length());
    String next = filled.toString();
    return next.equals(value) || next.length() > MAX_LENGTH ? value : of(next, depth + 1);
  }
}
