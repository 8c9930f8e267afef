package io.breakwater.inspect.internal.regex;

import java.util.function.IntConsumer;

/** Reads a set in brackets, or an escaped character, out of an expression. */
final class SetReader {
  private static final CharSet ASCII_PUNCT =
      CharSet.NONE.with('!', '/').with(':', '@').with('[', '`').with('{', '~');

  private final String source;
  private final IntConsumer behind;
  private int at;

  /** From the bracket or backslash at a place; says where it stopped. */
  SetReader(String source, int at, IntConsumer behind) {
    this.source = source;
    this.at = at;
    this.behind = behind;
  }

  /** A set in brackets. */
  CharSet read() {
    at++;
    boolean not = peek('^');
    if (not) at++;
    CharSet set = CharSet.NONE;
    for (boolean first = true; first || !peek(']'); first = false) {
      if (at >= source.length()) throw wrong("a set without end");
      set = set.with(item());
    }
    at++;
    behind.accept(at);
    return not ? set.not() : set;
  }

  /** An escaped character or class. */
  CharSet escape() {
    at++;
    CharSet set = escaped();
    behind.accept(at);
    return set;
  }

  /** The part in ASCII of a Unicode class such as {@code \\pL} or {@code \\P{Greek}}. */
  CharSet unicode() {
    at++;
    CharSet set = unicodeClass(source.charAt(at++) == 'P');
    behind.accept(at);
    return set;
  }

  private CharSet unicodeClass(boolean not) {
    int end = peek('{') ? source.indexOf('}', at) : at;
    if (end < 0 || end >= source.length()) throw wrong("a class without name");
    String name = peek('{') ? source.substring(at + 1, end) : source.substring(at, at + 1);
    at = end + 1;
    boolean other = name.startsWith("^");
    CharSet set =
        switch (other ? name.substring(1) : name) {
          case "L", "Latin", "Letter" -> CharSet.NONE.with('a', 'z').with('A', 'Z');
          case "Ll" -> CharSet.NONE.with('a', 'z');
          case "Lu" -> CharSet.NONE.with('A', 'Z');
          case "N", "Nd" -> CharSet.DIGIT;
          case "P" -> ASCII_PUNCT;
          case "S" -> CharSet.NONE.with('$', '$').with('+', '+').with('<', '>').with('|', '|');
          case "Z", "Zs" -> CharSet.NONE.with(' ', ' ');
          case "C", "Cc" -> CharSet.NONE.with(0, 31).with(127, 127);
          default -> {
            if (name.length() <= (other ? 1 : 0)
                || !Character.isUpperCase(name.charAt(other ? 1 : 0))) {
              throw wrong("a class that is not known");
            }
            yield CharSet.NONE; // a script or a rarer class: none of ASCII
          }
        };
    return not != other ? set.not().without(128) : set;
  }

  private CharSet item() {
    if (source.startsWith("[:", at) && source.indexOf(":]", at) > 0) return posix();
    char c = source.charAt(at++);
    if (c == '\\' && (peek('p') || peek('P'))) {
      return unicodeClass(source.charAt(at++) == 'P').with(CharSet.NONE.with(128, 255));
    }
    CharSet one = c == '\\' ? escaped() : single(c);
    int from = one.only();
    if (from < 0 || !peek('-') || at + 1 >= source.length() || source.charAt(at + 1) == ']') {
      return one;
    }
    at++;
    char last = source.charAt(at++);
    int to = (last == '\\' ? escaped() : single(last)).only();
    if (to < from) throw wrong("a range that goes down");
    return CharSet.NONE.with(from, to);
  }

  private CharSet single(char c) {
    // Beyond ASCII a set has every byte that such characters are made of.
    return c < 128 ? CharSet.of(c) : CharSet.NONE.with(128, 255);
  }

  private CharSet posix() {
    int end = source.indexOf(":]", at);
    String name = end < 0 ? "" : source.substring(at + 2, end);
    at = end + 2;
    boolean not = name.startsWith("^");
    CharSet set = posix(not ? name.substring(1) : name);
    return not ? set.not() : set;
  }

  private CharSet posix(String name) {
    return switch (name) {
      case "alnum" -> CharSet.DIGIT.with('a', 'z').with('A', 'Z');
      case "alpha" -> CharSet.NONE.with('a', 'z').with('A', 'Z');
      case "digit" -> CharSet.DIGIT;
      case "lower" -> CharSet.NONE.with('a', 'z');
      case "upper" -> CharSet.NONE.with('A', 'Z');
      case "space" -> CharSet.SPACE;
      case "word" -> CharSet.WORD;
      case "xdigit" -> CharSet.DIGIT.with('a', 'f').with('A', 'F');
      case "punct" -> ASCII_PUNCT;
      case "ascii" -> CharSet.NONE.with(0, 127);
      case "blank" -> CharSet.NONE.with('\t', '\t').with(' ', ' ');
      case "cntrl" -> CharSet.NONE.with(0, 31).with(127, 127);
      case "graph" -> CharSet.NONE.with('!', '~');
      case "print" -> CharSet.NONE.with(' ', '~');
      default -> throw wrong("a class that is not known");
    };
  }

  private CharSet escaped() {
    if (at >= source.length()) throw wrong("a lone \\");
    char c = source.charAt(at++);
    return switch (c) {
      case 'd' -> CharSet.DIGIT;
      case 'D' -> CharSet.DIGIT.not();
      case 'w' -> CharSet.WORD;
      case 'W' -> CharSet.WORD.not();
      case 's' -> CharSet.SPACE;
      case 'S' -> CharSet.SPACE.not();
      case 'n' -> CharSet.of('\n');
      case 'r' -> CharSet.of('\r');
      case 't' -> CharSet.of('\t');
      case 'f' -> CharSet.of('\f');
      case 'v' -> CharSet.of(11);
      case 'a' -> CharSet.of(7);
      case '0' -> CharSet.of(0);
      case 'x' -> CharSet.of(hex());
      default -> {
        if (Character.isLetterOrDigit(c)) throw wrong("\\" + c + ", which is not known,");
        yield single(c);
      }
    };
  }

  private int hex() {
    int end = peek('{') ? source.indexOf('}', at) : at + 2;
    int start = peek('{') ? at + 1 : at;
    if (end < start || end > source.length() || end - start > 4) throw wrong("a bad \\x");
    try {
      int value = Integer.parseInt(source, start, end, 16);
      at = peek('{') ? end + 1 : end;
      if (value > 255) throw wrong("a character beyond \\xff");
      return value;
    } catch (NumberFormatException notHex) {
      throw wrong("a bad \\x");
    }
  }

  private boolean peek(char c) {
    return at < source.length() && source.charAt(at) == c;
  }

  private InvalidRegexException wrong(String what) {
    return new InvalidRegexException(what, Math.max(0, at - 1));
  }
}
