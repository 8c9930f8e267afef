package io.breakwater.cli;

import io.breakwater.model.Text;
import java.util.ArrayList;
import java.util.List;

/** The help of a command: examples first, then what it takes, by theme. */
final class Help {
  private static final int INDENT = 2;
  private static final int COLUMN = 32;

  private final Terminal terminal;
  private final List<String> lines = new ArrayList<>();

  private Help(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The lines of a command's help, in the terminal's language and width. */
  static List<String> of(Command command, String path, Terminal terminal) {
    return new Help(terminal).write(command, path);
  }

  private List<String> write(Command command, String path) {
    lines.addAll(Cells.wrap(terminal.say(command.about()), terminal.width()));
    heading(Msg.EXAMPLES);
    for (Command.Example example : command.examples()) example(example);
    heading(Msg.USAGE);
    if (!command.children().isEmpty()) {
      lines.add(" ".repeat(INDENT) + path + " COMMAND [OPTIONS]");
    }
    if (command.children().isEmpty() || !command.parameters().isEmpty()) {
      lines.add(" ".repeat(INDENT) + usage(command, path));
    }
    if (!command.children().isEmpty()) {
      heading(Msg.COMMANDS);
      for (Command child : command.children()) row(child.name(), terminal.say(child.about()));
    }
    if (!command.parameters().isEmpty()) {
      heading(Msg.ARGUMENTS);
      for (Command.Parameter parameter : command.parameters()) {
        row(parameter.label(), terminal.say(parameter.meaning()));
      }
    }
    Msg group = null;
    for (Opt option : CommandParser.options(command)) {
      if (option.group() != group) heading(option.group());
      group = option.group();
      row(names(option), terminal.say(option.meaning()));
    }
    heading(Msg.EXIT_CODES);
    for (String line : terminal.say(Msg.EXIT_CODE_LIST).split("\n", -1)) {
      lines.add(" ".repeat(INDENT) + line);
    }
    if (!command.children().isEmpty()) {
      lines.add("");
      lines.add(terminal.say(Msg.MORE_HELP).replace("bw ", path + " "));
    }
    return lines;
  }

  private static String usage(Command command, String path) {
    var usage = new StringBuilder(path);
    usage.append(" [OPTIONS]");
    for (Command.Parameter parameter : command.parameters()) {
      String label = parameter.label() + (parameter.many() ? "..." : "");
      usage.append(' ').append(parameter.required() ? label : "[" + label + "]");
    }
    return usage.toString();
  }

  private static String names(Opt option) {
    String names =
        option.shortFlag().isEmpty() ? option.flag() : option.shortFlag() + ", " + option.flag();
    return option.label().isEmpty() ? names : names + " " + option.label();
  }

  private void heading(Msg words) {
    lines.add("");
    lines.add(terminal.paint(Ink.STRONG, terminal.say(words)));
  }

  private void example(Command.Example example) {
    Text why = example.why();
    String line = " ".repeat(INDENT) + example.line();
    String note = "# " + terminal.say(why);
    if (Cells.width(line) + 2 + Cells.width(note) <= terminal.width()) {
      int column = Math.min(56, terminal.width() - Cells.width(note));
      lines.add(
          Cells.left(line, Math.max(Cells.width(line) + 2, column))
              + terminal.paint(Ink.FAINT, note));
    } else {
      lines.add(" ".repeat(INDENT) + terminal.paint(Ink.FAINT, note));
      lines.add(line);
    }
  }

  private void row(String left, String right) {
    String first = Cells.left(" ".repeat(INDENT) + left, COLUMN);
    List<String> words = Cells.wrap(right, Math.max(20, terminal.width() - COLUMN));
    if (Cells.width(first) > COLUMN - 1 && Cells.width(first.stripTrailing()) > COLUMN - 2) {
      lines.add(first.stripTrailing());
      first = " ".repeat(COLUMN);
    }
    for (String word : words) {
      lines.add((first + word).stripTrailing());
      first = " ".repeat(COLUMN);
    }
  }
}
