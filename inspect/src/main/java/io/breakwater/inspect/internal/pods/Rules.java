package io.breakwater.inspect.internal.pods;

import io.breakwater.model.Check;
import io.breakwater.model.Severity;
import io.breakwater.model.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The texts of all checks, by their id; a file beside this class says how it is written. */
final class Rules {
  private static final String PAGES = "https://kubernetes.io/docs/";

  private final Map<String, Rule> byId = new LinkedHashMap<>();

  private Rules() {}

  /**
   * A check and what it says of a finding.
   *
   * @param check what all findings have in common
   * @param message with {@code {0}} … for names and values
   */
  record Rule(Check check, Text message) {}

  static Rules kubernetes() {
    return Kubernetes.RULES;
  }

  static Rules compose() {
    return Compose.RULES;
  }

  Rule get(String id) {
    Rule rule = byId.get(id);
    if (rule == null) throw new IllegalArgumentException("no such rule: " + id);
    return rule;
  }

  /** All, in the order of the file. */
  List<Rule> all() {
    return List.copyOf(byId.values());
  }

  private static final class Kubernetes {
    static final Rules RULES = load("kubernetes-rules.txt");
  }

  private static final class Compose {
    static final Rules RULES = load("compose-rules.txt");
  }

  private static Rules load(String file) {
    try (InputStream in = Rules.class.getResourceAsStream(file)) {
      if (in == null) throw new IllegalStateException("missing in the build: " + file);
      var rules = new Rules();
      var block = new ArrayList<String>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (!line.isBlank() && !line.startsWith("#")) block.add(line);
        if (block.size() < 5) continue;
        Rule rule = rule(block);
        rules.byId.put(rule.check().id(), rule);
        block.clear();
      }
      return rules;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Rule rule(List<String> block) {
    String[] head = (block.getFirst() + " ").split("\\|", -1);
    var check =
        new Check(
            head[0].strip(),
            words(head[2]),
            Check.Area.MISCONFIGURATION,
            Severity.parse(head[1]).orElseThrow(),
            text(block.get(1), "title "),
            text(block.get(2), "why "),
            text(block.get(3), "fix "),
            words(head[3]).stream().map(Rules::page).toList());
    return new Rule(check, text(block.get(4), "say "));
  }

  private static List<String> words(String list) {
    return list.isBlank() ? List.of() : List.of(list.strip().split(" ", -1));
  }

  private static String page(String page) {
    return page.startsWith("https:") ? page : PAGES + page;
  }

  private static Text text(String line, String start) {
    int middle = line.indexOf(" | ");
    if (!line.startsWith(start) || middle < 0) throw new IllegalStateException("not read: " + line);
    return new Text(
        line.substring(start.length(), middle).strip(), line.substring(middle + 3).strip());
  }
}
