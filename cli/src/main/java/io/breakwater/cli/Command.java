package io.breakwater.cli;

import io.breakwater.model.Text;
import java.io.IOException;
import java.util.List;

/**
 * A command of {@code bw}, as data: what it is called and takes, how help explains it, what it
 * does.
 *
 * @param name the word that calls it
 * @param about one line
 * @param parameters what it takes in order
 * @param options what it takes by name, beside those that every command takes
 * @param examples from real life; help shows them first
 * @param action what it does; for a command that only has children, nothing calls it
 * @param children the commands below it
 */
record Command(
    String name,
    Msg about,
    List<Parameter> parameters,
    List<Opt> options,
    List<Example> examples,
    Action action,
    List<Command> children) {

  /** What every command takes. */
  static final List<Opt> COMMON = List.of(Opt.QUIET, Opt.LANG, Opt.DEBUG, Opt.HELP);

  /** A command that does something. */
  static Command leaf(
      String name,
      Msg about,
      List<Parameter> parameters,
      List<Opt> options,
      List<Example> examples,
      Action action) {
    return new Command(name, about, parameters, options, examples, action, List.of());
  }

  /** A command that only groups others. */
  static Command group(String name, Msg about, List<Example> examples, Command... children) {
    Action none =
        (arguments, terminal) -> {
          throw new IllegalStateException(name + " does nothing by itself");
        };
    return new Command(name, about, List.of(), List.of(), examples, none, List.of(children));
  }

  /** The same with commands below it: a word that names none of them is its first argument. */
  Command with(Command... below) {
    return new Command(name, about, parameters, options, examples, action, List.of(below));
  }

  /** What a command does. */
  @FunctionalInterface
  interface Action {
    /** Does it and gives the exit code. */
    int run(Arguments arguments, Terminal terminal) throws IOException;
  }

  /**
   * What a command takes in order.
   *
   * @param label as help writes it
   * @param meaning what it is
   * @param required whether it must be given
   * @param many whether more of it may follow
   */
  record Parameter(String label, Msg meaning, boolean required, boolean many) {}

  /** A line to type, and why. */
  record Example(String line, Text why) {}
}
