package io.breakwater.inventory.internal.python;

import io.breakwater.inventory.FactSink;
import io.breakwater.model.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A setup.cfg of setuptools: sections of {@code key = value}, where indented lines go on. What is
 * taken from elsewhere ({@code attr:}, {@code file:}) stays unknown.
 */
final class SetupConfiguration {
  private static final String FILE = "setup.cfg";

  /** The lines of each value by {@code section.key}; those of extras by their section alone. */
  private final Map<String, List<String>> values = new HashMap<>();

  private SetupConfiguration() {}

  /** Reports what is plain; never fails. */
  static void read(String text, FactSink facts) {
    var file = new SetupConfiguration();
    file.lines(text);
    List<String> needs = file.all("options.install_requires");
    for (String need : needs) PythonProject.report(need, Scope.REQUIRED, FILE, facts);
    for (String need : file.all("options.extras_require")) {
      PythonProject.report(need, Scope.OPTIONAL, FILE, facts);
    }
    PythonProject.itself(
        file.plain("metadata.name"), file.plain("metadata.version"), needs, FILE, facts);
  }

  private void lines(String text) {
    String section = "";
    String key = "";
    for (String line : text.split("\n", -1)) {
      String content = line.strip();
      if (content.isEmpty() || content.startsWith("#") || content.startsWith(";")) continue;
      boolean indented = line.charAt(0) <= ' ';
      if (!indented && content.startsWith("[") && content.endsWith("]")) {
        section = content.substring(1, content.length() - 1).strip();
        key = "";
      } else if (indented) {
        add(section, key, content);
      } else {
        int separator = separator(content);
        key = separator < 0 ? "" : content.substring(0, separator).strip();
        if (separator >= 0) add(section, key, content.substring(separator + 1).strip());
      }
    }
  }

  private static int separator(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '=' || line.charAt(i) == ':') return i;
    }
    return -1;
  }

  private void add(String section, String key, String value) {
    if (key.isEmpty() || value.isEmpty()) return;
    switch (section) {
      case "metadata", "options" -> list(section + "." + key).add(value);
      case "options.extras_require" -> list(section).add(value);
      default -> {}
    }
  }

  private List<String> list(String name) {
    return values.computeIfAbsent(name, _ -> new ArrayList<>());
  }

  private List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  private String plain(String name) {
    List<String> lines = all(name);
    if (lines.size() != 1) return "";
    String value = lines.getFirst();
    for (int i = 0; i < value.length(); i++) {
      if (!PythonNames.isNamePart(value.charAt(i)) && value.charAt(i) != '+') return "";
    }
    return value;
  }
}
