package io.breakwater.inspect.internal.pods;

import io.breakwater.model.Confidence;
import io.breakwater.model.Language;
import io.breakwater.model.Text;
import java.util.ArrayList;
import java.util.List;

/** Collects what checks find; a bounded number, as an object may repeat a mistake without end. */
final class Discoveries {
  private static final int MAX = 20_000;
  private static final int MAX_WORD = 200;

  private final Rules rules;
  private final List<Discovery> found = new ArrayList<>();

  Discoveries(Rules rules) {
    this.rules = rules;
  }

  void add(String rule, Field field, String... words) {
    add(rule, Confidence.HIGH, field, words);
  }

  void add(String rule, Confidence confidence, Field field, String... words) {
    if (found.size() >= MAX) return;
    Rules.Rule known = rules.get(rule);
    var shown = new Object[words.length];
    for (int i = 0; i < words.length; i++) shown[i] = shown(words[i]);
    var message =
        new Text(
            known.message().in(Language.ENGLISH, shown),
            known.message().in(Language.CHINESE, shown));
    found.add(new Discovery(known.check(), confidence, message, field));
  }

  List<Discovery> all() {
    return List.copyOf(found);
  }

  private static String shown(String word) {
    return word.length() <= MAX_WORD ? word : word.substring(0, MAX_WORD) + "…";
  }
}
