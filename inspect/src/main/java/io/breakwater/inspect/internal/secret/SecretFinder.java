package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.internal.scan.Automaton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that finds secrets in text: rules, keys in PEM, and what is wrapped in base 64. Safe for use
 * by several threads.
 */
final class SecretFinder {
  private static final int MOST_DEPTH = 3;

  private final SecretRules rules;
  private final List<String> keywords = new ArrayList<>();
  private final int pem;
  private final int wrapped;
  private @Nullable Automaton automaton;

  SecretFinder(SecretOptions options) {
    this.rules = options.rules();
    keywords.addAll(rules.keywords());
    pem = keywords.size();
    keywords.add(PemKeys.KEYWORD);
    wrapped = keywords.size();
    keywords.addAll(Wrapped.KEYWORDS);
  }

  /** What to look for: each place at which one of these stands is to be told to {@link #at}. */
  List<String> keywords() {
    return keywords;
  }

  TextScan scan(Place place, boolean binary) {
    return new TextScan(rules, place, binary);
  }

  /** Looks at a place where a keyword ends. */
  void at(TextScan scan, byte[] text, int to, long base, int keyword, int end) {
    at(scan, text, to, base, keyword, end, 0);
  }

  private void at(TextScan scan, byte[] text, int to, long base, int keyword, int end, int depth) {
    if (keyword < pem) {
      scan.at(text, to, base, keyword, end);
    } else if (keyword < wrapped) {
      PemKeys.at(text, to, base, end, scan);
    } else if (depth < MOST_DEPTH) {
      Wrapped.at(
          text,
          to,
          keyword - wrapped,
          end,
          (from, until, inner) -> nested(scan, inner, base + from, base + until, depth + 1));
    }
  }

  /** Looks into a text that another one wraps: what is found there stands where that one does. */
  private void nested(TextScan outer, byte[] text, long from, long until, int depth) {
    TextScan inner = outer.within();
    all(inner, text, depth);
    for (Found one : inner.found()) outer.add(one.at(from, until));
  }

  /** All secrets of a text. */
  List<Found> in(String text, Place place) {
    TextScan scan = scan(place, false);
    all(scan, text.getBytes(StandardCharsets.UTF_8), 0);
    return scan.found();
  }

  private void all(TextScan scan, byte[] text, int depth) {
    Automaton words = automaton();
    words.scan(
        words.start(),
        text,
        0,
        text.length,
        (word, end) -> at(scan, text, text.length, 0, word, end, depth));
  }

  private synchronized Automaton automaton() {
    Automaton made = automaton;
    if (made == null) {
      made = new Automaton(keywords);
      automaton = made;
    }
    return made;
  }
}
