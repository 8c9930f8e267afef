package io.breakwater.inventory.internal;

import java.util.ArrayList;
import java.util.List;

/** What packages say of their licences, made fit for a report. */
public final class Licences {
  /** Longer texts are the licence itself, not its name. */
  private static final int LONGEST_NAME = 200;

  private static final int MOST = 50;

  private Licences() {}

  /** The names among these words: one line, not empty, not too long, each once. */
  public static List<String> names(List<String> words) {
    var names = new ArrayList<String>(1);
    for (String word : words) {
      String name = word.strip();
      if (isName(name) && !names.contains(name) && names.size() < MOST) names.add(name);
    }
    return names;
  }

  /** As {@link #names} for one word; empty text is none. */
  public static List<String> name(String word) {
    String name = word.strip();
    return isName(name) ? List.of(name) : List.of();
  }

  private static boolean isName(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) return false;
    for (int i = 0; i < name.length(); i++) if (name.charAt(i) < ' ') return false;
    return !name.equalsIgnoreCase("unknown");
  }
}
