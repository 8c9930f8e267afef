package io.breakwater.inventory.internal.golang;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@code go version -m} prints of a binary.
 *
 * @param goVersion such as {@code go1.22.1}, perhaps with experiments behind
 * @param mainPath the main module's path; where it was built without modules, the main package's
 * @param mainVersion its version, {@code (devel)} when it was built from a working copy
 * @param modules what it depends on; one that was replaced by another module is that other one, one
 *     that was replaced by a folder keeps its path at the version that Go gives folders
 * @param settings the lines {@code key=value} of how it was built
 */
record BuildInfo(
    String goVersion,
    String mainPath,
    String mainVersion,
    List<Module> modules,
    List<String> settings) {
  /** The most modules that are read; large programs have two thousand. */
  private static final int MAX_MODULES = 50_000;

  /** A module at a version. */
  record Module(String path, String version) {}

  /** Reads the text that the linker stored. Lines that say nothing known are passed over. */
  static BuildInfo parse(String goVersion, String text) {
    String packagePath = "";
    String mainPath = "";
    String mainVersion = "";
    var modules = new ArrayList<Module>();
    var settings = new ArrayList<String>();
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf('\n', at);
      if (end < 0) end = text.length();
      int tab = text.indexOf('\t', at, end);
      if (tab > at && modules.size() < MAX_MODULES) {
        String key = text.substring(at, tab);
        switch (key) {
          case "path" -> packagePath = field(text, tab + 1, end, 0);
          case "mod" -> {
            mainPath = field(text, tab + 1, end, 0);
            mainVersion = field(text, tab + 1, end, 1);
          }
          case "dep" -> modules.add(module(text, tab + 1, end));
          case "=>" -> replace(modules, module(text, tab + 1, end));
          case "build" -> settings.add(text.substring(tab + 1, end));
          default -> {}
        }
      }
      at = end + 1;
    }
    modules.removeIf(m -> m.path().isEmpty());
    // Files given by name have no package: Go then writes this.
    boolean named = !packagePath.equals("command-line-arguments");
    if (mainPath.isEmpty() && named) mainPath = packagePath;
    return new BuildInfo(goVersion, mainPath, mainVersion, modules, settings);
  }

  private static Module module(String text, int start, int end) {
    return new Module(field(text, start, end, 0), field(text, start, end, 1));
  }

  private static void replace(List<Module> modules, Module by) {
    if (modules.isEmpty()) return;
    Module replaced = modules.removeLast();
    boolean folder =
        by.version().isEmpty() || by.path().startsWith(".") || by.path().startsWith("/");
    modules.add(folder ? new Module(replaced.path(), by.version()) : by);
  }

  private static String field(String text, int start, int end, int index) {
    int from = start;
    for (int i = 0; i < index; i++) {
      int tab = text.indexOf('\t', from, end);
      if (tab < 0) return "";
      from = tab + 1;
    }
    int tab = text.indexOf('\t', from, end);
    return text.substring(from, tab < 0 ? end : tab).strip();
  }

  /** The release of Go as its advisories number it, such as {@code 1.22.1}; may be empty. */
  String release() {
    if (!goVersion.startsWith("go")) return "";
    int end = 2;
    while (end < goVersion.length() && goVersion.charAt(end) > ' ') end++;
    String release = goVersion.substring(2, end);
    // Vendors add their own suffix: go1.20.4-fips, go1.21.0+abc.
    for (int i = 0; i < release.length(); i++) {
      char c = release.charAt(i);
      if (c == '-' || c == '+' || c == '_') return release.substring(0, i);
    }
    return release;
  }

  /** A setting's value; empty when it is not there. */
  String setting(String key) {
    for (String line : settings) {
      if (line.length() > key.length()
          && line.startsWith(key)
          && line.charAt(key.length()) == '=') {
        return line.substring(key.length() + 1);
      }
    }
    return "";
  }
}
