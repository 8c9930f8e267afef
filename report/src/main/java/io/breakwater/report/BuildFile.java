package io.breakwater.report;

import io.breakwater.model.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The Dockerfile that an image was built from, as far as places are looked up in it.
 *
 * @param name its path as a code host knows it, such as {@code docker/Dockerfile}
 * @param steps the instructions of the stage that is built, its FROM first
 */
public record BuildFile(String name, List<Step> steps) {
  /** Copies the list. */
  public BuildFile {
    steps = List.copyOf(steps);
  }

  /**
   * An instruction.
   *
   * @param keyword in upper case
   * @param text what follows, on one line
   * @param line that it begins at, from 1
   * @param end the last of its lines
   */
  public record Step(String keyword, String text, int line, int end) {}

  /**
   * The step that made each layer, by its diffID. Steps and layers are compared from the last to
   * the first: by their words, and where a builder wrote others, by their keyword. What the base
   * image brought is FROM's.
   */
  Map<String, Step> stepsOf(Document document) {
    var out = new HashMap<String, Step>();
    if (steps.isEmpty()) return out;
    List<Json.Obj> layers = document.layers();
    int last = steps.size() - 1;
    for (int i = layers.size() - 1; i >= 0; i--) {
      Json.Obj layer = layers.get(i);
      String instruction = plain(layer.text("instruction"));
      boolean ofBase = layer.isTrue("base");
      int found = ofBase ? -1 : find(instruction, last);
      if (found >= 0) last = found - 1;
      Step step = found >= 0 ? steps.get(found) : ofBase ? steps.getFirst() : null;
      if (step != null) out.putIfAbsent(layer.text("diffId"), step);
    }
    return out;
  }

  private int find(String instruction, int last) {
    String keyword = keyword(instruction);
    String words = words(instruction);
    for (int i = last; i > 0; i--) {
      if (steps.get(i).keyword().equals(keyword) && words(steps.get(i)).equals(words)) return i;
    }
    for (int i = last; i > 0; i--) if (steps.get(i).keyword().equals(keyword)) return i;
    return -1;
  }

  private static String words(Step step) {
    return words(step.keyword() + " " + step.text());
  }

  /** Letters and digits of words, as quotes, flags and white space are written in many ways. */
  private static String words(String instruction) {
    var out = new ArrayList<String>();
    for (String word : instruction.split(" ", -1)) {
      if (word.startsWith("--")) continue;
      var plain = new StringBuilder();
      for (int i = 0; i < word.length(); i++) {
        char c = word.charAt(i);
        if (Character.isLetterOrDigit(c) || c == '/') plain.append(c);
      }
      if (!plain.isEmpty()) out.add(plain.toString());
    }
    return String.join(" ", out);
  }

  private static String keyword(String instruction) {
    int space = instruction.indexOf(' ');
    return (space < 0 ? instruction : instruction.substring(0, space)).toUpperCase(Locale.ROOT);
  }

  /** An instruction of a history without what builders add to it. */
  private static String plain(String instruction) {
    String text = instruction.strip();
    if (text.endsWith("# buildkit")) text = text.substring(0, text.length() - 10).strip();
    if (text.startsWith("|")) { // |1 NAME=value /bin/sh -c ...
      int shell = text.indexOf("/bin/sh -c ");
      if (shell > 0) text = text.substring(shell);
    }
    for (String start : new String[] {"RUN /bin/sh -c ", "/bin/sh -c #(nop) ", "/bin/sh -c "}) {
      if (!text.startsWith(start)) continue;
      String rest = text.substring(start.length()).strip();
      return start.contains("nop") ? rest : "RUN " + rest;
    }
    return text;
  }
}
