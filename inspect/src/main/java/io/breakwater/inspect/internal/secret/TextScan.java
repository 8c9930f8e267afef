package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.internal.regex.Regex;
import io.breakwater.inspect.internal.secret.SecretTests.Assigned;
import io.breakwater.inspect.internal.secret.SecretTests.Result;
import io.breakwater.model.Confidence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tries rules on the places of a text at which their keywords stand. Used by one thread. */
final class TextScan {
  private static final int MOST_TOKEN = 4_096;
  private static final int MOST_BEFORE = 64;

  /** The most secrets that one file is reported for. */
  static final int MOST_FOUND = 500;

  private final SecretRules rules;
  private final Place place;
  private final boolean binary;
  private final List<Found> found = new ArrayList<>();
  private @Nullable Assignment assignment;
  private int assignmentKey = -1;

  TextScan(SecretRules rules, Place place, boolean binary) {
    this.rules = rules;
    this.place = place;
    this.binary = binary;
  }

  List<Found> found() {
    return found;
  }

  /** A scan of a text that stands in the same file in another form. */
  TextScan within() {
    return new TextScan(rules, place, false);
  }

  /**
   * Tries the rules of a keyword.
   *
   * @param base where the text starts in its file
   * @param end where the keyword ends in the text
   */
  void at(byte[] text, int to, long base, int keyword, int end) {
    String word = rules.keywords().get(keyword);
    int start = end - word.length();
    if (start < 0) return;
    assignmentKey = -1;
    for (SecretRule rule : rules.of(keyword)) {
      if ((binary && !rule.facts().precise()) || !rule.isFor(place.name())) continue;
      switch (rule.facts().form()) {
        case TOKEN -> token(rule, text, to, base, start);
        case VALUE -> value(rule, text, to, base, start, end);
        case CODE -> {}
      }
    }
  }

  private void token(SecretRule rule, byte[] text, int to, long base, int start) {
    int first = Math.max(0, start - rule.facts().back());
    int last = rule.facts().back() == 0 ? start : Math.max(first, start - 1);
    int limit = Math.min(to, start + MOST_TOKEN);
    Regex regex = rule.regex();
    for (int at = first; at <= last; at++) {
      if (!startsWord(text, at) && isWord(text[at])) continue;
      int[] groups = regex.find(text, 0, limit, at, at);
      if (groups == null) continue;
      if (!rule.facts().open() && !endsWord(text, to, groups[1])) continue;
      boolean inner = groups.length > 2 && groups[2] >= 0;
      int from = inner ? groups[2] : groups[0];
      int end = inner ? groups[3] : groups[1];
      String secret = latin(text, from, end);
      int known = inner ? 0 : known(rule, text, groups[0], start);
      Result result = judge(rule, secret, known, Assigned.NOT);
      if (result == Result.NO) continue;
      String before = inner ? latin(text, Math.max(groups[0], from - MOST_BEFORE), from) : "";
      add(rule, base + from, base + end, secret, before, known, result);
      return;
    }
  }

  /** How much of a token is the same for all of its kind. */
  private static int known(SecretRule rule, byte[] text, int tokenStart, int keywordStart) {
    if (tokenStart != keywordStart) return 0;
    int most = 0;
    for (String keyword : rule.facts().keywords()) {
      if (keyword.length() > most
          && latin(text, tokenStart, tokenStart + keyword.length()).equalsIgnoreCase(keyword)) {
        most = keyword.length();
      }
    }
    return most;
  }

  private void value(SecretRule rule, byte[] text, int to, long base, int start, int end) {
    if (assignmentKey != start) {
      assignment = Assignment.at(text, 0, to, start, end);
      assignmentKey = start;
    }
    Assignment as = assignment;
    if (as == null || !rule.regex().matches(text, as.start(), as.end())) return;
    boolean generic = rule.isGeneric();
    if (!generic && (GenericModel.isAbout(as.key()) || !namesSecret(as.key()))) return;
    String secret = as.value(text);
    Result result = judge(rule, secret, 0, new Assigned(as.key(), as.quoted()));
    if (result == Result.NO) return;
    if (!generic && !as.quoted() && place.kind() == Place.Kind.CODE) return;
    String before = latin(text, as.keyStart(), as.keyStart() + as.key().length()) + "=";
    add(rule, base + as.start(), base + as.end(), secret, before, 0, result);
  }

  private static final List<String> SECRET_WORDS =
      List.of(
          "key",
          "token",
          "secret",
          "pass",
          "pwd",
          "auth",
          "cred",
          "pat",
          "api",
          "sk",
          "ak",
          "salt",
          "credential",
          "license");

  /** Whether a name that has a service's in it means something that is kept secret. */
  private static boolean namesSecret(String key) {
    String lower = key.toLowerCase(java.util.Locale.ROOT);
    for (String word : SECRET_WORDS) if (lower.contains(word)) return true;
    return false;
  }

  private Result judge(SecretRule rule, String secret, int known, Assigned as) {
    boolean proved = false;
    boolean unsure = false;
    for (String test : rule.facts().tests()) {
      switch (SecretTests.of(test, secret, as, place)) {
        case NO -> {
          return Result.NO;
        }
        case LOW -> unsure = true;
        case YES -> {}
        case PROVED -> proved = true;
      }
    }
    if (proved) return Result.PROVED;
    if (Placeholders.isPlaceholder(secret.substring(known))) return Result.NO;
    return unsure ? Result.LOW : Result.YES;
  }

  private void add(
      SecretRule rule,
      long start,
      long end,
      String secret,
      String before,
      int known,
      Result result) {
    Confidence confidence = result == Result.LOW ? Confidence.LOW : rule.facts().confidence();
    keep(rule, start, end, secret, before, known, confidence, result == Result.PROVED);
  }

  /** Keeps a secret, less sure where the place speaks against it. */
  void keep(
      SecretRule rule,
      long start,
      long end,
      String secret,
      String before,
      int known,
      Confidence sure,
      boolean proved) {
    Confidence confidence = sure;
    switch (place.trust()) {
      case OWN -> {}
      case EXAMPLE -> {
        confidence = proved ? SecretTests.less(confidence) : Confidence.LOW;
      }
      case VENDORED -> {
        if (rule.isGeneric()) return;
        confidence = proved ? SecretTests.less(confidence) : Confidence.LOW;
      }
    }
    add(new Found(rule, start, end, secret, before, known, confidence));
  }

  /** Keeps the better of those that overlap, and a secret that comes again only once. */
  void add(Found one) {
    for (int i = 0; i < found.size(); i++) {
      Found other = found.get(i);
      if (!one.overlaps(other) && !one.secret().equals(other.secret())) continue;
      if (one.isBetterThan(other)) found.set(i, one);
      return;
    }
    if (found.size() < MOST_FOUND) found.add(one);
  }

  private static boolean startsWord(byte[] text, int at) {
    if (at == 0 || !isWord(text[at - 1])) return true;
    byte b = text[at - 1];
    if (at >= 2 && text[at - 2] == '\\' && (b == 'n' || b == 't' || b == 'r')) return true;
    if (at >= 3 && text[at - 3] == '%' && isHex(text[at - 2]) && isHex(b)) return true;
    // bot12345:… in the URL of an API
    return at >= 4 && b == 't' && text[at - 2] == 'o' && text[at - 3] == 'b' && text[at - 4] == '/';
  }

  private static boolean endsWord(byte[] text, int to, int end) {
    return end >= to || !isWord(text[end]);
  }

  private static boolean isWord(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '_';
  }

  private static boolean isHex(byte b) {
    return Character.digit(b, 16) >= 0;
  }

  private static String latin(byte[] text, int from, int to) {
    int end = Math.min(text.length, to);
    return new String(text, from, Math.max(0, end - from), StandardCharsets.ISO_8859_1);
  }
}
