package io.breakwater.inspect.internal.regex;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads an expression and writes its program, by recursive descent of bounded depth. */
final class Compiler {
  private static final int MOST_DEPTH = 50;
  private static final int MOST_REPEATS = 1_000;
  private static final int MOST_WRITTEN = 200_000;

  private static final CharSet ZERO = CharSet.of(0);

  private final String source;
  private final boolean wide;
  private final Program program = new Program();
  private int at;
  private int depth;
  private int groups;
  private int written;
  private boolean anyCase;
  private boolean dotAll;
  private boolean multiline;
  private boolean ungreedy;
  private final Map<String, Integer> names = new HashMap<>();

  Compiler(String source, boolean wide) {
    this.source = source;
    this.wide = wide;
  }

  int groups() {
    return groups;
  }

  Map<String, Integer> names() {
    return names;
  }

  /** Reads the expression. */
  Node parse() {
    Node whole = alternatives();
    if (at < source.length()) throw wrong("unexpected )");
    return whole;
  }

  Program compile(Node whole) {
    write(whole);
    program.add(Program.MATCH, 0, 0, at);
    return program;
  }

  private Node alternatives() {
    if (++depth > MOST_DEPTH) throw wrong("groups too deep");
    var ways = new ArrayList<Node>();
    ways.add(sequence());
    while (at < source.length() && source.charAt(at) == '|') {
      at++;
      ways.add(sequence());
    }
    depth--;
    return ways.size() == 1 ? ways.getFirst() : new Node.Choice(ways);
  }

  private Node sequence() {
    var parts = new ArrayList<Node>();
    while (at < source.length() && source.charAt(at) != '|' && source.charAt(at) != ')') {
      Node atom = atom();
      if (atom != null) parts.add(repeated(atom));
    }
    return new Node.Sequence(parts);
  }

  private Node repeated(Node atom) {
    Node node = atom;
    for (int again = 0; at < source.length(); again++) {
      int least;
      int most;
      char c = source.charAt(at);
      if (c == '*' || c == '+' || c == '?') {
        least = c == '+' ? 1 : 0;
        most = c == '?' ? 1 : -1;
        at++;
      } else if (c == '{' && isCount()) {
        at++;
        least = number();
        most = least;
        if (source.charAt(at) == ',') {
          at++;
          most = source.charAt(at) == '}' ? -1 : number();
        }
        at++;
        if (most >= 0 && most < least) throw wrong("a count that goes down");
      } else {
        return node;
      }
      if (again > 1) throw wrong("nothing to repeat");
      boolean lazy = at < source.length() && source.charAt(at) == '?';
      if (lazy) at++;
      node = new Node.Repeat(node, least, most, lazy != ungreedy);
    }
    return node;
  }

  private boolean isCount() {
    int i = at + 1;
    int digits = 0;
    while (i < source.length() && Character.isDigit(source.charAt(i)) && ++digits > 0) i++;
    if (digits == 0) return false;
    if (i < source.length() && source.charAt(i) == ',') i++;
    while (i < source.length() && Character.isDigit(source.charAt(i))) i++;
    return i < source.length() && source.charAt(i) == '}';
  }

  private int number() {
    int n = 0;
    while (source.charAt(at) >= '0' && source.charAt(at) <= '9') {
      n = 10 * n + source.charAt(at++) - '0';
      if (n > MOST_REPEATS) throw wrong("a count over " + MOST_REPEATS);
    }
    return n;
  }

  /** One atom; null for flags, which are none. */
  private @org.jspecify.annotations.Nullable Node atom() {
    char c = source.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> new Node.Set(cased(new SetReader(source, at - 1, this::skipTo).read()));
      case '.' -> new Node.Set(dotAll ? CharSet.ANY : CharSet.NO_LINE_FEED);
      case '^' -> new Node.Assert(multiline ? Program.LINE_START : Program.START);
      case '$' -> new Node.Assert(multiline ? Program.LINE_END : Program.END);
      case '\\' -> escape();
      case '*', '+', '?' -> throw wrong("nothing to repeat");
      default -> literal(c);
    };
  }

  private void skipTo(int place) {
    at = place;
  }

  private Node literal(char c) {
    if (c < 128) return new Node.Set(cased(CharSet.of(c)));
    int from = at - 1;
    if (Character.isHighSurrogate(c) && at < source.length()) at++;
    var parts = new ArrayList<Node>();
    for (byte b : source.substring(from, at).getBytes(StandardCharsets.UTF_8)) {
      parts.add(new Node.Set(CharSet.of(b & 0xff)));
    }
    return new Node.Sequence(parts);
  }

  private CharSet cased(CharSet set) {
    return anyCase ? set.anyCase() : set;
  }

  private Node escape() {
    if (at == source.length()) throw wrong("a lone \\");
    char c = source.charAt(at);
    int kind =
        switch (c) {
          case 'b' -> Program.WORD_BOUNDARY;
          case 'B' -> Program.NO_WORD_BOUNDARY;
          case 'A' -> Program.START;
          case 'z', 'Z' -> Program.END;
          default -> -1;
        };
    if (kind >= 0) {
      at++;
      return new Node.Assert(kind);
    }
    if (c >= '1' && c <= '9') throw wrong("a back reference, which is not regular,");
    if (c == 'Q') return quoted();
    if (c == 'p' || c == 'P') return unicodeClass();
    if (source.startsWith("x{", at)) {
      Node wide = wide();
      if (wide != null) return wide;
    }
    return new Node.Set(cased(new SetReader(source, at - 1, this::skipTo).escape()));
  }

  /** What stands between {@code \\Q} and {@code \\E}, letter by letter. */
  private Node quoted() {
    int end = source.indexOf("\\E", at);
    int stop = end < 0 ? source.length() : end;
    at++;
    var parts = new ArrayList<Node>();
    while (at < stop) parts.add(literal(source.charAt(at++)));
    at = end < 0 ? stop : end + 2;
    return new Node.Sequence(parts);
  }

  /** A character beyond a byte, written as its number; null for others. */
  private @org.jspecify.annotations.Nullable Node wide() {
    int end = source.indexOf('}', at);
    if (end < 0 || end - at > 8) throw wrong("a bad \\x");
    int value;
    try {
      value = Integer.parseInt(source, at + 2, end, 16);
    } catch (NumberFormatException notHex) {
      throw wrong("a bad \\x");
    }
    if (value <= 255) return null;
    if (!Character.isValidCodePoint(value)) throw wrong("a bad \\x");
    at = end + 1;
    var parts = new ArrayList<Node>();
    for (byte b : Character.toString(value).getBytes(StandardCharsets.UTF_8)) {
      parts.add(new Node.Set(CharSet.of(b & 0xff)));
    }
    return new Node.Sequence(parts);
  }

  /** A Unicode class: of ASCII what is in it, and every other character. */
  private Node unicodeClass() {
    CharSet ascii = new SetReader(source, at - 1, this::skipTo).unicode();
    var follow = new Node.Set(CharSet.NONE.with(0x80, 0xbf));
    var wide =
        new Node.Sequence(
            List.of(
                new Node.Set(CharSet.NONE.with(0xc2, 0xf4)), new Node.Repeat(follow, 1, 3, false)));
    return new Node.Choice(List.of(new Node.Set(cased(ascii)), wide));
  }

  private @org.jspecify.annotations.Nullable Node group() {
    boolean oldCase = anyCase;
    boolean oldDot = dotAll;
    boolean oldLines = multiline;
    boolean oldGreed = ungreedy;
    int number = 0;
    if (at < source.length() && source.charAt(at) == '?') {
      at++;
      if (source.startsWith("P<", at) || isName()) {
        int name = source.indexOf('<', at) + 1;
        at = source.indexOf('>', at) + 1;
        if (at == 0) throw wrong("a name without end");
        number = ++groups;
        names.putIfAbsent(source.substring(name, at - 1), number);
      } else if (flags()) {
        return null;
      }
    } else {
      number = ++groups;
    }
    Node inner = alternatives();
    if (at == source.length()) throw wrong("a group without end");
    at++;
    anyCase = oldCase;
    dotAll = oldDot;
    multiline = oldLines;
    ungreedy = oldGreed;
    return number == 0 ? inner : new Node.Group(number, inner);
  }

  private boolean isName() {
    return source.startsWith("<", at)
        && !source.startsWith("<=", at)
        && !source.startsWith("<!", at);
  }

  /** Reads flags; true when they hold for the rest of the group around. */
  private boolean flags() {
    boolean on = true;
    while (at < source.length()) {
      char c = source.charAt(at++);
      switch (c) {
        case ':' -> {
          return false;
        }
        case ')' -> {
          return true;
        }
        case '-' -> on = false;
        case 'i' -> anyCase = on;
        case 's' -> dotAll = on;
        case 'm' -> multiline = on;
        case 'U' -> ungreedy = on;
        default -> throw wrong("a group (?" + c + ", which is not regular,");
      }
    }
    throw wrong("a group without end");
  }

  private InvalidRegexException wrong(String what) {
    return new InvalidRegexException(what, Math.max(0, at - 1));
  }

  private void write(Node node) {
    // Empty parts add no steps, and could be repeated for ever all the same.
    if (++written > MOST_WRITTEN) throw wrong("the expression is too large");
    switch (node) {
      case Node.Set set -> {
        program.set(set.set(), at);
        if (wide) program.set(ZERO, at);
      }
      case Node.Assert test -> program.add(test.kind(), 0, program.size() + 1, at);
      case Node.Sequence sequence -> sequence.parts().forEach(this::write);
      case Node.Group group -> {
        program.add(Program.SAVE, 2 * group.number(), program.size() + 1, at);
        write(group.of());
        program.add(Program.SAVE, 2 * group.number() + 1, program.size() + 1, at);
      }
      case Node.Choice choice -> writeChoice(choice.ways());
      case Node.Repeat repeat -> writeRepeat(repeat);
    }
  }

  private void writeChoice(List<Node> ways) {
    var ends = new ArrayList<Integer>();
    for (int i = 0; i < ways.size(); i++) {
      boolean last = i == ways.size() - 1;
      int split = last ? -1 : program.add(Program.SPLIT, program.size() + 1, 0, at);
      write(ways.get(i));
      if (last) break;
      ends.add(jump());
      program.second(split, program.size());
    }
    for (int end : ends) aim(end, program.size());
  }

  private void writeRepeat(Node.Repeat repeat) {
    for (int i = 0; i < repeat.least(); i++) write(repeat.of());
    if (repeat.most() < 0) {
      int split = split();
      write(repeat.of());
      aim(jump(), split);
      leave(split, repeat.lazy(), program.size());
    } else {
      var splits = new ArrayList<Integer>();
      for (int i = repeat.least(); i < repeat.most(); i++) {
        splits.add(split());
        write(repeat.of());
      }
      for (int split : splits) leave(split, repeat.lazy(), program.size());
    }
  }

  private int split() {
    return program.add(Program.SPLIT, program.size() + 1, 0, at);
  }

  /** A way that leads on without a choice: both ways of a split are the same. */
  private int jump() {
    return program.add(Program.SPLIT, 0, 0, at);
  }

  private void aim(int jump, int to) {
    program.first(jump, to);
    program.second(jump, to);
  }

  /** Where a split leads that enters nothing; a lazy one tries it first. */
  private void leave(int split, boolean lazy, int out) {
    program.second(split, lazy ? split + 1 : out);
    if (lazy) program.first(split, out);
  }
}
