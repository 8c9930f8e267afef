package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.inspect.internal.dockerfile.Arguments.Pair;
import io.breakwater.inspect.lint.InvalidConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what follows the keyword of an instruction, as BuildKit reads it. */
final class ArgumentReader {
  private static final int MAX_FLAGS = 100;

  private final JoinedText line;
  private final String text;
  private final char escape;
  private final int end;

  ArgumentReader(JoinedText line, char escape) {
    this.line = line;
    this.text = line.text();
    this.escape = escape;
    int last = text.length();
    while (last > 0 && isSpace(text.charAt(last - 1))) last--;
    this.end = last;
  }

  static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  int skipSpace(int from) {
    int at = from;
    while (at < end && isSpace(text.charAt(at))) at++;
    return at;
  }

  int skipWord(int from) {
    int at = from;
    while (at < end && !isSpace(text.charAt(at))) at++;
    return at;
  }

  /** Reads flags into {@code flags}; gives where the arguments begin. */
  int flags(int from, List<Flag> flags) throws InvalidConfigurationException {
    int at = skipSpace(from);
    while (text.startsWith("--", at) && at < end) {
      int stop = flagEnd(at);
      String written = unescaped(at, stop);
      if (written.equals("--")) return skipSpace(stop);
      if (flags.size() == MAX_FLAGS) throw refused("more than " + MAX_FLAGS + " flags", at);
      flags.add(Flag.of(new Word(written, at, stop)));
      at = skipSpace(stop);
    }
    return at;
  }

  private int flagEnd(int from) {
    char quote = 0;
    int at = from;
    while (at < end) {
      char c = text.charAt(at);
      if (c == escape && at + 1 < end) {
        at++;
      } else if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (isSpace(c)) {
        break;
      }
      at++;
    }
    return at;
  }

  private String unescaped(int from, int to) {
    var out = new StringBuilder(to - from);
    char quote = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == escape && i + 1 < to) {
        out.append(text.charAt(++i));
      } else if (quote != 0 ? c == quote : c == '"' || c == '\'') {
        quote = quote != 0 ? 0 : c;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Reads the arguments of an instruction that is not ONBUILD. */
  Arguments read(Keyword keyword, int from) throws InvalidConfigurationException {
    return switch (keyword.grammar()) {
      case COMMAND -> command(from);
      case LIST -> {
        Optional<List<Word>> strings = strings(from);
        yield strings.isPresent()
            ? new Arguments.Exec(strings.get())
            : new Arguments.Words(words(from));
      }
      case WORDS -> new Arguments.Words(words(from));
      case TEXT ->
          new Arguments.Plain(new Word(text.substring(from, Math.max(from, end)), from, end));
      case PAIRS -> pairs(keyword, from);
      case DECLARATIONS -> declarations(from);
      case HEALTH -> health(from);
      case TRIGGER, NONE -> new Arguments.None();
    };
  }

  private Arguments command(int from) throws InvalidConfigurationException {
    Optional<List<Word>> strings = strings(from);
    if (strings.isPresent()) return new Arguments.Exec(strings.get());
    return new Arguments.Plain(new Word(text.substring(Math.min(from, end), end), from, end));
  }

  private Optional<List<Word>> strings(int from) throws InvalidConfigurationException {
    return switch (JsonStrings.read(text, from, end)) {
      case JsonStrings.Result.Strings found -> Optional.of(found.words());
      case JsonStrings.Result.Mixed mixed ->
          throw refused("only strings may stand in the JSON form", mixed.offset());
      case JsonStrings.Result.Other other -> Optional.empty();
    };
  }

  private List<Word> words(int from) {
    var words = new ArrayList<Word>();
    int at = skipSpace(from);
    while (at < end) {
      int stop = skipWord(at);
      words.add(new Word(text.substring(at, stop), at, stop));
      at = skipSpace(stop);
    }
    return words;
  }

  /** Words between white space that is not quoted or escaped, quotes kept. */
  List<Word> quotedWords(int from) {
    var words = new ArrayList<Word>();
    int at = skipSpace(from);
    while (at < end) {
      int stop = flagEnd(at);
      words.add(new Word(text.substring(at, stop), at, stop));
      at = skipSpace(stop);
    }
    return words;
  }

  private Arguments pairs(Keyword keyword, int from) throws InvalidConfigurationException {
    List<Word> words = quotedWords(from);
    if (words.isEmpty()) return new Arguments.Pairs(List.of());
    if (words.getFirst().text().indexOf('=') < 0) {
      int nameEnd = skipWord(from);
      int value = skipSpace(nameEnd);
      if (value >= end) {
        throw refused(
            keyword.name() + " needs a name and a value, as in " + keyword.name() + " name=value",
            from);
      }
      var name = new Word(text.substring(from, nameEnd), from, nameEnd);
      return new Arguments.Pairs(
          List.of(new Pair(name, new Word(text.substring(value, end), value, end), "", true)));
    }
    var pairs = new ArrayList<Pair>();
    for (Word word : words) {
      if (word.text().indexOf('=') < 0) {
        throw refused(
            "there is no = in "
                + word.text()
                + "; "
                + keyword.name().toUpperCase(Locale.ROOT)
                + " takes name=value",
            word.start());
      }
      pairs.add(pair(word));
    }
    return new Arguments.Pairs(pairs);
  }

  private static Pair pair(Word word) {
    int equals = word.text().indexOf('=');
    int split = word.start() + Math.max(0, equals);
    return equals < 0
        ? new Pair(word, new Word("", word.end(), word.end()), "", false)
        : new Pair(
            new Word(word.text().substring(0, equals), word.start(), split),
            new Word(word.text().substring(equals + 1), split + 1, word.end()),
            "=",
            true);
  }

  private Arguments declarations(int from) {
    return new Arguments.Pairs(quotedWords(from).stream().map(ArgumentReader::pair).toList());
  }

  private Arguments health(int from) throws InvalidConfigurationException {
    if (from >= end) return new Arguments.Health(Optional.empty(), Optional.empty());
    int stop = skipWord(from);
    var type = new Word(text.substring(from, stop), from, stop);
    int command = skipSpace(stop);
    return new Arguments.Health(
        Optional.of(type), command >= end ? Optional.empty() : Optional.of(command(command)));
  }

  InvalidConfigurationException refused(String reason, int offset) {
    return new InvalidConfigurationException(reason, line.line(offset), line.column(offset));
  }
}
