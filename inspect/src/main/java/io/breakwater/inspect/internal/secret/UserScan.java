package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.internal.regex.Matches;
import io.breakwater.model.Confidence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tries the kinds of a user on texts. Immutable, safe for use by several threads. */
final class UserScan {
  private static final int MOST_MATCHES = 5_000;
  private static final int MOST_FOUND = TextScan.MOST_FOUND;

  private final UserSecrets user;
  private final List<Prepared> rules = new ArrayList<>();
  private final Map<String, SecretRule> told = new HashMap<>();
  private final List<String> keywords;

  /** A rule, and what finds it. */
  private record Prepared(UserRule rule, @Nullable Matches matches, SecretRule told) {}

  UserScan(UserSecrets user) {
    this.user = user;
    var words = new LinkedHashMap<String, Boolean>();
    for (UserRule rule : user.rules()) {
      SecretRule shown = rule.told();
      rules.add(new Prepared(rule, rule.matches(), shown));
      told.put(rule.id(), shown);
      for (String keyword : rule.keywords()) if (isKeyword(keyword)) words.put(keyword, true);
    }
    this.keywords = List.copyOf(words.keySet());
  }

  /** Whether the one pass over a file finds it. */
  private static boolean isKeyword(String word) {
    if (word.length() < 3 || word.length() > 64) return false;
    for (int i = 0; i < word.length(); i++) if (word.charAt(i) >= 127) return false;
    return true;
  }

  /** A kind by its id. */
  @Nullable SecretRule told(String id) {
    return told.get(id);
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  /** What one pass over a file looks for. */
  List<String> keywords() {
    return keywords;
  }

  /** Whether some kind has to be tried on files without any keyword. */
  boolean needsEveryFile() {
    for (Prepared each : rules) if (!isByKeyword(each.rule())) return true;
    return false;
  }

  private static boolean isByKeyword(UserRule rule) {
    if (rule.regex() == null || rule.keywords().isEmpty()) return false;
    for (String keyword : rule.keywords()) if (!isKeyword(keyword)) return false;
    return true;
  }

  /** Kinds that a file is of by its path alone. */
  List<SecretRule> ofPath(String path) {
    var found = new ArrayList<SecretRule>();
    for (Prepared each : rules) {
      if (each.rule().regex() == null && fitsPath(each.rule(), path)) found.add(each.told());
    }
    return found;
  }

  private static boolean fitsPath(UserRule rule, String path) {
    return rule.path() == null || AllowList.matches(List.of(rule.path()), path);
  }

  /**
   * Finds secrets in a piece of a text.
   *
   * @param path of the file that it is in
   * @param present keywords that are in the file; null when the text is to be asked
   * @param base where the text starts in the file
   * @param first the first place that a match may start at; in the middle of a file at least 1
   * @param last the place behind the last one
   */
  void in(
      byte[] text,
      String path,
      @Nullable Set<String> present,
      long base,
      int first,
      int last,
      List<Found> out) {
    Set<String> words = present == null ? presentIn(text, keywords) : present;
    for (Prepared each : rules) {
      UserRule rule = each.rule();
      Matches matches = each.matches();
      if (matches == null || out.size() >= MOST_FOUND || !fitsPath(rule, path)) continue;
      boolean keyed = isByKeyword(rule) || rule.keywords().isEmpty();
      if (!anyOf(rule.keywords(), keyed ? words : presentIn(text, rule.keywords()))) continue;
      int[] left = {MOST_MATCHES};
      matches.each(
          text,
          0,
          text.length,
          first,
          last,
          groups -> {
            take(each, text, path, base, groups, out);
            return --left[0] > 0 && out.size() < MOST_FOUND;
          });
    }
  }

  private static boolean anyOf(List<String> keywords, Set<String> words) {
    if (keywords.isEmpty()) return true;
    for (String keyword : keywords) if (words.contains(keyword)) return true;
    return false;
  }

  private static Set<String> presentIn(byte[] text, List<String> keywords) {
    String lower = new String(text, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    var words = new HashSet<String>();
    for (String keyword : keywords) if (lower.contains(keyword)) words.add(keyword);
    return words;
  }

  private void take(
      Prepared each, byte[] text, String path, long base, int[] groups, List<Found> out) {
    UserRule rule = each.rule();
    int start = groups[0];
    int end = groups[1];
    int group = rule.group();
    if (2 * group + 1 >= groups.length && group > 0) return;
    for (int g = Math.max(1, group); group >= 0 && 2 * g + 1 < groups.length; g++) {
      if (groups[2 * g] >= 0 && (group > 0 || groups[2 * g + 1] > groups[2 * g])) {
        start = groups[2 * g];
        end = groups[2 * g + 1];
        break;
      }
      if (group > 0) return;
    }
    while (start < end && text[start] == '\n') start++;
    while (end > start && text[end - 1] == '\n') end--;
    if (start == end) return;
    String secret = utf8(text, start, end);
    if (rule.entropy() > 0 && Shape.entropy(secret) <= rule.entropy()) return;
    String line = line(text, groups[0], groups[1]);
    var found =
        new AllowList.Case(rule.id(), path, secret, utf8(text, groups[0], groups[1]).strip(), line);
    if (user.allows(found)) return;
    var one = new Found(each.told(), base + start, base + end, secret, "", 0, Confidence.HIGH);
    for (Found other : out) {
      if (other.rule() == one.rule() && other.start() == one.start()) return;
    }
    out.add(one);
  }

  private static String line(byte[] text, int start, int end) {
    int from = start;
    while (from > 0 && start - from < 1_000 && text[from - 1] != '\n') from--;
    int to = end;
    while (to < text.length && to - end < 1_000 && text[to] != '\n') to++;
    return utf8(text, from, to);
  }

  private static String utf8(byte[] text, int from, int to) {
    return new String(text, from, to - from, StandardCharsets.UTF_8);
  }
}
