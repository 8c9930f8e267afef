package io.breakwater.inspect.internal.dockerfile;

import java.util.Arrays;

/** A text and where its lines begin. */
final class SourceFile {
  private final String text;
  private final int[] starts;

  SourceFile(String text) {
    this.text = text;
    int count = 1;
    for (int i = 0; i < text.length(); i++) if (text.charAt(i) == '\n') count++;
    starts = new int[count];
    int line = 1;
    for (int i = 0; i < text.length(); i++) if (text.charAt(i) == '\n') starts[line++] = i + 1;
  }

  String text() {
    return text;
  }

  int lines() {
    return starts.length;
  }

  /** Where a line begins; lines count from 0 here. */
  int start(int line) {
    return starts[line];
  }

  /** Where a line ends, without its line feed and carriage returns. */
  int end(int line) {
    int end = line + 1 < starts.length ? starts[line + 1] - 1 : text.length();
    while (end > starts[line] && text.charAt(end - 1) == '\r') end--;
    return end;
  }

  /** The line of an offset, from 1. */
  int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column of an offset, from 1, in characters. */
  int column(int offset) {
    int start = starts[line(offset) - 1];
    return text.codePointCount(start, Math.min(offset, text.length())) + 1;
  }
}
