package io.breakwater.policy.internal;

import io.breakwater.model.json.YamlNode.Scalar;

/** Finds a place of a YAML scalar's value in the file that it was written in. */
public final class SourceMap {
  private SourceMap() {}

  /**
   * A place in a file.
   *
   * @param line from 1
   * @param column from 1
   */
  public record Place(int line, int column) {}

  /** The place of a character of the value. */
  public static Place of(String file, Scalar scalar, int offset) {
    int at = start(file, scalar);
    if (at >= file.length()) return new Place(scalar.line(), scalar.column());
    char style = file.charAt(at);
    if (style == '|' || style == '>') {
      while (at < file.length() && file.charAt(at) != '\n') at++;
    } else if (style == '"' || style == '\'') {
      at++;
    }
    String value = scalar.text();
    int v = 0;
    int raw = skip(file, at, value, 0);
    while (v < offset && v < value.length() && raw < file.length()) {
      char wanted = value.charAt(v);
      char written = file.charAt(raw);
      if (wanted == written) {
        raw++;
        v++;
        if (style == '\'' && written == '\'') raw++; // written twice
      } else if (style == '"' && written == '\\') {
        raw += 2;
        v++;
      } else if (isGap(wanted)) { // a folded line
        v++;
      } else {
        raw++;
        continue;
      }
      if (v < value.length()) raw = skip(file, raw, value, v);
    }
    return place(file, Math.min(raw, file.length()));
  }

  /** White space of the file that is not in the value is indentation. */
  private static int skip(String file, int raw, String value, int v) {
    int at = raw;
    char next = v < value.length() ? value.charAt(v) : 0;
    if (isGap(next) && at < file.length() && file.charAt(at) == next) return at;
    while (at < file.length() && isGap(file.charAt(at)) && !isGap(next)) at++;
    return at;
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private static int start(String file, Scalar scalar) {
    int at = 0;
    for (int line = 1; line < scalar.line(); line++) {
      int next = file.indexOf('\n', at);
      if (next < 0) return file.length();
      at = next + 1;
    }
    return Math.min(file.length(), at + scalar.column() - 1);
  }

  private static Place place(String file, int at) {
    int line = 1;
    int from = 0;
    for (int next = file.indexOf('\n'); next >= 0 && next < at; next = file.indexOf('\n', from)) {
      line++;
      from = next + 1;
    }
    return new Place(line, file.codePointCount(from, at) + 1);
  }
}
