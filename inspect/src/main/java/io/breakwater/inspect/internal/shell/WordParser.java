package io.breakwater.inspect.internal.shell;

import io.breakwater.inspect.internal.shell.Part.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses words, assignments, redirections and what is expanded in them. */
final class WordParser {
  private static final String[] OPERATORS = {
    "<<<", "<<-", "<<", "<>", "<&", "<", ">>", ">&", ">|", ">", "&>>", "&>"
  };

  private final Cursor in;
  private final Parser commands;
  private int depth;

  /** Whether bodies of here-documents follow the current line, and where what follows them is. */
  private boolean bodiesFollow;

  private int nextBody;

  WordParser(Cursor in, Parser commands) {
    this.in = in;
    this.commands = commands;
  }

  /** The word here; null when there is none. */
  @Nullable Word word() {
    if (in.failed() || in.atEnd()) return null;
    char c = in.peek();
    boolean process = (c == '<' || c == '>') && in.peek(1) == '(';
    if (Cursor.delimits(c) && !process) return null;
    int start = in.position();
    List<Part> parts = parts(Stop.WORD);
    if (in.position() == start) return null;
    return new Word(in.at(start), in.at(), parts);
  }

  /** What ends a run of parts. */
  private enum Stop {
    WORD,
    QUOTE,
    BRACE,
    END
  }

  private List<Part> parts(Stop stop) {
    List<Part> parts = new ArrayList<>();
    if (++depth > Parser.MAX_DEPTH) {
      in.fail();
      depth--;
      return parts;
    }
    boolean inQuotes = stop == Stop.QUOTE || stop == Stop.END;
    var plain = new StringBuilder();
    int plainStart = in.position();
    while (!in.failed() && !in.atEnd()) {
      char c = in.peek();
      if (stop == Stop.QUOTE && c == '"') break;
      if (stop == Stop.BRACE && c == '}') break;
      boolean process = stop == Stop.WORD && (c == '<' || c == '>') && in.peek(1) == '(';
      if (stop == Stop.WORD && Cursor.delimits(c) && !process) {
        if (c != '(' || !extendedPattern(plain)) break;
        balanced(plain);
        continue;
      }
      Part special = null;
      int before = in.position();
      if (c == '\\') {
        if (in.continues(before)) {
          in.back(before + (in.peek(1) == '\r' ? 3 : 2));
          continue;
        }
        if (inQuotes && !escapable(in.peek(1), stop)) {
          plain.append(in.next());
          continue;
        }
        in.next();
        String text = in.atEnd() ? "\\" : String.valueOf(in.next());
        special = new Part.Literal(in.at(before), in.at(), text, Quoting.BACKSLASH);
      } else if (c == '\'' && !inQuotes) {
        special = single(before);
      } else if (c == '"' && stop != Stop.END) {
        special = quoted(before);
      } else if (c == '$') {
        special = dollar(before, inQuotes);
      } else if (c == '`') {
        special = backtick(before);
      } else if (process) {
        in.back(before + 2);
        var body = commands.untilParenthesis();
        special =
            new Part.Substitution(in.at(before), in.at(), Part.Substitution.Kind.PROCESS, body);
      }
      if (special == null) {
        plain.append(in.next());
        continue;
      }
      flush(plain, plainStart, before, inQuotes, parts);
      parts.add(special);
      plainStart = in.position();
    }
    flush(plain, plainStart, in.position(), inQuotes, parts);
    depth--;
    return parts;
  }

  private void flush(StringBuilder plain, int start, int end, boolean inQuotes, List<Part> parts) {
    if (plain.isEmpty()) return;
    var quoting = inQuotes ? Quoting.DOUBLE : Quoting.NONE;
    parts.add(new Part.Literal(in.at(start), in.at(end), plain.toString(), quoting));
    plain.setLength(0);
  }

  private static boolean escapable(char c, Stop stop) {
    return c == '$' || c == '`' || c == '\\' || (c == '"' && stop == Stop.QUOTE);
  }

  private static boolean extendedPattern(StringBuilder plain) {
    if (plain.isEmpty()) return false;
    char last = plain.charAt(plain.length() - 1);
    return last == '@' || last == '?' || last == '*' || last == '+' || last == '!';
  }

  private void balanced(StringBuilder out) {
    int open = 0;
    while (!in.atEnd()) {
      char c = in.next();
      out.append(c);
      if (c == '(') open++;
      else if (c == ')' && --open == 0) return;
    }
    in.fail();
  }

  private Part single(int start) {
    int close = in.text().indexOf('\'', start + 1);
    if (close < 0 || close >= in.limit()) {
      in.fail();
      close = in.limit();
    }
    String text = in.text().substring(start + 1, close);
    in.back(Math.min(close + 1, in.limit()));
    return new Part.Literal(in.at(start), in.at(), text, Quoting.SINGLE);
  }

  private Part quoted(int start) {
    in.next();
    List<Part> parts = parts(Stop.QUOTE);
    if (!in.take("\"")) in.fail();
    return new Part.DoubleQuoted(in.at(start), in.at(), parts);
  }

  private @Nullable Part dollar(int start, boolean inQuotes) {
    char next = in.peek(1);
    if (next == '\'' && !inQuotes) {
      in.back(start + 1);
      return ansi(start);
    }
    if (next == '"' && !inQuotes) {
      in.back(start + 1);
      return quoted(start);
    }
    if (next == '(') return parentheses(start);
    if (next == '{') return braces(start);
    if (nameBegins(next)) {
      in.back(start + 1);
      String name = name();
      return new Part.Parameter(in.at(start), in.at(), name, "", List.of());
    }
    if (Character.isDigit(next) || (next != 0 && "@*#?-$!".indexOf(next) >= 0)) {
      in.back(start + 2);
      return new Part.Parameter(in.at(start), in.at(), String.valueOf(next), "", List.of());
    }
    return null;
  }

  private Part ansi(int start) {
    var out = new StringBuilder();
    in.next();
    while (!in.atEnd() && in.peek() != '\'') {
      char c = in.next();
      if (c != '\\' || in.atEnd()) {
        out.append(c);
        continue;
      }
      char e = in.next();
      switch (e) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'r' -> out.append('\r');
        case '\'', '"', '\\', '?' -> out.append(e);
        default -> out.append('\\').append(e);
      }
    }
    if (!in.take("'")) in.fail();
    return new Part.Literal(in.at(start), in.at(), out.toString(), Quoting.ANSI);
  }

  private Part parentheses(int start) {
    if (in.looking("$((")) {
      in.back(start + 1);
      String expression = arithmetic();
      if (expression != null) return new Part.Arithmetic(in.at(start), in.at(), expression);
    }
    in.back(start + 2);
    Sequence body = commands.untilParenthesis();
    return new Part.Substitution(in.at(start), in.at(), Part.Substitution.Kind.DOLLAR, body);
  }

  /**
   * The text between the double parentheses here; null, with nothing taken, when they do not close
   * as such.
   */
  @Nullable String arithmetic() {
    int start = in.position();
    int open = 0;
    for (int i = start; i < in.limit(); i++) {
      char c = in.text().charAt(i);
      if (c == '(') {
        open++;
      } else if (c == ')' && --open == 1) {
        if (i + 1 >= in.limit() || in.text().charAt(i + 1) != ')') return null;
        in.back(i + 2);
        return in.text().substring(start + 2, i);
      }
    }
    return null;
  }

  private Part braces(int start) {
    in.back(start + 2);
    var operator = new StringBuilder();
    char c = in.peek();
    char after = in.peek(1);
    if ((c == '#' || c == '!') && (nameBegins(after) || after == '@' || after == '*')) {
      operator.append(in.next());
    }
    String name;
    if (nameBegins(in.peek())) {
      name = name();
    } else if (Character.isDigit(in.peek())) {
      int from = in.position();
      while (Character.isDigit(in.peek())) in.next();
      name = in.text().substring(from, in.position());
    } else if (in.peek() != 0 && "@*#?-$!".indexOf(in.peek()) >= 0) {
      name = String.valueOf(in.next());
    } else {
      in.fail();
      return new Part.Parameter(in.at(start), in.at(), "", "", List.of());
    }
    if (in.peek() == '[') {
      while (!in.atEnd() && in.peek() != '}') {
        char d = in.next();
        operator.append(d);
        if (d == ']') break;
      }
    }
    while (operator.length() < 64 && in.peek() != 0 && ":-=+?#%/^,@".indexOf(in.peek()) >= 0) {
      operator.append(in.next());
    }
    List<Part> argument = parts(Stop.BRACE);
    if (!in.take("}")) in.fail();
    return new Part.Parameter(in.at(start), in.at(), name, operator.toString(), argument);
  }

  private Part backtick(int start) {
    var inner = new StringBuilder();
    List<Integer> places = new ArrayList<>();
    in.next();
    while (!in.atEnd() && in.peek() != '`') {
      if (in.peek() == '\\' && "`\\$".indexOf(in.peek(1)) >= 0 && in.peek(1) != 0) in.next();
      places.add(in.at());
      inner.append(in.next());
    }
    if (!in.take("`")) in.fail();
    int[] offsets = places.stream().mapToInt(Integer::intValue).toArray();
    Script script = Parser.parse(inner.toString(), offsets, commands.depth() + depth + 1);
    return new Part.Substitution(
        in.at(start), in.at(), Part.Substitution.Kind.BACKTICK, script.body());
  }

  private static boolean nameBegins(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private String name() {
    int from = in.position();
    while (nameBegins(in.peek()) || (in.peek() >= '0' && in.peek() <= '9')) in.next();
    return in.text().substring(from, in.position());
  }

  /** The assignment here; null, with nothing taken, when there is none. */
  @Nullable Assignment assignment() {
    int start = in.position();
    if (!nameBegins(in.peek())) return null;
    String name = name();
    if (in.peek() == '[') {
      int from = in.position();
      while (!in.atEnd() && in.peek() != ']' && !Cursor.delimits(in.peek())) in.next();
      if (!in.take("]")) {
        in.back(start);
        return null;
      }
      name += in.text().substring(from, in.position());
    }
    boolean append = in.looking("+=");
    if (!in.take("+=") && !in.take("=")) {
      in.back(start);
      return null;
    }
    if (in.peek() == '(') return array(start, name, append);
    int from = in.position();
    Word value = word();
    if (value == null) value = new Word(in.at(from), in.at(from), List.of());
    return new Assignment(in.at(start), in.at(), name, append, false, List.of(value));
  }

  private Assignment array(int start, String name, boolean append) {
    in.next();
    List<Word> values = new ArrayList<>();
    while (!in.failed() && !in.atEnd() && in.peek() != ')') {
      in.skipBlanks();
      if (in.take("\n")) continue;
      Word value = word();
      if (value == null) break;
      values.add(value);
    }
    if (!in.take(")")) in.fail();
    return new Assignment(in.at(start), in.at(), name, append, true, values);
  }

  /** The words of <code>[[ … ]]</code>, which are not split at its operators. */
  List<Word> test() {
    List<Word> out = new ArrayList<>();
    in.take("[[");
    while (!in.failed() && !in.atEnd()) {
      in.skipBlanks();
      if (in.take("\n")) continue;
      if (in.looking("]]")) break;
      Word word = word();
      if (word == null) {
        int from = in.position();
        if (in.atEnd()) break;
        in.next();
        if (in.peek() == in.text().charAt(from) && "&|".indexOf(in.peek()) >= 0) in.next();
        String operator = in.text().substring(from, in.position());
        var literal = new Part.Literal(in.at(from), in.at(), operator, Quoting.NONE);
        word = new Word(in.at(from), in.at(), List.of(literal));
      }
      out.add(word);
    }
    if (!in.take("]]")) in.fail();
    return out;
  }

  /** The redirection here; null, with nothing taken, when there is none. */
  @Nullable Redirect redirect() {
    int start = in.position();
    int digits = start;
    while (digits < in.limit() && Character.isDigit(in.text().charAt(digits))) digits++;
    String descriptor = in.text().substring(start, digits);
    in.back(digits);
    String operator = null;
    for (String candidate : OPERATORS) {
      if (in.looking(candidate)) {
        operator = candidate;
        break;
      }
    }
    boolean process = in.looking("<(") || in.looking(">(");
    if (operator == null || process || (operator.startsWith("&") && digits > start)) {
      in.back(start);
      return null;
    }
    in.take(operator);
    in.skipBlanks();
    Word target = word();
    if (target == null) {
      in.fail();
      target = new Word(in.at(), in.at(), List.of());
    }
    Optional<Word> body = Optional.empty();
    if (operator.equals("<<") || operator.equals("<<-")) body = hereDocument(operator, target);
    return new Redirect(in.at(start), in.at(), descriptor, operator, target, body);
  }

  /** Finds the body after the end of the line; it is skipped when the parser gets there. */
  private Optional<Word> hereDocument(String operator, Word target) {
    String delimiter = target.shape(Map.of());
    boolean tabs = operator.equals("<<-");
    int from = bodiesFollow ? nextBody : in.text().indexOf('\n', in.position()) + 1;
    if (from <= 0 || from > in.limit()) return Optional.empty();
    int end = in.limit();
    int next = in.limit();
    for (int line = from; line < in.limit(); ) {
      int eol = in.text().indexOf('\n', line);
      if (eol < 0 || eol > in.limit()) eol = in.limit();
      int first = line;
      while (tabs && first < eol && in.text().charAt(first) == '\t') first++;
      if (eol - first == delimiter.length() && in.text().startsWith(delimiter, first)) {
        end = line;
        next = Math.min(eol + 1, in.limit());
        break;
      }
      line = eol + 1;
    }
    bodiesFollow = false;
    Word body = body(from, end, target.quoted());
    bodiesFollow = true;
    nextBody = next;
    return Optional.of(body);
  }

  private Word body(int from, int end, boolean literal) {
    int position = in.position();
    int limit = in.limit();
    List<Part> parts;
    if (literal) {
      String text = in.text().substring(from, end);
      parts = List.of(new Part.Literal(in.at(from), in.at(end), text, Quoting.SINGLE));
    } else {
      in.back(from);
      in.limit(end);
      parts = parts(Stop.END);
      in.limit(limit);
    }
    in.back(position);
    return new Word(in.at(from), in.at(end), parts);
  }

  /** Skips the bodies of the here-documents of the line that has just ended. */
  void hereDocuments() {
    if (!bodiesFollow) return;
    bodiesFollow = false;
    in.back(Math.max(in.position(), nextBody));
  }
}
