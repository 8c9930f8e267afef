package io.breakwater.inspect.internal.shell;

import java.util.List;

/** A piece of a word. Offsets are those of the script, the end exclusive. */
public sealed interface Part {
  /** Where it begins. */
  int start();

  /** Where it ends. */
  int end();

  /**
   * Text that stands for itself.
   *
   * @param text after quotes and backslashes were taken off
   * @param quoting how it was quoted
   */
  record Literal(int start, int end, String text, Quoting quoting) implements Part {}

  /** What stands between double quotes. */
  record DoubleQuoted(int start, int end, List<Part> parts) implements Part {
    /** Copies the list. */
    public DoubleQuoted {
      parts = List.copyOf(parts);
    }
  }

  /**
   * {@code $name} or {@code ${name…}}.
   *
   * @param name of the variable, a digit, or one of {@code @*#?-$!}
   * @param operator what stands between the name and the argument: {@code :-}, {@code %%}, {@code
   *     [0]}; {@code #} for a length; empty for the plain value
   * @param argument what follows the operator
   */
  record Parameter(int start, int end, String name, String operator, List<Part> argument)
      implements Part {
    /** Copies the list. */
    public Parameter {
      argument = List.copyOf(argument);
    }

    /** Whether it is the value and nothing more. */
    public boolean plain() {
      return operator.isEmpty();
    }
  }

  /** The output of commands: <code>$(…)</code>, backticks, {@code <(…)} or {@code >(…)}. */
  record Substitution(int start, int end, Kind kind, Sequence body) implements Part {
    /** How it is written. */
    public enum Kind {
      /** <code>$(…)</code>. */
      DOLLAR,
      /** Between backticks. */
      BACKTICK,
      /** {@code <(…)} or {@code >(…)}. */
      PROCESS
    }
  }

  /**
   * {@code $((…))}.
   *
   * @param expression between the parentheses, as written
   */
  record Arithmetic(int start, int end, String expression) implements Part {}

  /** How text was quoted. */
  enum Quoting {
    /** Not at all: patterns and braces in it are expanded. */
    NONE,
    /** By a backslash. */
    BACKSLASH,
    /** By single quotes. */
    SINGLE,
    /** By double quotes, or as the body of a here-document. */
    DOUBLE,
    /** By {@code $'…'}. */
    ANSI
  }
}
