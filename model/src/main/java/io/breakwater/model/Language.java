package io.breakwater.model;

import java.util.Locale;
import java.util.Optional;

/** A language that Breakwater speaks. */
public enum Language {
  ENGLISH,
  CHINESE;

  /**
   * The language of a tag or a POSIX locale, such as {@code zh}, {@code zh-CN}, {@code
   * zh_CN.UTF-8}, {@code en_GB}, {@code C}. Empty for languages that we do not speak.
   */
  public static Optional<Language> parse(String tag) {
    String word = tag.toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < word.length() && word.charAt(end) >= 'a' && word.charAt(end) <= 'z') end++;
    return switch (word.substring(0, end)) {
      case "zh", "chinese" -> Optional.of(CHINESE);
      case "en", "english", "c", "posix" -> Optional.of(ENGLISH);
      default -> Optional.empty();
    };
  }
}
