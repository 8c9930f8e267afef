package io.breakwater.cli;

import io.breakwater.model.Origin;
import io.breakwater.model.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines for a person, as wide as the terminal is. For one thread. */
final class Page {
  private static final int COLUMN = 16;

  private final Terminal terminal;
  private final List<String> lines = new ArrayList<>();

  Page(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What was written, without line feeds. */
  List<String> lines() {
    return lines;
  }

  Terminal terminal() {
    return terminal;
  }

  void line(String line) {
    lines.add(line);
  }

  void lines(List<String> more) {
    lines.addAll(more);
  }

  /** Writes words over as many lines as they need, behind an indent. */
  void indented(int indent, String words) {
    for (String line : Cells.wrap(words, terminal.width() - indent)) {
      lines.add(" ".repeat(indent) + line);
    }
  }

  /** As {@link #indented}, in small print. */
  void faint(int indent, String words) {
    for (String line : Cells.wrap(words, terminal.width() - indent)) {
      lines.add(" ".repeat(indent) + terminal.paint(Ink.FAINT, line));
    }
  }

  /** Writes two texts at both ends of a line, or on two lines where they do not fit. */
  void spread(String left, String right) {
    int room = terminal.width() - plainWidth(left) - plainWidth(right);
    if (room >= 2) {
      lines.add(left + " ".repeat(room) + right);
      return;
    }
    for (String line :
        plainWidth(left) == Cells.width(left)
            ? Cells.wrap(left.strip(), terminal.width() - 1)
            : List.of(left.stripLeading())) {
      lines.add(" " + line);
    }
    lines.add(" ".repeat(Math.max(1, terminal.width() - plainWidth(right))) + right);
  }

  /** Writes words behind a label, or under the words before where there is none. */
  void labelled(@Nullable Msg label, String words) {
    String first = Cells.left(" " + (label == null ? "" : terminal.say(label)), COLUMN);
    for (String line : Cells.wrap(words, terminal.width() - COLUMN)) {
      lines.add(first + line);
      first = " ".repeat(COLUMN);
    }
  }

  /** The width without the escape sequences of our own colours. */
  static int plainWidth(String painted) {
    int width = 0;
    int from = 0;
    for (int at; (at = painted.indexOf('\u001b', from)) >= 0; ) {
      width += Cells.width(painted.substring(from, at));
      from = painted.indexOf('m', at) + 1;
    }
    return width + Cells.width(painted.substring(from));
  }

  /** Dots, so that severity is seen without colours. */
  String severityMark(Severity severity) {
    String dots =
        switch (severity) {
          case CRITICAL -> "●●●●";
          case HIGH -> "●●● ";
          case MEDIUM -> "●●  ";
          case LOW -> "●   ";
          case NEGLIGIBLE -> "○   ";
          case UNKNOWN -> "?   ";
        };
    return paint(severity, dots);
  }

  String paint(Severity severity, String words) {
    return switch (severity) {
      case CRITICAL -> terminal.paint(Ink.CRITICAL, words);
      case HIGH -> terminal.paint(Ink.HIGH, words);
      case MEDIUM -> terminal.paint(Ink.MEDIUM, words);
      case LOW -> terminal.paint(Ink.LOW, words);
      case NEGLIGIBLE, UNKNOWN -> words;
    };
  }

  static Msg originWord(Origin origin) {
    return switch (origin) {
      case BASE -> Msg.FROM_BASE;
      case OWN -> Msg.FROM_OWN;
      case UNKNOWN -> Msg.FROM_UNKNOWN;
    };
  }
}
