package io.breakwater.inventory.reach;

import io.breakwater.inventory.RunFacts;
import io.breakwater.inventory.internal.binary.Linkage;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows programs to the libraries and interpreters that they need, and notes the way. */
final class Walk {
  private static final int LONGEST_EVIDENCE = 300;
  private static final int MOST_INTERPRETERS = 8;

  private final FileTable table;
  private final Libraries libraries;

  /** By real path: how it was reached. */
  private final Map<String, String> reached = new LinkedHashMap<>();

  private String doubt = "";

  Walk(FileTable table) {
    this.table = table;
    this.libraries = new Libraries(table);
    if (!table.complete()) doubt("there are more programs than are kept");
    if (table.exists("/etc/ld.so.preload")) doubt("/etc/ld.so.preload names libraries");
  }

  /** The files that run, by real path, with the evidence. */
  Map<String, String> reached() {
    return reached;
  }

  /** Why other files may run as well; empty when they cannot. */
  String doubt() {
    return doubt;
  }

  /** Other files may run as well. The first reason stands. */
  void doubt(String why) {
    if (doubt.isEmpty()) doubt = why;
  }

  /**
   * A program runs.
   *
   * @param path its real path
   * @param evidence how it comes that it does
   * @param known whether all is known that it starts and loads beside what it needs
   */
  void program(String path, String evidence, boolean known) {
    String at = path;
    String how = evidence;
    for (int i = 0; i < MOST_INTERPRETERS; i++) {
      switch (table.at(at)) {
        case RunFacts.Binary binary -> {
          binary(binary, how, known);
          return;
        }
        case RunFacts.Script script -> {
          reached.putIfAbsent(at, how);
          String line = script.interpreter();
          String called = interpreter(line);
          how = at + " is run by " + called;
          if (!known) doubt(at + " is a script");
          at = table.program(called, "/");
          if (line.contains("env ")) tool("/usr/bin/env", path);
        }
        case RunFacts.Link _ -> {
          return;
        }
        case null -> {
          doubt(called(path) + " is not a program that can be read");
          return;
        }
      }
    }
    doubt(path + " has too many interpreters");
  }

  private static String called(String path) {
    return path.isEmpty() ? "the entry point" : path;
  }

  private void tool(String tool, String script) {
    if (table.at(tool) instanceof RunFacts.Binary binary) {
      binary(binary, script + " is run by " + tool, true);
    }
  }

  /** The program that the first line of a script calls, that of {@code env} where it is that. */
  static String interpreter(String line) {
    String[] words = line.strip().split("[ \t]+", -1);
    if (!FileTable.name(words[0]).equals("env")) return words[0];
    for (int i = 1; i < words.length; i++) {
      if (!words[i].startsWith("-") && !words[i].contains("=")) return words[i];
    }
    return words[0];
  }

  private record Step(RunFacts.Binary binary, String evidence) {}

  private void binary(RunFacts.Binary program, String evidence, boolean known) {
    var seen = new HashSet<String>();
    var queue = new ArrayDeque<Step>();
    if (Libraries.isOfLibc(program.path())) doubt(program.path() + " loads any program");
    if (!program.linkage().program()) doubt(program.path() + " is no program");
    visit(new Step(program, evidence), seen, queue);
    while (!queue.isEmpty()) {
      Step step = queue.remove();
      RunFacts.Binary binary = step.binary();
      Linkage linkage = binary.linkage();
      if (!known) powers(binary);
      String interpreter = linkage.interpreter();
      if (!interpreter.isEmpty() && table.at(interpreter) == null) {
        doubt(binary.path() + " needs " + interpreter + ", which is nowhere");
      }
      if (!interpreter.isEmpty()) follow(step, List.of(interpreter), interpreter, seen, queue);
      for (String name : linkage.needed()) {
        Libraries.Found found = libraries.find(name, binary, program.linkage().rpath());
        if (found.paths().isEmpty()) doubt(binary.path() + " needs " + name + ", which is nowhere");
        if (found.guessed()) doubt(name + " lies in several folders");
        follow(step, found.paths(), name, seen, queue);
      }
    }
  }

  private void follow(
      Step from, List<String> paths, String name, Set<String> seen, ArrayDeque<Step> queue) {
    for (String path : paths) {
      if (!(table.at(path) instanceof RunFacts.Binary next)) continue;
      String evidence = from.evidence();
      String me = from.binary().path();
      boolean first = !evidence.contains(" needs ");
      String chain = (first ? me : evidence + ", which") + " needs " + name;
      visit(new Step(next, chain.length() > LONGEST_EVIDENCE ? evidence : chain), seen, queue);
    }
  }

  private void visit(Step step, Set<String> seen, ArrayDeque<Step> queue) {
    String path = table.real(step.binary().path());
    if (!seen.add(path)) return;
    reached.putIfAbsent(path, step.evidence());
    queue.add(step);
  }

  private void powers(RunFacts.Binary binary) {
    if (Libraries.isOfLibc(binary.path())) return;
    Linkage.Powers powers = binary.linkage().powers();
    if (powers.loads()) doubt(binary.path() + " loads libraries by name");
    if (powers.starts()) doubt(binary.path() + " starts programs");
    if (powers.hidden()) doubt("nobody can tell what " + binary.path() + " starts and loads");
  }
}
