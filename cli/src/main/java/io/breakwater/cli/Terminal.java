package io.breakwater.cli;

import io.breakwater.model.Language;
import io.breakwater.model.Text;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command reads and writes, and how: everything about the outside that its words depend on.
 *
 * @param in standard input
 * @param out what was asked for
 * @param err progress, warnings and errors
 * @param environment the process's environment
 * @param language the language of words
 * @param width columns
 * @param colour whether to write ANSI colours to {@link #out}
 * @param interactive whether a person watches {@link #err}
 */
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Language language,
    int width,
    boolean colour,
    boolean interactive) {

  /** The width of a page that nobody's terminal limits. */
  static final int PLAIN_WIDTH = 100;

  /** The terminal of this process. */
  static Terminal ofProcess(Map<String, String> environment, String[] arguments) {
    boolean outIsTerminal = isTerminal(environment, 1);
    boolean errIsTerminal = isTerminal(environment, 2);
    return new Terminal(
        System.in,
        utf8(new java.io.FileOutputStream(java.io.FileDescriptor.out)),
        utf8(new java.io.FileOutputStream(java.io.FileDescriptor.err)),
        environment,
        language(environment, arguments),
        width(environment),
        outIsTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty() && !dumb(environment),
        errIsTerminal && !dumb(environment));
  }

  private static PrintStream utf8(OutputStream stream) {
    return new PrintStream(
        new java.io.BufferedOutputStream(stream, 1 << 15), false, StandardCharsets.UTF_8);
  }

  /** The launcher says which descriptors are terminals, as Java cannot ask for each. */
  private static boolean isTerminal(Map<String, String> environment, int descriptor) {
    return environment.getOrDefault("BW_TERMINALS", "").indexOf('0' + descriptor) >= 0;
  }

  private static boolean dumb(Map<String, String> environment) {
    return environment.getOrDefault("TERM", "").equals("dumb");
  }

  private static int width(Map<String, String> environment) {
    for (String name : new String[] {"COLUMNS", "BW_COLUMNS"}) {
      String value = environment.getOrDefault(name, "");
      boolean number =
          !value.isEmpty() && value.length() < 5 && value.chars().allMatch(Character::isDigit);
      int width = number ? Integer.parseInt(value) : 0;
      if (width >= 20) return Math.min(width, 500);
    }
    return PLAIN_WIDTH;
  }

  /** {@code --lang} as typed, then the locale's variables in POSIX order, then English. */
  static Language language(Map<String, String> environment, String[] arguments) {
    for (int i = 0; i < arguments.length && !arguments[i].equals("--"); i++) {
      String value =
          arguments[i].startsWith("--lang=")
              ? arguments[i].substring("--lang=".length())
              : arguments[i].equals("--lang") && i + 1 < arguments.length ? arguments[i + 1] : "";
      Optional<Language> said = Language.parse(value);
      if (said.isPresent()) return said.get();
    }
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) return Language.parse(value).orElse(Language.ENGLISH);
    }
    return Language.ENGLISH;
  }

  /** Whether a person reads {@link #out}. */
  boolean shows() {
    return isTerminal(environment, 1);
  }

  /** The same for a file: without colours, as wide as a page. */
  Terminal plain() {
    return new Terminal(in, out, err, environment, language, PLAIN_WIDTH, false, false);
  }

  /** Writes a line of what was asked for, with one line feed on every system. */
  void line(String words) {
    out.print(words.stripTrailing());
    out.print('\n');
  }

  /** A message in the terminal's language. */
  String say(Msg message, Object... arguments) {
    return message.text().in(language, arguments);
  }

  /** A text in the terminal's language. */
  String say(Text text, Object... arguments) {
    return text.in(language, arguments);
  }

  /** Words in a colour, where there are colours. */
  String paint(Ink ink, String words) {
    return colour ? ink.paint(words) : words;
  }
}
