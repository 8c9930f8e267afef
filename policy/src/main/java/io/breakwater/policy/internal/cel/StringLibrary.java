package io.breakwater.policy.internal.cel;

import io.breakwater.policy.internal.cel.Library.Fn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The functions of the strings extension. They count code points. */
final class StringLibrary {
  static final Map<String, Fn> FUNCTIONS =
      Map.ofEntries(
          Map.entry("charAt", StringLibrary::charAt),
          Map.entry("indexOf", a -> indexOf(a, false)),
          Map.entry("lastIndexOf", a -> indexOf(a, true)),
          Map.entry("join", StringLibrary::join),
          Map.entry("lowerAscii", a -> ascii(a, 'A', 'Z', 32)),
          Map.entry("upperAscii", a -> ascii(a, 'a', 'z', -32)),
          Map.entry("replace", StringLibrary::replace),
          Map.entry("split", StringLibrary::split),
          Map.entry("substring", StringLibrary::substring),
          Map.entry("trim", StringLibrary::trim));

  private StringLibrary() {}

  private static Object charAt(Object[] a) {
    if (!(a[0] instanceof String text) || !(a[1] instanceof Long at)) return bad("charAt", a);
    int length = text.codePointCount(0, text.length());
    if (at == length) return "";
    if (at < 0 || at > length) return new Failure("index " + at + " is outside of the text");
    return Character.toString(text.codePointAt(text.offsetByCodePoints(0, at.intValue())));
  }

  private static Object indexOf(Object[] a, boolean last) {
    String name = last ? "lastIndexOf" : "indexOf";
    if (!(a[0] instanceof String text) || !(a[1] instanceof String part)) return bad(name, a);
    int length = text.codePointCount(0, text.length());
    int from = last ? text.length() : 0;
    if (a.length == 3) {
      if (!(a[2] instanceof Long at)) return bad(name, a);
      if (at < 0 || at > length) return new Failure("index " + at + " is outside of the text");
      from = text.offsetByCodePoints(0, at.intValue());
    }
    if (part.isEmpty()) return (long) text.codePointCount(0, from);
    int found = last ? text.lastIndexOf(part, from) : text.indexOf(part, from);
    return found < 0 ? -1L : (long) text.codePointCount(0, found);
  }

  private static Object join(Object[] a) {
    if (!(a[0] instanceof List<?> list)) return bad("join", a);
    String between = a.length == 2 && a[1] instanceof String text ? text : "";
    var out = new StringBuilder();
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof String text)) return bad("join", a);
      if (i > 0) out.append(between);
      out.append(text);
      if (out.length() > Arithmetic.LONGEST) return Failure.BUDGET;
    }
    return out.toString();
  }

  private static Object ascii(Object[] a, char from, char to, int shift) {
    if (!(a[0] instanceof String text)) return bad("lowerAscii", a);
    char[] out = text.toCharArray();
    for (int i = 0; i < out.length; i++) {
      if (out[i] >= from && out[i] <= to) out[i] = (char) (out[i] + shift);
    }
    return new String(out);
  }

  private static Object replace(Object[] a) {
    if (!(a[0] instanceof String text)
        || !(a[1] instanceof String old)
        || !(a[2] instanceof String by)) {
      return bad("replace", a);
    }
    long limit = a.length == 4 && a[3] instanceof Long n ? n : -1;
    if (limit == 0) return text;
    var out = new StringBuilder();
    int at = 0;
    long done = 0;
    while (limit < 0 || done < limit) {
      int found = text.indexOf(old, at);
      if (found < 0) break;
      out.append(text, at, found).append(by);
      if (out.length() > Arithmetic.LONGEST) return Failure.BUDGET;
      at = found + old.length();
      done++;
      if (old.isEmpty()) {
        if (at >= text.length()) break;
        int next = text.offsetByCodePoints(at, 1);
        out.append(text, at, next);
        at = next;
        if (at == text.length() && (limit < 0 || done < limit)) {
          out.append(by);
          break;
        }
      }
    }
    return out.append(text, at, text.length()).toString();
  }

  private static Object split(Object[] a) {
    if (!(a[0] instanceof String text) || !(a[1] instanceof String by)) return bad("split", a);
    long limit = a.length == 3 && a[2] instanceof Long n ? n : -1;
    if (limit == 0) return List.of();
    var out = new ArrayList<Object>();
    if (by.isEmpty()) {
      int at = 0;
      while (at < text.length() && (limit < 0 || out.size() < limit - 1)) {
        int next = text.offsetByCodePoints(at, 1);
        out.add(text.substring(at, next));
        at = next;
      }
      if (at < text.length()) out.add(text.substring(at));
      return out;
    }
    int at = 0;
    while (limit < 0 || out.size() < limit - 1) {
      int found = text.indexOf(by, at);
      if (found < 0) break;
      out.add(text.substring(at, found));
      at = found + by.length();
    }
    out.add(text.substring(at));
    return out;
  }

  private static Object substring(Object[] a) {
    if (!(a[0] instanceof String text) || !(a[1] instanceof Long from)) return bad("substring", a);
    long length = text.codePointCount(0, text.length());
    long to = a.length == 3 && a[2] instanceof Long n ? n : length;
    if (from < 0 || to < from || to > length) {
      return new Failure("substring " + from + " to " + to + " of a text of " + length);
    }
    return text.substring(
        text.offsetByCodePoints(0, (int) (long) from), text.offsetByCodePoints(0, (int) to));
  }

  private static Object trim(Object[] a) {
    if (!(a[0] instanceof String text)) return bad("trim", a);
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) from++;
    while (to > from && isSpace(text.charAt(to - 1))) to--;
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r')
        || c == ' '
        || c == '\u0085'
        || c == '\u00a0'
        || c == '\u1680'
        || (c >= '\u2000' && c <= '\u200a')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202f'
        || c == '\u205f'
        || c == '\u3000';
  }

  private static Failure bad(String function, Object[] arguments) {
    return Library.bad(function, arguments);
  }
}
