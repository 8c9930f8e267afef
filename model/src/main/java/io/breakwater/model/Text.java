package io.breakwater.model;

/**
 * Words for people, in every language that Breakwater speaks. {@code {0}}, {@code {1}} … stand for
 * arguments.
 *
 * @param english in English
 * @param chinese in simplified Chinese
 */
public record Text(String english, String chinese) {
  /** Checks that neither language is missing. */
  public Text {
    if (english.isBlank() || chinese.isBlank()) {
      throw new IllegalArgumentException("a text is written in every language: " + english);
    }
  }

  /** These words in a language, with the arguments in place. */
  public String in(Language language, Object... arguments) {
    String template =
        switch (language) {
          case ENGLISH -> english;
          case CHINESE -> chinese;
        };
    if (arguments.length == 0) return template;
    var out = new StringBuilder(template.length() + 32);
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '{' && i + 2 < template.length() && template.charAt(i + 2) == '}') {
        int index = template.charAt(i + 1) - '0';
        if (index >= 0 && index < arguments.length) {
          out.append(arguments[index]);
          i += 2;
          continue;
        }
      }
      out.append(c);
    }
    return out.toString();
  }
}
