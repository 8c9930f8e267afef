package io.breakwater.inspect.internal.secret;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A name and the value that is assigned to it, in whatever language: {@code name = value}, {@code
 * "name": "value"}, {@code <name>value</name>}, {@code name="a" value="b"}, {@code --name value},
 * {@code set("name", "value")}, {@code - name: a} with {@code value: b} below.
 *
 * @param key the whole name
 * @param keyStart where it starts
 * @param start where the value starts
 * @param end where it ends
 * @param quoted whether quotes or tags are around it
 */
record Assignment(String key, int keyStart, int start, int end, boolean quoted) {
  private static final int MOST_KEY = 80;
  private static final int MOST_VALUE = 4_096;
  private static final int MOST_BLANKS = 40;

  /** Reads the assignment to the name around a keyword; null when there is none. */
  static @Nullable Assignment at(byte[] text, int from, int to, int wordStart, int wordEnd) {
    int keyStart = wordStart;
    while (keyStart > from && wordStart - keyStart < MOST_KEY && inKey(text[keyStart - 1])) {
      keyStart--;
    }
    int keyEnd = wordEnd;
    while (keyEnd < to && keyEnd - wordEnd < MOST_KEY && inKey(text[keyEnd])) keyEnd++;
    String key = new String(text, keyStart, keyEnd - keyStart, StandardCharsets.ISO_8859_1);
    return new Reader(text, from, to).read(key, keyStart, keyEnd);
  }

  String value(byte[] text) {
    return new String(text, start, end - start, StandardCharsets.ISO_8859_1);
  }

  private static boolean inKey(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '_'
        || b == '-'
        || b == '.';
  }

  /** One walk over the text behind a name. */
  private static final class Reader {
    private final byte[] text;
    private final int from;
    private final int to;
    private int at;

    Reader(byte[] text, int from, int to) {
      this.text = text;
      this.from = from;
      this.to = to;
    }

    @Nullable Assignment read(String key, int keyStart, int keyEnd) {
      at = keyEnd;
      boolean named = closing();
      int afterKey = at;
      blanks(false);
      if (named && at > afterKey && (word("value=") || word("value:"))) {
        return value(key, keyStart);
      }
      if (is('<') && word("</name><value>")) return upTo(key, keyStart, '<');
      if (is('\n') || is('\r') || (named && is(',')) || is('}')) {
        int back = at;
        if (isNameOf(keyStart) && valueBelow()) return value(key, keyStart);
        at = back;
      }
      if (is('>') && keyStart > from && text[keyStart - 1] == '<') {
        at++;
        return upTo(key, keyStart, '<');
      }
      if (named && is(',')) {
        if (!isFirstArgument(keyStart)) return null; // an element of a list
        at++;
        blanks(false);
        return isQuote() ? value(key, keyStart) : null;
      }
      if (is('(')) {
        at++;
        blanks(false);
        return isQuote() ? value(key, keyStart) : null;
      }
      if (separator()) return value(key, keyStart);
      return at > afterKey && isWordCommand(keyStart) ? value(key, keyStart) : null;
    }

    /** Whether a quoted name stands right behind an opening bracket, as in {@code set("name", }. */
    private boolean isFirstArgument(int keyStart) {
      int i = keyStart - 2;
      while (i >= from && (text[i] == ' ' || text[i] == '\n')) i--;
      return i >= from && text[i] == '(';
    }

    /** Closes the quotes or brackets that the name stands in. */
    private boolean closing() {
      boolean any = false;
      for (int i = 0; i < 3 && at < to && "\"'`]\\)".indexOf(text[at]) >= 0; i++) {
        if (is(')')) break;
        at++;
        any = true;
      }
      return any;
    }

    private void blanks(boolean lines) {
      for (int i = 0; i < MOST_BLANKS && at < to; i++, at++) {
        byte b = text[at];
        if (b != ' ' && b != '\t' && !(lines && (b == '\n' || b == '\r'))) return;
      }
    }

    private boolean separator() {
      if (word(":=") || word("=>") || word("||=") || word("?=")) return true;
      if (!is('=') && !is(':')) return false;
      boolean equals = is('=');
      at++;
      if (is('=') || is('~') || (equals && is('>'))) return false; // a comparison
      if (!equals && is(':')) return false;
      if (!equals) typed();
      return true;
    }

    /** Passes the type in {@code name: String = "value"}. */
    private void typed() {
      int back = at;
      blanks(false);
      int start = at;
      while (at < to && at - start < 40 && (inKey(text[at]) || "[]<>?&".indexOf(text[at]) >= 0)) {
        at++;
      }
      boolean word = at > start;
      blanks(false);
      if (word && is('=') && at + 1 < to && text[at + 1] != '=') {
        at++;
        blanks(false);
        if (isQuote()) return;
      }
      at = back;
    }

    /** Whether the name is itself the value of a {@code name}, as in a list of variables. */
    private boolean isNameOf(int keyStart) {
      int i = keyStart - 1;
      while (i >= from && keyStart - i < 8 && " \"'".indexOf(text[i]) >= 0) i--;
      if (i < from || (text[i] != ':' && text[i] != '=')) return false;
      while (i > from && "\" :=".indexOf(text[i]) >= 0) i--;
      int end = i + 1;
      while (i >= from && Shape.isLetter(text[i])) i--;
      String name = new String(text, i + 1, end - i - 1, StandardCharsets.ISO_8859_1);
      return name.equalsIgnoreCase("name") || name.equalsIgnoreCase("key");
    }

    private boolean valueBelow() {
      if (is(',')) at++;
      blanks(true);
      return word("value:") || word("\"value\":") || word("\"Value\":") || word("'value':");
    }

    /** Whether a blank alone is between name and value: options, and commands that set names. */
    private boolean isWordCommand(int keyStart) {
      if (keyStart + 1 < to && text[keyStart] == '-' && text[keyStart + 1] == '-') return true;
      int line = keyStart;
      while (line > from && keyStart - line < 200 && text[line - 1] != '\n') line--;
      String before =
          new String(text, line, keyStart - line, StandardCharsets.ISO_8859_1).stripLeading();
      return before.equals("ENV ")
          || before.equals("ARG ")
          || before.equals("setenv ")
          || (before.isEmpty() && keyStart + 11 < to && startsWith("requirepass", keyStart));
    }

    private @Nullable Assignment value(String key, int keyStart) {
      blanks(false);
      if (at < to && "bBuUrRfF@".indexOf(text[at]) >= 0 && at + 1 < to && quote(text[at + 1])) at++;
      boolean escaped = at + 1 < to && text[at] == '\\' && quote(text[at + 1]);
      if (escaped) at++;
      if (!isQuote()) return bare(key, keyStart);
      byte q = text[at++];
      if (at + 1 < to && text[at] == q && text[at + 1] == q) return null; // a long text
      int start = at;
      while (at < to && at - start < MOST_VALUE && text[at] != q && text[at] != '\n') {
        if (text[at] == '\\' && !escaped && at + 1 < to) at++;
        at++;
      }
      if (at >= to || text[at] != q) return null;
      int end = escaped && at > start && text[at - 1] == '\\' ? at - 1 : at;
      return made(key, keyStart, start, end, true);
    }

    private @Nullable Assignment upTo(String key, int keyStart, char stop) {
      int start = at;
      while (at < to && at - start < MOST_VALUE && text[at] != stop && text[at] != '\n') at++;
      return at < to && text[at] == stop ? made(key, keyStart, start, at, true) : null;
    }

    private @Nullable Assignment bare(String key, int keyStart) {
      int start = at;
      boolean url = keyStart > from && (text[keyStart - 1] == '?' || text[keyStart - 1] == '&');
      while (at < to && at - start < MOST_VALUE) {
        byte b = text[at];
        if ((b <= ' ' && b >= 0) || b == '"' || b == '\'' || b == '`') break;
        if (url && (b == '&' || b == '#')) break;
        at++;
      }
      int end = at;
      while (end > start && ",;)}]>\\".indexOf(text[end - 1]) >= 0 && text[start] != '$') end--;
      return made(key, keyStart, start, end, false);
    }

    private static @Nullable Assignment made(
        String key, int keyStart, int start, int end, boolean quoted) {
      return end <= start ? null : new Assignment(key, keyStart, start, end, quoted);
    }

    private boolean is(char c) {
      return at < to && text[at] == c;
    }

    private boolean isQuote() {
      return at < to && quote(text[at]);
    }

    private static boolean quote(byte b) {
      return b == '"' || b == '\'' || b == '`';
    }

    private boolean word(String word) {
      if (!startsWith(word, at)) return false;
      at += word.length();
      return true;
    }

    private boolean startsWith(String word, int place) {
      if (place + word.length() > to) return false;
      for (int i = 0; i < word.length(); i++) if (text[place + i] != word.charAt(i)) return false;
      return true;
    }
  }
}
