package io.breakwater.inventory.internal.java;

import io.breakwater.inventory.MalformedFileException;
import io.breakwater.inventory.internal.text.XmlTree;
import io.breakwater.inventory.internal.text.XmlTree.Element;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pom.xml as it is written, with what the profiles that are active by default add to it.
 *
 * @param group empty where the parent's holds
 * @param artifact may be empty
 * @param version empty where the parent's holds
 * @param parent what it inherits from
 * @param properties by name
 * @param managed what {@code dependencyManagement} says
 * @param dependencies its own
 * @param licences as written
 * @param line where the project begins
 */
record Pom(
    String group,
    String artifact,
    String version,
    Optional<Parent> parent,
    Map<String, String> properties,
    List<Dependency> managed,
    List<Dependency> dependencies,
    List<String> licences,
    int line) {

  /**
   * Where a project says that it inherits from.
   *
   * @param path relative to the project's folder; empty for a parent that lies in a repository
   */
  record Parent(String group, String artifact, String version, String path, int line) {}

  /** A dependency, or what is managed of one; all may have placeholders. */
  record Dependency(
      String group,
      String artifact,
      String version,
      String scope,
      String kind,
      boolean optional,
      int line) {}

  private static final String USUAL_PARENT = "../pom.xml";

  /**
   * Reads one.
   *
   * @throws IOException when it is malformed or no project of Maven
   */
  static Pom read(byte[] document) throws IOException {
    Element project = XmlTree.parse(document);
    if (!project.name().equals("project")) {
      throw new MalformedFileException("no project of Maven: its root is " + project.name());
    }
    Map<String, String> properties = new HashMap<>();
    List<Dependency> managed = new ArrayList<>();
    List<Dependency> dependencies = new ArrayList<>();
    add(project, properties, managed, dependencies);
    for (Element profile : project.at("profiles", "profile")) {
      if (isActive(profile)) add(profile, properties, managed, dependencies);
    }
    var licences = new ArrayList<String>(1);
    for (Element licence : project.at("licenses", "license")) licences.add(licence.text("name"));
    return new Pom(
        project.text("groupId"),
        project.text("artifactId"),
        project.text("version"),
        project.children("parent").stream().findFirst().map(Pom::parent),
        properties,
        managed,
        dependencies,
        licences,
        project.line());
  }

  private static boolean isActive(Element profile) {
    for (Element activation : profile.children("activation")) {
      if (activation.text("activeByDefault").equals("true")) return true;
    }
    return false;
  }

  private static void add(
      Element from,
      Map<String, String> properties,
      List<Dependency> managed,
      List<Dependency> dependencies) {
    for (Element all : from.children("properties")) {
      for (Element one : all.children()) properties.put(one.name(), one.text());
    }
    for (Element one : from.at("dependencyManagement", "dependencies", "dependency")) {
      managed.add(dependency(one));
    }
    for (Element one : from.at("dependencies", "dependency")) dependencies.add(dependency(one));
  }

  private static Parent parent(Element parent) {
    boolean usual = parent.children("relativePath").isEmpty();
    return new Parent(
        parent.text("groupId"),
        parent.text("artifactId"),
        parent.text("version"),
        usual ? USUAL_PARENT : parent.text("relativePath"),
        parent.line());
  }

  private static Dependency dependency(Element one) {
    return new Dependency(
        one.text("groupId"),
        one.text("artifactId"),
        one.text("version"),
        one.text("scope"),
        one.text("type") + ":" + one.text("classifier"),
        one.text("optional").equals("true"),
        one.line());
  }

  /** Its group as far as this file tells it. */
  String toldGroup() {
    return group.isEmpty() ? parent.map(Parent::group).orElse("") : group;
  }

  /** Its version as far as this file tells it. */
  String toldVersion() {
    return version.isEmpty() ? parent.map(Parent::version).orElse("") : version;
  }
}
