package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.InvalidSecretConfigException;
import io.breakwater.inspect.internal.regex.InvalidRegexException;
import io.breakwater.inspect.internal.regex.Regex;
import io.breakwater.model.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A file of settings: finds where something stands in it, so that errors can say so. */
final class ConfigText {
  private final String text;
  private final List<String> notices = new ArrayList<>();

  ConfigText(String text) {
    this.text = text;
  }

  List<String> notices() {
    return notices;
  }

  /** Says something that is no error, and where. */
  void notice(int at, String words) {
    int line = line(at);
    notices.add("line " + line + ": " + words);
  }

  /**
   * Where the section of a rule starts.
   *
   * @param header such as {@code [[rules]]}
   * @param number counted from 0
   */
  int section(String header, int number) {
    int at = -1;
    for (int i = 0; i <= number; i++) {
      int next = text.indexOf(header, at + 1);
      if (next < 0) break;
      at = next;
    }
    return Math.max(0, at);
  }

  /** Where words stand, from a place on; that place when they do not, as they are written. */
  int place(String words, int from) {
    int at = words.isEmpty() ? -1 : text.indexOf(words, from);
    return at < 0 ? from : at;
  }

  /** An expression that is written behind a place. */
  Regex regex(String source, int from) throws InvalidSecretConfigException {
    int at = text.indexOf(source, from);
    return regex(source, line(Math.max(at, from)), at < 0 ? 0 : column(at));
  }

  /** An expression at a line and column. */
  static Regex regex(String source, int line, int column) throws InvalidSecretConfigException {
    try {
      return Regex.of(source);
    } catch (InvalidRegexException wrong) {
      String shown = source.length() > 60 ? source.substring(0, 60) + "…" : source;
      throw new InvalidSecretConfigException(
          line, Math.max(1, column), "in the expression " + shown + ": " + wrong.getMessage());
    }
  }

  /** A key that is not known: an error when it looks mistyped, else left out, as others do. */
  void unknown(String key, List<String> known, int from) throws InvalidSecretConfigException {
    int at = place(key, from);
    Optional<String> meant = NearestWord.of(key.toLowerCase(Locale.ROOT), lower(known));
    if (meant.isPresent()) {
      String word = known.get(lower(known).indexOf(meant.get()));
      throw wrong(at, "there is no key \"" + key + "\"; did you mean " + word + "?");
    }
    notice(at, "the key \"" + key + "\" is not known and was left out");
  }

  private static List<String> lower(List<String> words) {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  InvalidSecretConfigException wrong(int at, String reason) {
    return new InvalidSecretConfigException(line(at), column(at), reason);
  }

  int line(int at) {
    int line = 1;
    for (int i = 0; i < at; i++) if (text.charAt(i) == '\n') line++;
    return line;
  }

  int column(int at) {
    return at - text.lastIndexOf('\n', at - 1);
  }
}
