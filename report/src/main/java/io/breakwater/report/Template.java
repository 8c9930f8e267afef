package io.breakwater.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A template in the part of Go's language that report templates use: text with actions between
 * <code>{{</code> and <code>}}</code>. docs/reports.md lists what there is. Reading is linear, and
 * nesting is bounded.
 */
final class Template {
  /** The longest template that is read, in characters. */
  static final int LONGEST = 1 << 20;

  private static final int DEEPEST = 50;

  private final String source;
  private int at;
  private int line = 1;
  private int depth;
  private boolean trimNext;

  private Template(String source) {
    this.source = source;
  }

  /** A part of a template. */
  sealed interface Node {
    /** What stands as it is. */
    record Words(String text) implements Node {}

    /** A value to print, or with a name to keep. */
    record Print(Pipeline pipeline, String assignTo, boolean declares, int line) implements Node {}

    /** One of two. */
    record If(Pipeline test, boolean rebinds, List<Node> then, List<Node> otherwise, int line)
        implements Node {}

    /** Something for each element. */
    record Range(
        Pipeline over,
        String index,
        String element,
        List<Node> body,
        List<Node> otherwise,
        int line)
        implements Node {}
  }

  /** Commands, each taking the value of the one before as its last argument. */
  record Pipeline(List<Command> commands) {}

  /** A function with its arguments, or one value. */
  record Command(List<Operand> operands) {}

  /** A value. */
  sealed interface Operand {
    /** A string, number, truth value or nothing. */
    record Constant(Object value) implements Operand {}

    /**
     * Fields below the value of here, or below a variable: an empty name for here, $ for the root.
     */
    record Field(String variable, List<String> path) implements Operand {}

    /** A function by its name. */
    record Function(String name) implements Operand {}

    /** A pipeline in parentheses, and fields below it. */
    record Group(Pipeline pipeline, List<String> path) implements Operand {}
  }

  /** Reads a template. */
  static List<Node> parse(String source) throws InvalidTemplateException {
    if (source.length() > LONGEST) throw new InvalidTemplateException("it is too long", 1);
    var template = new Template(source);
    var nodes = new ArrayList<Node>();
    String end = template.nodes(nodes);
    if (!end.isEmpty()) throw template.invalid(end + " without something to end");
    return nodes;
  }

  /** Reads until an action that ends a block, whose word is the answer; empty at the end. */
  private String nodes(List<Node> out) throws InvalidTemplateException {
    if (++depth > DEEPEST) throw invalid("it is nested too deeply");
    while (at < source.length()) {
      int open = source.indexOf("{{", at);
      String text = source.substring(at, open < 0 ? source.length() : open);
      count(text);
      if (trimNext) text = text.stripLeading();
      trimNext = false;
      if (open < 0) {
        at = source.length();
        if (!text.isEmpty()) out.add(new Node.Words(text));
        break;
      }
      at = open + 2;
      if (source.startsWith("- ", at)) {
        text = text.stripTrailing();
        at++;
      }
      if (!text.isEmpty()) out.add(new Node.Words(text));
      if (comment()) continue;
      List<String> tokens = tokens();
      if (tokens.isEmpty()) throw invalid("an action is empty");
      switch (tokens.getFirst()) {
        case "end", "else" -> {
          depth--;
          pending = tokens;
          return tokens.getFirst();
        }
        case "if", "with" -> out.add(choice(tokens));
        case "range" -> out.add(range(tokens));
        default -> out.add(print(tokens));
      }
    }
    depth--;
    return "";
  }

  /** The action that ended the block that was read last. */
  private List<String> pending = List.of();

  private Node choice(List<String> tokens) throws InvalidTemplateException {
    int start = line;
    boolean rebinds = tokens.getFirst().equals("with");
    Pipeline test = pipeline(tokens.subList(1, tokens.size()));
    var then = new ArrayList<Node>();
    var otherwise = new ArrayList<Node>();
    String end = nodes(then);
    if (end.equals("else")) {
      if (pending.size() > 1) { // else if
        var rest = pending.subList(1, pending.size());
        if (!rest.getFirst().equals("if")) throw invalid("else takes if or nothing");
        if (++depth > DEEPEST) throw invalid("it is nested too deeply");
        otherwise.add(choice(rest));
        depth--;
        return new Node.If(test, rebinds, then, otherwise, start);
      }
      end = nodes(otherwise);
    }
    if (!end.equals("end")) throw invalid("the block of line " + start + " has no end");
    return new Node.If(test, rebinds, then, otherwise, start);
  }

  private Node range(List<String> tokens) throws InvalidTemplateException {
    int start = line;
    String index = "";
    String element = "";
    int from = 1;
    int assign = tokens.indexOf(":=");
    if (assign > 0) {
      if (assign == 2) {
        element = variable(tokens.get(1));
      } else if (assign == 4 && tokens.get(2).equals(",")) {
        index = variable(tokens.get(1));
        element = variable(tokens.get(3));
      } else {
        throw invalid("range takes $element := or $index, $element :=");
      }
      from = assign + 1;
    }
    Pipeline over = pipeline(tokens.subList(from, tokens.size()));
    var body = new ArrayList<Node>();
    var otherwise = new ArrayList<Node>();
    String end = nodes(body);
    if (end.equals("else") && pending.size() == 1) end = nodes(otherwise);
    if (!end.equals("end")) throw invalid("the block of line " + start + " has no end");
    return new Node.Range(over, index, element, body, otherwise, start);
  }

  private Node print(List<String> tokens) throws InvalidTemplateException {
    boolean declares = tokens.size() > 2 && tokens.get(1).equals(":=");
    boolean assigns = declares || (tokens.size() > 2 && tokens.get(1).equals("="));
    if (!assigns) return new Node.Print(pipeline(tokens), "", false, line);
    String name = variable(tokens.getFirst());
    return new Node.Print(pipeline(tokens.subList(2, tokens.size())), name, declares, line);
  }

  private String variable(String token) throws InvalidTemplateException {
    if (token.length() < 2 || token.charAt(0) != '$' || token.indexOf('.') >= 0) {
      throw invalid("a variable was expected, not " + token);
    }
    return token;
  }

  private Pipeline pipeline(List<String> tokens) throws InvalidTemplateException {
    var commands = new ArrayList<Command>();
    int start = 0;
    int open = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      String token = i < tokens.size() ? tokens.get(i) : "|";
      if (token.equals("(")) open++;
      else if (token.startsWith(")")) open--;
      if (open < 0) throw invalid("a parenthesis closes that was not opened");
      if (!token.equals("|") || (open > 0 && i < tokens.size())) continue;
      commands.add(command(tokens.subList(start, i)));
      start = i + 1;
    }
    if (open > 0) throw invalid("a parenthesis is not closed");
    return new Pipeline(commands);
  }

  private Command command(List<String> tokens) throws InvalidTemplateException {
    if (tokens.isEmpty()) throw invalid("a value is missing");
    var operands = new ArrayList<Operand>();
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (!token.equals("(")) {
        operands.add(operand(token));
        continue;
      }
      if (++depth > DEEPEST) throw invalid("it is nested too deeply");
      int open = 1;
      int close = i + 1;
      while (close < tokens.size()) {
        if (tokens.get(close).equals("(")) open++;
        else if (tokens.get(close).startsWith(")") && --open == 0) break;
        close++;
      }
      if (close == tokens.size()) throw invalid("a parenthesis is not closed");
      Pipeline inner = pipeline(tokens.subList(i + 1, close));
      operands.add(new Operand.Group(inner, path(tokens.get(close).substring(1))));
      depth--;
      i = close;
    }
    for (int i = 1; i < operands.size(); i++) {
      if (!(operands.getFirst() instanceof Operand.Function)) {
        throw invalid("only functions take arguments");
      }
    }
    return new Command(operands);
  }

  private Operand operand(String token) throws InvalidTemplateException {
    char first = token.charAt(0);
    if (first == '"' || first == '`') {
      return new Operand.Constant(first == '`' ? token.substring(1) : unescaped(token));
    }
    if (first == '.') return new Operand.Field("", path(token));
    if (first == '$') {
      int dot = token.indexOf('.');
      String name = dot < 0 ? token : token.substring(0, dot);
      return new Operand.Field(name, dot < 0 ? List.of() : path(token.substring(dot)));
    }
    if (first == '-' || (first >= '0' && first <= '9')) {
      try {
        return new Operand.Constant(Double.valueOf(token));
      } catch (NumberFormatException none) {
        throw invalid("this is no number: " + token);
      }
    }
    switch (token) {
      case "true", "false" -> {
        return new Operand.Constant(token.equals("true"));
      }
      case "nil" -> {
        return new Operand.Constant("");
      }
      default -> {}
    }
    if (!TemplateFunctions.NAMES.contains(token)) throw invalid("there is no function " + token);
    return new Operand.Function(token);
  }

  private List<String> path(String dotted) throws InvalidTemplateException {
    var out = new ArrayList<String>();
    int from = 0;
    while (from < dotted.length() && !dotted.equals(".")) {
      if (dotted.charAt(from) != '.') throw invalid("a field begins with a dot: " + dotted);
      int next = dotted.indexOf('.', from + 1);
      int end = next < 0 ? dotted.length() : next;
      if (end == from + 1) throw invalid("a field has no name: " + dotted);
      out.add(dotted.substring(from + 1, end));
      from = end;
    }
    return out;
  }

  private boolean comment() throws InvalidTemplateException {
    int start = at;
    while (start < source.length() && source.charAt(start) == ' ') start++;
    if (!source.startsWith("/*", start)) return false;
    int end = source.indexOf("*/", start + 2);
    int close = end < 0 ? -1 : source.indexOf("}}", end + 2);
    if (close < 0) throw invalid("a comment has no end");
    trimNext = source.charAt(close - 1) == '-';
    count(source.substring(at, close));
    at = close + 2;
    return true;
  }

  /** The words of an action, up to its end. */
  private List<String> tokens() throws InvalidTemplateException {
    var out = new ArrayList<String>();
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '\n') line++;
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        at++;
      } else if (source.startsWith("}}", at) || source.startsWith("-}}", at)) {
        trimNext = c == '-';
        at += trimNext ? 3 : 2;
        return out;
      } else if (c == '"' || c == '`') {
        out.add(quoted(c));
      } else if (c == '(' || c == '|' || c == ',') {
        out.add(String.valueOf(c));
        at++;
      } else if (source.startsWith(":=", at)) {
        out.add(":=");
        at += 2;
      } else {
        int start = at++;
        while (at < source.length() && " \t\r\n(),|\"`:".indexOf(source.charAt(at)) < 0) {
          if (source.startsWith("}}", at) || source.startsWith("-}}", at)) break;
          at++;
        }
        out.add(source.substring(start, at));
      }
    }
    throw invalid("an action has no end");
  }

  /** A string; its first character says how it was quoted, its last quote is left out. */
  private String quoted(char quote) throws InvalidTemplateException {
    int start = at++;
    while (at < source.length() && source.charAt(at) != quote) {
      if (source.charAt(at) == '\n') {
        if (quote == '"') throw invalid("a string has no end");
        line++;
      }
      at += quote == '"' && source.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= source.length()) throw invalid("a string has no end");
    return source.substring(start, at++);
  }

  private String unescaped(String token) throws InvalidTemplateException {
    var out = new StringBuilder();
    for (int i = 1; i < token.length(); i++) {
      char c = token.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      if (++i == token.length()) throw invalid("a string ends in a backslash");
      switch (token.charAt(i)) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'r' -> out.append('\r');
        case '\\', '"', '\'' -> out.append(token.charAt(i));
        default -> throw invalid("no such escape in a string: \\" + token.charAt(i));
      }
    }
    return out.toString();
  }

  private void count(String text) {
    for (int i = 0; i < text.length(); i++) if (text.charAt(i) == '\n') line++;
  }

  private InvalidTemplateException invalid(String reason) {
    return new InvalidTemplateException(reason, line);
  }
}
