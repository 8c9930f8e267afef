package io.breakwater.inspect.internal.shell;

import java.util.List;

/** A command. Offsets are those of the script, the end exclusive. */
public sealed interface Command {
  /** Where it begins. */
  int start();

  /** Where it ends. */
  int end();

  /** A program or builtin with its arguments; only assignments and redirections are one too. */
  record Simple(
      int start, int end, List<Assignment> assignments, List<Word> words, List<Redirect> redirects)
      implements Command {
    /** Copies the lists. */
    public Simple {
      assignments = List.copyOf(assignments);
      words = List.copyOf(words);
      redirects = List.copyOf(redirects);
    }
  }

  /** Commands joined by {@code |}; a single one only when it is negated. */
  record Pipeline(int start, int end, boolean negated, List<Command> stages) implements Command {
    /** Copies the list. */
    public Pipeline {
      stages = List.copyOf(stages);
    }
  }

  /**
   * Commands joined by {@code &&} and {@code ||}, from left to right.
   *
   * @param commands at least two
   * @param operators one less than commands
   */
  record AndOr(int start, int end, List<Command> commands, List<Operator> operators)
      implements Command {
    /** Copies the lists. */
    public AndOr {
      commands = List.copyOf(commands);
      operators = List.copyOf(operators);
    }
  }

  /** How two commands are joined. */
  enum Operator {
    /** {@code &&}. */
    AND,
    /** {@code ||}. */
    OR
  }

  /**
   * A command made of others.
   *
   * @param words {@code for} and {@code select}: the name, then the list; {@code [[}: its words; a
   *     function: its name; {@code ((}: its text
   * @param bodies {@code if}: condition and commands by turns, those of {@code else} last; {@code
   *     while} and {@code until}: condition, commands; else one, or none
   */
  record Compound(
      int start,
      int end,
      Kind kind,
      List<Word> words,
      List<Sequence> bodies,
      List<Redirect> redirects)
      implements Command {
    /** Copies the lists. */
    public Compound {
      words = List.copyOf(words);
      bodies = List.copyOf(bodies);
      redirects = List.copyOf(redirects);
    }

    /** What it is. */
    public enum Kind {
      /** {@code ( … )}. */
      SUBSHELL,
      /** <code>{ …; }</code>. */
      GROUP,
      /** {@code if}. */
      IF,
      /** {@code while}. */
      WHILE,
      /** {@code until}. */
      UNTIL,
      /** {@code for name in …}. */
      FOR,
      /** {@code for ((…))}. */
      FOR_ARITHMETIC,
      /** {@code select}. */
      SELECT,
      /** A definition of a function. */
      FUNCTION,
      /** {@code [[ … ]]}. */
      TEST,
      /** {@code (( … ))}. */
      ARITHMETIC
    }
  }

  /** {@code case}. */
  record Case(int start, int end, Word subject, List<Choice> choices, List<Redirect> redirects)
      implements Command {
    /** Copies the lists. */
    public Case {
      choices = List.copyOf(choices);
      redirects = List.copyOf(redirects);
    }
  }

  /**
   * One choice of a {@code case}.
   *
   * @param terminator {@code ;;}, {@code ;&} or {@code ;;&}
   */
  record Choice(List<Word> patterns, Sequence body, String terminator) {
    /** Copies the list. */
    public Choice {
      patterns = List.copyOf(patterns);
    }
  }
}
