package io.breakwater.inventory.internal.dotnet;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.text.Xml;
import io.breakwater.model.Scope;
import java.util.HashMap;
import java.util.Map;

/**
 * What projects and property files of MSBuild, and packages.config, ask for. Variables are put in
 * where the same file sets them; a reference without a single version is left out, as its version
 * stands in another file.
 */
final class MsBuild {
  private static final int MAX_DEPTH = 50;

  private final Map<String, String> properties = new HashMap<>();
  private final String source;
  private final FactSink facts;

  private MsBuild(String source, FactSink facts) {
    this.source = source;
    this.facts = facts;
  }

  /** packages.config. */
  static void config(Xml root, FactSink facts) {
    for (Xml pkg : root.all("package")) {
      String id = pkg.attribute("id");
      String version = pkg.attribute("version");
      if (id.isEmpty() || version.isEmpty()) continue;
      boolean development = pkg.attribute("developmentDependency").equalsIgnoreCase("true");
      Declared.of(Coordinates.plain("nuget", id, version))
          .scoped(development ? Scope.DEVELOPMENT : Scope.REQUIRED)
          .report(facts, "packages.config");
    }
  }

  /** A project, Directory.Packages.props, or the older Packages.props. */
  static void project(Xml root, String source, FactSink facts) {
    var project = new MsBuild(source, facts);
    project.collect(root);
    project.walk(root, 0);
  }

  private void collect(Xml root) {
    for (Xml group : root.all("PropertyGroup")) {
      for (Xml property : group.children()) properties.put(property.name(), property.text());
    }
  }

  private void walk(Xml element, int depth) {
    if (depth > MAX_DEPTH) return;
    for (Xml child : element.children()) {
      switch (child.name()) {
        case "PackageReference", "PackageVersion", "GlobalPackageReference", "PackageDownload" ->
            reference(child);
        default -> walk(child, depth + 1);
      }
    }
  }

  private void reference(Xml element) {
    String id = element.attribute("Include");
    if (id.isEmpty()) id = element.attribute("Update");
    String version = element.attribute("VersionOverride");
    if (version.isEmpty()) version = element.attribute("Version");
    if (version.isEmpty()) version = element.childText("Version");
    id = valued(id.strip());
    version = single(valued(version.strip()));
    if (id.isEmpty() || version.isEmpty()) return;
    String assets = element.attribute("PrivateAssets") + element.childText("PrivateAssets");
    boolean development = assets.equalsIgnoreCase("all");
    Declared.of(Coordinates.plain("nuget", id, version))
        .scoped(development ? Scope.DEVELOPMENT : Scope.REQUIRED)
        .report(facts, source);
  }

  /** A text that is one variable, or none, with its value; empty when the value is not known. */
  private String valued(String text) {
    int start = text.indexOf("$(");
    if (start < 0) return text;
    int end = text.indexOf(')', start);
    String value = end < 0 ? "" : properties.getOrDefault(text.substring(start + 2, end), "");
    if (value.isEmpty() || value.contains("$(")) return "";
    String whole = text.substring(0, start) + value + text.substring(end + 1);
    return whole.contains("$(") ? "" : whole;
  }

  /** {@code 1.2} of {@code 1.2} and {@code [1.2]}; empty for ranges and floating versions. */
  private static String single(String version) {
    String plain = version;
    if (version.startsWith("[") && version.endsWith("]")) {
      plain = version.substring(1, version.length() - 1).strip();
    }
    for (int i = 0; i < plain.length(); i++) if ("[](),*".indexOf(plain.charAt(i)) >= 0) return "";
    return plain;
  }
}
