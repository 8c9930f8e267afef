package io.breakwater.inspect.internal.dockerfile;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A {@code --name=value} before the arguments of an instruction.
 *
 * @param word as it is written
 * @param name without the dashes
 * @param value empty when there is none
 */
record Flag(Word word, String name, String value) {
  static Flag of(Word word) {
    int equals = word.text().indexOf('=');
    return equals < 0
        ? new Flag(word, word.text().substring(2), "")
        : new Flag(word, word.text().substring(2, equals), word.text().substring(equals + 1));
  }

  /** The value as a list of {@code key=value}, as {@code --mount} takes it. */
  Map<String, String> options() {
    var options = new HashMap<String, String>();
    for (String option : Word.unquoted(value).split(",", -1)) {
      int equals = option.indexOf('=');
      String key = equals < 0 ? option : option.substring(0, equals);
      options.put(
          key.trim().toLowerCase(Locale.ROOT), equals < 0 ? "true" : option.substring(equals + 1));
    }
    return options;
  }
}
