package io.breakwater.inspect.internal.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A word to a linter in a comment: {@code hadolint ignore=DL3006}, {@code hadolint global
 * ignore=…}, {@code hadolint shell=…}, {@code breakwater ignore=ID reason}.
 *
 * @param own whether it is Breakwater's and not hadolint's
 * @param global whether it holds for the whole file
 * @param key {@code ignore} or {@code shell}
 * @param values what stands behind the equals sign
 * @param reason what follows
 */
record Pragma(boolean own, boolean global, String key, List<String> values, String reason) {
  Pragma {
    values = List.copyOf(values);
  }

  /** Whether a comment speaks to a linter. */
  static boolean isOne(String comment) {
    String text = comment.strip();
    return text.startsWith("hadolint ")
        || text.startsWith("breakwater ")
        || text.startsWith("check=");
  }

  /** The pragma in a comment; none when it is an ordinary one or badly written. */
  static Optional<Pragma> parse(String comment) {
    String text = comment.strip();
    boolean own = text.startsWith("breakwater ");
    if (!own && !text.startsWith("hadolint ")) return Optional.empty();
    text = text.substring(own ? 11 : 9).strip();
    boolean global = text.startsWith("global ");
    if (global) text = text.substring(7).strip();
    int equals = text.indexOf('=');
    if (equals < 0) return Optional.empty();
    String key = text.substring(0, equals).strip();
    if (!key.equals("ignore") && !key.equals("shell")) return Optional.empty();
    var values = new ArrayList<String>();
    int at = equals + 1;
    while (true) {
      while (at < text.length() && text.charAt(at) == ' ') at++;
      int start = at;
      while (at < text.length() && isWord(text.charAt(at))) at++;
      String word = text.substring(start, at);
      if (word.isEmpty() || (!own && key.equals("ignore") && !isCode(word)))
        return Optional.empty();
      values.add(word);
      int next = at;
      while (next < text.length() && text.charAt(next) == ' ') next++;
      if (next >= text.length() || text.charAt(next) != ',') break;
      at = next + 1;
    }
    String reason = text.substring(at).strip();
    while (reason.startsWith("#") || reason.startsWith("-") || reason.startsWith(":")) {
      reason = reason.substring(1).strip();
    }
    return Optional.of(new Pragma(own, global, key.toLowerCase(Locale.ROOT), values, reason));
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '/' || c == '.';
  }

  /** Whether a word is a code of hadolint or ShellCheck. */
  private static boolean isCode(String word) {
    return word.length() > 2
        && (word.startsWith("DL") || word.startsWith("SC"))
        && word.substring(2).chars().allMatch(Character::isDigit);
  }
}
