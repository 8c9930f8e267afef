package io.breakwater.inspect.internal.dockerfile;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Fills variables into a word as BuildKit does: {@code $v}, {@code ${v}}, {@code ${v:-x}}, {@code
 * ${v:+x}}, {@code ${v:?x}}, {@code ${v#p}}, {@code ${v##p}}, {@code ${v%p}}, {@code ${v%%p}},
 * {@code ${v/p/x}} and {@code ${v//p/x}}. What is not known stays as it is written.
 */
final class Variables {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_LENGTH = 1024;

  /** Longer words are taken as they stand. */
  private static final int MAX_WORD = 1 << 14;

  private static final int MAX_BRACES = 1024;

  private final Map<String, String> values;
  private final char escape;
  private final Consumer<Use> uses;

  /**
   * A use of a variable.
   *
   * @param name of the variable
   * @param offset of its {@code $}
   * @param handlesMissing whether the word says what holds when it is not set
   */
  record Use(String name, int offset, boolean handlesMissing) {}

  Variables(Map<String, String> values, char escape, Consumer<Use> uses) {
    this.values = values;
    this.escape = escape;
    this.uses = uses;
  }

  /** A word with its variables filled in, quotes and escapes kept. */
  static String fill(String word, Map<String, String> values, char escape) {
    if (word.indexOf('$') < 0) return word;
    return new Variables(values, escape, use -> {}).fill(word, 0, 0);
  }

  /** Tells which variables a word uses, and where. */
  static void uses(String word, char escape, Consumer<Use> uses) {
    if (word.indexOf('$') >= 0) new Variables(Map.of(), escape, uses).fill(word, 0, 0);
  }

  private String fill(String word, int base, int depth) {
    if (depth > MAX_DEPTH || word.length() > MAX_WORD || word.indexOf('$') < 0) return word;
    var out = new StringBuilder(word.length());
    boolean single = false;
    boolean twice = false;
    int i = 0;
    while (i < word.length() && out.length() < MAX_LENGTH) {
      char c = word.charAt(i);
      if (c == escape && !single && i + 1 < word.length()) {
        out.append(c).append(word.charAt(i + 1));
        i += 2;
        continue;
      }
      if (c == '\'' && !twice) single = !single;
      if (c == '"' && !single) twice = !twice;
      if (c != '$' || single) {
        out.append(c);
        i++;
        continue;
      }
      int end = end(word, i);
      String value = end < 0 ? null : value(word, i, end, base, depth);
      int stop = end < 0 ? i + 1 : end;
      if (value == null) {
        out.append(word, i, stop);
      } else {
        out.append(value, 0, Math.min(value.length(), MAX_LENGTH));
      }
      i = stop;
    }
    return out.toString();
  }

  /** Where a variable that begins at {@code start} ends; -1 when nothing like one stands there. */
  private int end(String word, int start) {
    int at = start + 1;
    if (at >= word.length()) return -1;
    if (word.charAt(at) != '{') {
      int stop = nameEnd(word, at);
      return stop == at ? -1 : stop;
    }
    int depth = 0;
    int last = Math.min(word.length(), start + MAX_BRACES);
    for (; at < last; at++) {
      char c = word.charAt(at);
      if (c == escape) {
        at++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return at + 1;
      }
    }
    return -1;
  }

  private static int nameEnd(String word, int from) {
    int at = from;
    while (at < word.length() && isName(word.charAt(at), at == from)) at++;
    return at;
  }

  private static boolean isName(char c, boolean first) {
    return c == '_'
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (!first && c >= '0' && c <= '9');
  }

  private @Nullable String value(String word, int start, int end, int base, int depth) {
    boolean braces = word.charAt(start + 1) == '{';
    int from = braces ? start + 2 : start + 1;
    int stop = nameEnd(word, from);
    if (stop == from) return null;
    String name = word.substring(from, stop);
    Optional<String> value = Optional.ofNullable(values.get(name));
    String rest = braces ? word.substring(stop, end - 1) : "";
    boolean colon = rest.startsWith(":");
    String operation = colon ? rest.substring(1) : rest;
    char sign = operation.isEmpty() ? 0 : operation.charAt(0);
    boolean handles = sign == '-' || sign == '+' || sign == '?';
    uses.accept(new Use(name, base + start, handles));
    if (sign == 0) return value.orElse(null);
    String text = operation.substring(1);
    int at = base + end - 1 - text.length();
    boolean set = value.isPresent() && !(colon && value.get().isEmpty());
    return switch (sign) {
      case '-' -> set ? value.get() : fill(text, at, depth + 1);
      case '+' -> {
        String then = fill(text, at, depth + 1);
        yield set ? then : "";
      }
      case '?' -> value.orElse(null);
      case '#', '%', '/' -> {
        String filled = fill(text, at, depth + 1);
        yield value.map(v -> changed(v, sign, filled)).orElse(null);
      }
      default -> null;
    };
  }

  private static String changed(String value, char sign, String text) {
    boolean all = !text.isEmpty() && text.charAt(0) == sign;
    String argument = all ? text.substring(1) : text;
    return switch (sign) {
      case '#' -> value.substring(Glob.prefix(value, argument, all));
      case '%' -> value.substring(0, Glob.suffix(value, argument, all));
      default -> {
        int slash = argument.indexOf('/');
        String pattern = slash < 0 ? argument : argument.substring(0, slash);
        yield Glob.replace(value, pattern, slash < 0 ? "" : argument.substring(slash + 1), all);
      }
    };
  }
}
