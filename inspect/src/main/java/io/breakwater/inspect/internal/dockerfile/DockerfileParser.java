package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.inspect.lint.InvalidConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a Dockerfile as BuildKit reads it: directives, lines that continue, flags, exec forms,
 * heredocs. Every word keeps its place in the file. Time is linear in the length of the text.
 */
final class DockerfileParser {
  /** The longest file that is read. */
  static final int MAX_LENGTH = 4 << 20;

  private static final int MAX_INSTRUCTIONS = 5_000;
  private static final int MAX_STAGES = 500;
  private static final int MAX_HEREDOCS = 64;
  private static final Set<String> DIRECTIVES = Set.of("syntax", "escape", "check");

  private final SourceFile file;
  private final List<Directive> directives = new ArrayList<>();
  private final List<Instruction> instructions = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private char escape = '\\';
  private int next;
  private int stages;

  private DockerfileParser(String text) {
    this.file = new SourceFile(text);
  }

  /**
   * Reads a file.
   *
   * @throws InvalidConfigurationException when a builder would refuse it for its form
   */
  static Dockerfile parse(String text) throws InvalidConfigurationException {
    if (text.length() > MAX_LENGTH) {
      throw new InvalidConfigurationException("longer than 4 MiB, which no Dockerfile is", 1, 1);
    }
    return new DockerfileParser(text).parse();
  }

  private Dockerfile parse() throws InvalidConfigurationException {
    while (next < file.lines() && directive(next)) next++;
    while (next < file.lines()) {
      int start = skipSpace(lineStart(next), file.end(next));
      if (start == file.end(next)) {
        next++;
      } else if (file.text().charAt(start) == '#') {
        comment(start, file.end(next++), false);
      } else {
        instruction(start);
      }
    }
    if (instructions.isEmpty()) {
      throw new InvalidConfigurationException("there is no instruction in this file", 1, 1);
    }
    return new Dockerfile(file, escape, directives, instructions, comments);
  }

  /** Where a line begins; a byte order mark is no part of the first. */
  private int lineStart(int line) {
    int start = file.start(line);
    return line == 0 && file.text().startsWith("\ufeff") ? start + 1 : start;
  }

  private int skipSpace(int from, int to) {
    int at = from;
    while (at < to && ArgumentReader.isSpace(file.text().charAt(at))) at++;
    return at;
  }

  private void comment(int start, int end, boolean inside) {
    comments.add(new Comment(file.text().substring(start + 1, end), start, inside));
  }

  /** Reads {@code # name = value}; whatever else stands in a line ends the directives. */
  private boolean directive(int line) throws InvalidConfigurationException {
    int start = lineStart(line);
    int end = file.end(line);
    if (start >= end || file.text().charAt(start) != '#') return false;
    int equals = file.text().indexOf('=', start);
    if (equals < 0 || equals >= end) return false;
    String name = file.text().substring(start + 1, equals).strip().toLowerCase(Locale.ROOT);
    String value = file.text().substring(equals + 1, end).strip();
    if (!DIRECTIVES.contains(name) || value.isEmpty()) return false;
    for (Directive earlier : directives) {
      if (earlier.name().equals(name)) {
        throw new InvalidConfigurationException(
            "the directive " + name + " stands here twice", line + 1, 1);
      }
    }
    if (name.equals("escape")) {
      if (!value.equals("`") && !value.equals("\\")) {
        throw new InvalidConfigurationException(
            "the escape character must be \\ or `, not " + value, line + 1, equals - start + 2);
      }
      escape = value.charAt(0);
    }
    directives.add(new Directive(name, value, start));
    return true;
  }

  private void instruction(int start) throws InvalidConfigurationException {
    if (instructions.size() == MAX_INSTRUCTIONS) {
      throw new InvalidConfigurationException(
          "more than " + MAX_INSTRUCTIONS + " instructions", next + 1, 1);
    }
    var joined = new JoinedText.Builder(file);
    int blank = -1;
    int from = start;
    int end = file.end(next);
    int cut = continuation(from, end);
    joined.append(from, cut < 0 ? end : cut);
    next++;
    while (cut >= 0 && next < file.lines()) {
      from = file.start(next);
      int lineEnd = file.end(next);
      int first = skipSpace(from, lineEnd);
      if (first == lineEnd) {
        if (blank < 0 && next < file.lines() - 1) blank = from;
        next++;
        continue;
      }
      if (file.text().charAt(first) == '#') {
        comment(first, lineEnd, true);
        next++;
        continue;
      }
      end = lineEnd;
      cut = continuation(from, end);
      joined.append(from, cut < 0 ? end : cut);
      next++;
    }
    JoinedText line = joined.build(start);
    if (line.text().isBlank()) return;
    Instruction read = instruction(line, 0, end, blank, 0);
    if (read.is(Keyword.FROM) && ++stages > MAX_STAGES) {
      throw new InvalidConfigurationException("more than " + MAX_STAGES + " stages", next, 1);
    }
    instructions.add(read);
  }

  /**
   * Where the character stands that continues a line; -1 in a line that ends. Two of them in a row
   * are one that is meant.
   */
  private int continuation(int from, int to) {
    int at = to;
    while (at > from && (file.text().charAt(at - 1) == ' ' || file.text().charAt(at - 1) == '\t')) {
      at--;
    }
    if (at == from || file.text().charAt(at - 1) != escape) return -1;
    return at - 2 >= from && file.text().charAt(at - 2) == escape ? -1 : at - 1;
  }

  private Instruction instruction(JoinedText line, int from, int end, int blank, int depth)
      throws InvalidConfigurationException {
    var reader = new ArgumentReader(line, escape);
    int keywordAt = reader.skipSpace(from);
    int keywordEnd = reader.skipWord(keywordAt);
    String written = line.text().substring(keywordAt, keywordEnd);
    Keyword keyword = Keyword.of(written);
    var flags = new ArrayList<Flag>();
    int at = reader.flags(keywordEnd, flags);
    if (keyword == Keyword.ONBUILD && at < line.text().stripTrailing().length()) {
      if (depth == 8) throw reader.refused("ONBUILD in ONBUILD in ONBUILD", keywordAt);
      Instruction inner = instruction(line, at, end, blank, depth + 1);
      return new Instruction(
          written,
          keyword,
          keywordAt,
          line,
          flags,
          new Arguments.Trigger(inner),
          List.of(),
          inner.end(),
          blank);
    }
    Arguments arguments = reader.read(keyword, at);
    List<Heredoc> heredocs =
        keyword.takesHeredocs() && !(arguments instanceof Arguments.Exec)
            ? heredocs(reader, at)
            : List.of();
    int last = heredocs.isEmpty() ? end : heredocs.getLast().terminatorEnd();
    return new Instruction(
        written, keyword, keywordAt, line, flags, arguments, heredocs, last, blank);
  }

  private List<Heredoc> heredocs(ArgumentReader reader, int from)
      throws InvalidConfigurationException {
    var heredocs = new ArrayList<Heredoc>();
    for (Word word : reader.quotedWords(from)) {
      String text = word.text();
      int at = 0;
      while (at < text.length() && Character.isDigit(text.charAt(at))) at++;
      if (!text.startsWith("<<", at)) continue;
      at += 2;
      boolean chomp = at < text.length() && text.charAt(at) == '-';
      String rest = text.substring(chomp ? at + 1 : at);
      String name = Quotes.remove(rest, escape);
      if (name.isEmpty() || rest.indexOf('<') >= 0 || rest.indexOf('$') >= 0) continue;
      if (heredocs.size() == MAX_HEREDOCS) {
        throw reader.refused("more than " + MAX_HEREDOCS + " heredocs", word.start());
      }
      heredocs.add(heredoc(reader, word, name, rest.equals(name), chomp));
    }
    return heredocs;
  }

  private Heredoc heredoc(
      ArgumentReader reader, Word word, String name, boolean expand, boolean chomp)
      throws InvalidConfigurationException {
    int start = next < file.lines() ? file.start(next) : file.text().length();
    while (next < file.lines()) {
      int from = file.start(next);
      int to = file.end(next);
      int at = from;
      while (chomp && at < to && file.text().charAt(at) == '\t') at++;
      next++;
      if (to - at == name.length() && file.text().startsWith(name, at)) {
        return new Heredoc(name, expand, chomp, start, from, to);
      }
    }
    throw reader.refused("the heredoc " + name + " never ends", word.start());
  }
}
