package io.breakwater.advisory.version;

import java.util.ArrayList;
import java.util.List;

/** Maven's and NuGet's intervals: {@code [1.0]}, {@code (,1.0]}, {@code [1.0,2.0),[3.0,)}. */
final class Intervals {
  private final VersionScheme scheme;
  private final String text;
  private int at;

  private Intervals(VersionScheme scheme, String text) {
    this.scheme = scheme;
    this.text = text;
  }

  static boolean looksLike(String text) {
    int start = Chars.trimStart(text);
    return start < text.length() && (text.charAt(start) == '[' || text.charAt(start) == '(');
  }

  static VersionSet parse(VersionScheme scheme, String text) {
    return new Intervals(scheme, text).read();
  }

  private VersionSet read() {
    var intervals = new ArrayList<VersionSet>();
    while (true) {
      skipSpaces();
      intervals.add(interval());
      skipSpaces();
      if (at == text.length()) {
        return VersionSet.any(intervals);
      }
      if (text.charAt(at++) != ',') {
        throw invalid("a comma is missing between two intervals");
      }
    }
  }

  private VersionSet interval() {
    char open = at < text.length() ? text.charAt(at++) : 0;
    int end = at;
    while (end < text.length() && text.charAt(end) != ']' && text.charAt(end) != ')') {
      end++;
    }
    if ((open != '[' && open != '(') || end == text.length()) {
      throw invalid("an interval has no bracket");
    }
    boolean closed = text.charAt(end) == ']';
    String inside = text.substring(at, end);
    at = end + 1;
    int comma = inside.indexOf(',');
    if (comma < 0) {
      if (open != '[' || !closed) {
        throw invalid("a single version needs square brackets");
      }
      return Operator.EQUAL.than(scheme, version(inside.strip()));
    }
    var bounds = new ArrayList<VersionSet>();
    String low = inside.substring(0, comma).strip();
    String high = inside.substring(comma + 1).strip();
    if (!low.isEmpty()) {
      bounds.add((open == '[' ? Operator.AT_LEAST : Operator.GREATER).than(scheme, version(low)));
    }
    if (!high.isEmpty()) {
      bounds.add((closed ? Operator.AT_MOST : Operator.LESS).than(scheme, version(high)));
    }
    return VersionSet.all(List.copyOf(bounds));
  }

  private String version(String version) {
    if (version.isEmpty() || !ConstraintReader.isOrdered(scheme, version)) {
      throw invalid(Chars.quoted(version) + " is not a version");
    }
    return version;
  }

  private void skipSpaces() {
    while (at < text.length() && Chars.isSpace(text.charAt(at))) {
      at++;
    }
  }

  private InvalidConstraintException invalid(String reason) {
    return new InvalidConstraintException(scheme.name(), text, reason);
  }
}
