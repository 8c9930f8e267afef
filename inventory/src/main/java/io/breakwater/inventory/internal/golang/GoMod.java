package io.breakwater.inventory.internal.golang;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.MalformedFileException;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.text.Lines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A go.mod (Go Modules Reference): directives of one line, or in a block of parentheses. A replaced
 * module is the one that replaces it; replaced by a folder it is there without a version. The
 * toolchain, or else the Go version, stands for the standard library.
 */
final class GoMod {
  private record Requirement(String path, String version, boolean indirect, int line) {}

  /** Where a module comes from in truth; without a version from a folder. */
  private record Replacement(String path, String version) {}

  private final List<Requirement> required = new ArrayList<>();
  private final Map<String, Replacement> replaced = new HashMap<>();
  private String module = "";
  private int moduleLine;
  private String release = "";
  private int releaseLine;
  private boolean fromToolchain;
  private String language = "";

  private GoMod() {}

  /**
   * Reads the file.
   *
   * @throws IOException when it is none
   */
  static GoMod read(byte[] bytes) throws IOException {
    var mod = new GoMod();
    var lines = new Lines(bytes);
    String block = "";
    for (int number = 1; lines.next(); number++) {
      List<String> words = GoWords.of(lines.whole());
      if (words.isEmpty()) continue;
      String first = words.getFirst();
      if (!block.isEmpty() && first.equals(")")) {
        block = "";
      } else if (!block.isEmpty()) {
        mod.directive(block, words, 0, number);
      } else if (words.size() > 1 && words.get(1).equals("(")) {
        block = words.size() > 2 && words.get(2).equals(")") ? "" : first;
      } else {
        mod.directive(first, words, 1, number);
      }
    }
    boolean says = !mod.module.isEmpty() || !mod.required.isEmpty() || !mod.release.isEmpty();
    if (!says && bytes.length > 0)
      throw new MalformedFileException("it says nothing that Go would");
    return mod;
  }

  private void directive(String verb, List<String> words, int from, int line) {
    List<String> rest = words.subList(from, words.size());
    if (rest.isEmpty()) return;
    switch (verb) {
      case "module" -> {
        module = rest.getFirst();
        moduleLine = line;
      }
      case "go" -> {
        language = rest.getFirst();
        release(language, false, line);
      }
      case "toolchain" -> {
        String name = rest.getFirst();
        if (name.startsWith("go1")) release(name.substring("go".length()), true, line);
      }
      case "require" -> {
        if (rest.size() < 2) return;
        boolean indirect = rest.size() > 2 && rest.getLast().equals(GoWords.INDIRECT);
        required.add(new Requirement(rest.get(0), rest.get(1), indirect, line));
      }
      case "replace" -> replace(rest);
      default -> {} // exclude, retract, tool, ignore: nothing that is there
    }
  }

  private void release(String text, boolean toolchain, int line) {
    if (!release.isEmpty() && fromToolchain) return;
    // A toolchain may be somebody's own: go1.22.5-suffix.
    int suffix = text.indexOf('-');
    release = suffix < 0 ? text : text.substring(0, suffix);
    releaseLine = line;
    fromToolchain = toolchain;
  }

  private void replace(List<String> words) {
    int arrow = words.indexOf("=>");
    if (arrow < 1 || arrow + 1 >= words.size()) return;
    String version = arrow > 1 ? words.get(1) : "";
    String to = words.get(arrow + 1);
    String toVersion = arrow + 2 < words.size() ? words.get(arrow + 2) : "";
    if (toVersion.equals(GoWords.INDIRECT)) toVersion = "";
    replaced.put(words.getFirst() + " " + version, new Replacement(to, toVersion));
  }

  /**
   * Whether it names every module that the build needs, as since Go 1.17; before, and where it says
   * nothing of the language, those that only others need are left out.
   */
  boolean isComplete() {
    String[] parts = language.split("[.a-z]", 3);
    if (parts.length < 2) return false;
    return isOver(parts[0], 1) || (parts[0].equals("1") && isOver(parts[1], 16));
  }

  private static boolean isOver(String number, int least) {
    if (number.isEmpty() || number.length() > 4) return false;
    int value = 0;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c < '0' || c > '9') return false;
      value = 10 * value + c - '0';
    }
    return value > least;
  }

  /** The modules that it names, and those that replace them. */
  Set<String> names() {
    Set<String> names = new HashSet<>();
    for (Requirement one : required) {
      names.add(one.path);
      names.add(real(one).path);
    }
    return names;
  }

  void report(FactSink facts, String source) {
    var direct = new ArrayList<String>();
    if (!release.isEmpty()) {
      Declared.of(Coordinates.plain("golang", "stdlib", release))
          .at(releaseLine)
          .report(facts, source);
      direct.add("stdlib@" + release);
    }
    for (Requirement one : required) {
      Replacement real = real(one);
      Declared.of(Coordinates.path("golang", real.path, real.version))
          .at(one.line)
          .report(facts, source);
      if (!one.indirect) {
        direct.add(real.version.isEmpty() ? real.path : real.path + "@" + real.version);
      }
    }
    if (!module.isEmpty()) {
      Declared.of(Coordinates.path("golang", module, ""))
          .needing(direct)
          .at(moduleLine)
          .report(facts, source);
    }
  }

  private Replacement real(Requirement one) {
    Replacement to = replaced.get(one.path + " " + one.version);
    if (to == null) to = replaced.get(one.path + " ");
    if (to == null) return new Replacement(one.path, one.version);
    return to.version.isEmpty() ? new Replacement(one.path, "") : to;
  }
}
