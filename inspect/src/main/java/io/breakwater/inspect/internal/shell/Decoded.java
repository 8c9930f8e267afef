package io.breakwater.inspect.internal.shell;

import java.util.ArrayList;
import java.util.List;

/** The text that a word stands for when it is itself code: expansions stay as they are written. */
final class Decoded {
  private final String text;
  private final int[] places;

  private Decoded(String text, int[] places) {
    this.text = text;
    this.places = places;
  }

  /** The text. */
  String text() {
    return text;
  }

  /** The offset in the script of each character. */
  int[] places() {
    return places;
  }

  static Decoded of(Word word, String source) {
    var out = new StringBuilder();
    var places = new ArrayList<Integer>();
    append(word.parts(), source, out, places);
    return new Decoded(out.toString(), places.stream().mapToInt(Integer::intValue).toArray());
  }

  private static void append(
      List<Part> parts, String source, StringBuilder out, List<Integer> places) {
    for (Part part : parts) {
      switch (part) {
        case Part.DoubleQuoted quoted -> append(quoted.parts(), source, out, places);
        case Part.Literal literal -> {
          int skipped =
              switch (literal.quoting()) {
                case SINGLE, BACKSLASH -> 1;
                case ANSI -> 2;
                case NONE, DOUBLE -> 0;
              };
          add(literal.text(), literal.start() + skipped, literal.end(), out, places);
        }
        case Part.Parameter _, Part.Substitution _, Part.Arithmetic _ -> {
          int end = Math.min(part.end(), source.length());
          int start = Math.min(part.start(), end);
          add(source.substring(start, end), start, end, out, places);
        }
      }
    }
  }

  private static void add(
      String text, int start, int end, StringBuilder out, List<Integer> places) {
    for (int i = 0; i < text.length(); i++) places.add(Math.min(start + i, Math.max(start, end)));
    out.append(text);
  }
}
