package io.breakwater.inspect.internal.shell;

import io.breakwater.inspect.internal.shell.Command.Compound;
import io.breakwater.inspect.internal.shell.Command.Compound.Kind;
import io.breakwater.inspect.internal.shell.Sequence.Item;
import io.breakwater.inspect.internal.shell.Sequence.Terminator;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses commands by recursive descent, without a separate lexer: what a character means depends on
 * where it stands. Where the text breaks the grammar, every level returns what it has, and the
 * place is remembered.
 */
final class Parser {
  static final int MAX_DEPTH = 50;
  static final int MAX_LENGTH = 1 << 20;

  private static final Set<String> CLOSERS =
      Set.of("then", "do", "done", "fi", "elif", "else", "esac", "}");

  private final Cursor in;
  private final WordParser words;
  private int depth;

  private Parser(Cursor in) {
    this.in = in;
    this.words = new WordParser(in, this);
  }

  static Script parse(String source) {
    return parse(source, null, 0);
  }

  /**
   * Parses text that was taken out of other text.
   *
   * @param places the offset of each character of {@code source}; null when they are their own
   * @param depth how many texts this one is in
   */
  static Script parse(String source, int @Nullable [] places, int depth) {
    if (source.length() > MAX_LENGTH || depth > MAX_DEPTH) {
      return new Script(source, Sequence.EMPTY, OptionalInt.of(0));
    }
    var cursor = new Cursor(source, places);
    var parser = new Parser(cursor);
    parser.depth = depth;
    Sequence body = parser.sequence();
    if (!cursor.failed() && !cursor.atEnd()) cursor.fail();
    return new Script(source, body, cursor.failure());
  }

  int depth() {
    return depth;
  }

  /** Commands up to the end, a closing parenthesis, or a word that closes a construct. */
  Sequence sequence() {
    if (++depth > MAX_DEPTH) {
      in.fail();
      depth--;
      return Sequence.EMPTY;
    }
    List<Item> items = new ArrayList<>();
    while (true) {
      skipBlankLines();
      if (in.failed() || in.atEnd() || in.peek() == ')' || in.looking(";;") || in.looking(";&")) {
        break;
      }
      if (CLOSERS.contains(in.reservedWord())) break;
      int before = in.position();
      Command command = andOr();
      if (command == null) break;
      Terminator terminator = terminator();
      items.add(new Item(command, terminator));
      if (terminator == Terminator.END && !closes()) in.fail();
      if (in.position() == before) in.fail();
    }
    depth--;
    return new Sequence(items);
  }

  private boolean closes() {
    return in.failed() || in.atEnd() || in.peek() == ')' || in.looking(";;") || in.looking(";&");
  }

  private Terminator terminator() {
    in.skipBlanks();
    if (in.failed() || in.atEnd()) return Terminator.END;
    if (in.peek() == '\n') {
      newline();
      return Terminator.NEWLINE;
    }
    if (in.looking(";;") || in.looking(";&")) return Terminator.END;
    if (in.take(";")) return Terminator.SEMICOLON;
    if (in.peek() == '&' && !in.looking("&&")) {
      in.take("&");
      return Terminator.BACKGROUND;
    }
    return Terminator.END;
  }

  private void skipBlankLines() {
    while (true) {
      in.skipBlanks();
      if (in.peek() != '\n') return;
      newline();
    }
  }

  private void newline() {
    in.take("\n");
    words.hereDocuments();
  }

  private @Nullable Command andOr() {
    Command first = pipeline();
    if (first == null) return null;
    List<Command> commands = null;
    List<Command.Operator> operators = new ArrayList<>();
    while (!in.failed()) {
      in.skipBlanks();
      if (in.take("&&")) operators.add(Command.Operator.AND);
      else if (in.take("||")) operators.add(Command.Operator.OR);
      else break;
      if (commands == null) {
        commands = new ArrayList<>();
        commands.add(first);
      }
      skipBlankLines();
      Command next = pipeline();
      if (next == null) {
        in.fail();
        operators.removeLast();
        break;
      }
      commands.add(next);
    }
    if (commands == null || commands.size() == 1) return first;
    return new Command.AndOr(first.start(), commands.getLast().end(), commands, operators);
  }

  private @Nullable Command pipeline() {
    int start = in.at();
    boolean negated = false;
    while (in.reservedWord().equals("!")) {
      in.take("!");
      in.skipBlanks();
      negated = !negated;
    }
    Command first = command();
    if (first == null) return null;
    List<Command> stages = new ArrayList<>();
    stages.add(first);
    while (!in.failed()) {
      in.skipBlanks();
      if (in.peek() != '|' || in.looking("||")) break;
      if (!in.take("|&")) in.take("|");
      skipBlankLines();
      Command next = command();
      if (next == null) {
        in.fail();
        break;
      }
      stages.add(next);
    }
    if (stages.size() == 1 && !negated) return first;
    return new Command.Pipeline(start, stages.getLast().end(), negated, stages);
  }

  private @Nullable Command command() {
    if (in.failed() || in.atEnd()) return null;
    int start = in.at();
    if (in.peek() == '(') {
      if (in.looking("((")) {
        String text = words.arithmetic();
        if (text != null) return compound(start, Kind.ARITHMETIC, text(start, text), List.of());
      }
      in.take("(");
      Sequence body = sequence();
      expect(")");
      return compound(start, Kind.SUBSHELL, List.of(), List.of(body));
    }
    String word = in.reservedWord();
    return switch (word) {
      case "{" -> {
        in.take("{");
        Sequence body = sequence();
        expectWord("}");
        yield compound(start, Kind.GROUP, List.of(), List.of(body));
      }
      case "if" -> conditional(start);
      case "while" -> loop(start, Kind.WHILE);
      case "until" -> loop(start, Kind.UNTIL);
      case "for" -> counted(start, Kind.FOR);
      case "select" -> counted(start, Kind.SELECT);
      case "case" -> choices(start);
      case "function" -> {
        in.take("function");
        in.skipBlanks();
        Word name = words.word();
        yield name == null ? null : function(start, name);
      }
      case "[[" -> {
        List<Word> test = words.test();
        yield compound(start, Kind.TEST, test, List.of());
      }
      default -> simple(start);
    };
  }

  private List<Word> text(int start, String text) {
    var literal = new Part.Literal(start, in.at(), text, Part.Quoting.NONE);
    return List.of(new Word(start, in.at(), List.of(literal)));
  }

  private Compound compound(int start, Kind kind, List<Word> heads, List<Sequence> bodies) {
    List<Redirect> redirects = redirects();
    return new Compound(start, in.at(), kind, heads, bodies, redirects);
  }

  private List<Redirect> redirects() {
    List<Redirect> out = new ArrayList<>();
    while (!in.failed()) {
      int before = in.position();
      in.skipBlanks();
      Redirect redirect = words.redirect();
      if (redirect == null) {
        in.back(before);
        break;
      }
      out.add(redirect);
    }
    return out;
  }

  private Command conditional(int start) {
    List<Sequence> bodies = new ArrayList<>();
    in.take("if");
    bodies.add(sequence());
    expectWord("then");
    bodies.add(sequence());
    while (!in.failed() && in.reservedWord().equals("elif")) {
      in.take("elif");
      bodies.add(sequence());
      expectWord("then");
      bodies.add(sequence());
    }
    if (!in.failed() && in.reservedWord().equals("else")) {
      in.take("else");
      bodies.add(sequence());
    }
    expectWord("fi");
    return compound(start, Kind.IF, List.of(), bodies);
  }

  private Command loop(int start, Kind kind) {
    in.take(kind == Kind.WHILE ? "while" : "until");
    Sequence condition = sequence();
    expectWord("do");
    Sequence body = sequence();
    expectWord("done");
    return compound(start, kind, List.of(), List.of(condition, body));
  }

  private @Nullable Command counted(int start, Kind kind) {
    in.take(kind == Kind.FOR ? "for" : "select");
    in.skipBlanks();
    List<Word> heads = new ArrayList<>();
    Kind found = kind;
    if (in.looking("((")) {
      String text = words.arithmetic();
      if (text == null) {
        in.fail();
        return null;
      }
      heads.addAll(text(start, text));
      found = Kind.FOR_ARITHMETIC;
    } else {
      Word name = words.word();
      if (name == null) {
        in.fail();
        return null;
      }
      heads.add(name);
      skipBlankLines();
      if (in.reservedWord().equals("in")) {
        in.take("in");
        in.skipBlanks();
        for (Word w = words.word(); w != null; w = words.word()) {
          heads.add(w);
          in.skipBlanks();
        }
      }
    }
    terminator();
    skipBlankLines();
    Sequence body;
    if (in.reservedWord().equals("{")) {
      in.take("{");
      body = sequence();
      expectWord("}");
    } else {
      expectWord("do");
      body = sequence();
      expectWord("done");
    }
    return compound(start, found, heads, List.of(body));
  }

  private @Nullable Command choices(int start) {
    in.take("case");
    in.skipBlanks();
    Word subject = words.word();
    if (subject == null) {
      in.fail();
      return null;
    }
    skipBlankLines();
    expectWord("in");
    List<Command.Choice> choices = new ArrayList<>();
    while (!in.failed()) {
      skipBlankLines();
      if (in.atEnd() || in.reservedWord().equals("esac")) break;
      in.take("(");
      List<Word> patterns = new ArrayList<>();
      do {
        in.skipBlanks();
        Word pattern = words.word();
        if (pattern == null) {
          in.fail();
          break;
        }
        patterns.add(pattern);
        in.skipBlanks();
      } while (in.take("|"));
      expect(")");
      Sequence body = sequence();
      String end = in.take(";;&") ? ";;&" : in.take(";;") ? ";;" : in.take(";&") ? ";&" : "";
      choices.add(new Command.Choice(patterns, body, end.isEmpty() ? ";;" : end));
      if (end.isEmpty()) break;
    }
    skipBlankLines();
    expectWord("esac");
    List<Redirect> redirects = redirects();
    return new Command.Case(start, in.at(), subject, choices, redirects);
  }

  private @Nullable Command simple(int start) {
    List<Assignment> assignments = new ArrayList<>();
    List<Word> found = new ArrayList<>();
    List<Redirect> redirects = new ArrayList<>();
    int end = start;
    while (!in.failed()) {
      in.skipBlanks();
      Redirect redirect = words.redirect();
      if (redirect != null) {
        redirects.add(redirect);
        end = in.at();
        continue;
      }
      Assignment assignment = found.isEmpty() ? words.assignment() : null;
      if (assignment != null) {
        assignments.add(assignment);
        end = in.at();
        continue;
      }
      Word word = words.word();
      if (word == null) break;
      found.add(word);
      end = in.at();
      if (found.size() == 1 && assignments.isEmpty() && in.emptyParentheses()) {
        return function(start, word);
      }
    }
    if (assignments.isEmpty() && found.isEmpty() && redirects.isEmpty()) {
      in.fail();
      return null;
    }
    return new Command.Simple(start, end, assignments, found, redirects);
  }

  private @Nullable Command function(int start, Word name) {
    in.emptyParentheses();
    skipBlankLines();
    if (++depth > MAX_DEPTH) {
      in.fail();
      depth--;
      return null;
    }
    Command body = command();
    depth--;
    if (body == null) {
      in.fail();
      return null;
    }
    var only = new Sequence(List.of(new Item(body, Terminator.END)));
    return new Compound(start, in.at(), Kind.FUNCTION, List.of(name), List.of(only), List.of());
  }

  /** Commands of a substitution, up to its closing parenthesis. */
  Sequence untilParenthesis() {
    Sequence body = sequence();
    expect(")");
    return body;
  }

  private void expect(String token) {
    if (in.failed()) return;
    skipBlankLines();
    if (!in.take(token)) in.fail();
  }

  private void expectWord(String word) {
    if (in.failed()) return;
    skipBlankLines();
    if (!in.reservedWord().equals(word)) in.fail();
    else in.take(word);
  }
}
