package io.breakwater.advisory.internal.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values (RFC 4180), row by row; lines that begin with # are left out. */
final class Csv {
  private static final int MAX_FIELDS = 1_000;

  private final String text;
  private int at;

  Csv(String text) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The next row; an empty list at the end. */
  List<String> next() throws IOException {
    while (at < text.length() && (text.charAt(at) == '#' || isBreak(text.charAt(at)))) {
      if (text.charAt(at) == '#') skipLine();
      else at++;
    }
    var row = new ArrayList<String>();
    if (at >= text.length()) return row;
    while (true) {
      if (row.size() == MAX_FIELDS) throw new IOException("not CSV: a row has too many fields");
      row.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
      if (at >= text.length() || text.charAt(at) != ',') return row;
      at++;
    }
  }

  private String plain() {
    int from = at;
    while (at < text.length() && text.charAt(at) != ',' && !isBreak(text.charAt(at))) at++;
    return text.substring(from, at).strip();
  }

  private String quoted() throws IOException {
    var out = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c != '"') {
        out.append(c);
      } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
        out.append('"');
        at++;
      } else {
        at++;
        plain();
        return out.toString();
      }
    }
    throw new IOException("not CSV: a quoted field has no end");
  }

  private void skipLine() {
    while (at < text.length() && !isBreak(text.charAt(at))) at++;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  /** The columns of a header row that a sample's head has. */
  static List<String> header(Sample sample) {
    for (String line : sample.head()) {
      if (line.isBlank() || line.startsWith("#")) continue;
      try {
        return new Csv(line).next();
      } catch (IOException noCsv) {
        return List.of();
      }
    }
    return List.of();
  }
}
