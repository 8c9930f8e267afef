package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.internal.regex.Regex;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What a user lets be where it is.
 *
 * @param rules ids of the kinds that it is for; empty for all
 * @param all whether everything that it names has to fit, not one of it
 * @param never whether it names something that only a history of commits has
 * @param paths expressions for paths
 * @param regexes expressions for what {@code target} says
 * @param target what those are tried on
 * @param stopwords in lower case
 */
record AllowList(
    List<String> rules,
    boolean all,
    boolean never,
    List<Regex> paths,
    List<Regex> regexes,
    Target target,
    List<String> stopwords) {

  /** What an expression is tried on. */
  enum Target {
    SECRET,
    MATCH,
    LINE
  }

  AllowList {
    rules = List.copyOf(rules);
    paths = List.copyOf(paths);
    regexes = List.copyOf(regexes);
    stopwords = stopwords.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  /** For other kinds. */
  AllowList forRules(List<String> ids) {
    return new AllowList(ids, all, never, paths, regexes, target, stopwords);
  }

  /** Text that a secret stands in, and itself. */
  record Case(String rule, String path, String secret, String match, String line) {}

  /** Whether nothing in a file is to be reported, of any kind. */
  boolean allowsFile(String path) {
    if (never || !rules.isEmpty() || paths.isEmpty()) return false;
    boolean alone = regexes.isEmpty() && stopwords.isEmpty();
    return (!all || alone) && matches(paths, path);
  }

  /** Whether a secret is not to be reported. */
  boolean allows(Case found) {
    if (never || !(rules.isEmpty() || rules.contains(found.rule()))) return false;
    int asked = 0;
    int fitting = 0;
    if (!paths.isEmpty()) {
      asked++;
      if (matches(paths, found.path())) fitting++;
    }
    if (!regexes.isEmpty()) {
      asked++;
      String on =
          switch (target) {
            case SECRET -> found.secret();
            case MATCH -> found.match();
            case LINE -> found.line();
          };
      if (matches(regexes, on)) fitting++;
    }
    if (!stopwords.isEmpty()) {
      asked++;
      String lower = found.secret().toLowerCase(Locale.ROOT);
      for (String word : stopwords) {
        if (!lower.contains(word)) continue;
        fitting++;
        break;
      }
    }
    return all ? asked > 0 && fitting == asked : fitting > 0;
  }

  static boolean matches(List<Regex> regexes, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (Regex regex : regexes) if (regex.isIn(bytes)) return true;
    return false;
  }
}
