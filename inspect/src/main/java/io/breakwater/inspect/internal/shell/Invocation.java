package io.breakwater.inspect.internal.shell;

import java.util.List;
import java.util.Set;

/**
 * A program that a script starts, also behind {@code sudo}, {@code env} or {@code sh -c}.
 *
 * @param name of the program, without its folder
 * @param word where it is named
 * @param arguments what it gets
 * @param command what it is part of
 * @param via the names of the programs that start it, the nearest last; none as a rule
 */
public record Invocation(
    String name, Word word, List<Argument> arguments, Command.Simple command, List<String> via) {
  /** Copies the lists. */
  public Invocation {
    arguments = List.copyOf(arguments);
    via = List.copyOf(via);
  }

  /**
   * An argument.
   *
   * @param text after quotes were taken off; {@link Word#UNKNOWN} stands for what is not known
   */
  public record Argument(Word word, String text) {
    /** Whether the whole of it is an expansion, so that nothing can be said about it. */
    public boolean unknown() {
      return !text.isEmpty() && text.chars().allMatch(c -> c == Word.UNKNOWN);
    }
  }

  /** Whether another invocation is the same place of the script. */
  public boolean sameAs(Invocation other) {
    return start() == other.start() && name.equals(other.name) && via.size() == other.via.size();
  }

  /** Where the program is named. */
  public int start() {
    return word.start();
  }

  /** Whether the program is one of these. */
  public boolean is(String... names) {
    for (String candidate : names) if (name.equals(candidate)) return true;
    return false;
  }

  /** Whether an argument is exactly one of these words. */
  public boolean has(String... words) {
    for (Argument argument : arguments) {
      for (String word : words) if (argument.text().equals(word)) return true;
    }
    return false;
  }

  /** The arguments split into options and operands. */
  public Options options(Options.Spec spec) {
    return Options.split(arguments, spec);
  }

  /** The first operand is the name of a subcommand, as in {@code apt-get -y install}. */
  public boolean runs(Options.Spec spec, Set<String> subcommands) {
    List<Argument> operands = options(spec).operands();
    return !operands.isEmpty() && subcommands.contains(operands.getFirst().text());
  }
}
