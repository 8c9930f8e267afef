package io.breakwater.inspect.internal.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * An instruction of a Dockerfile.
 *
 * @param written its keyword as it is written
 * @param keyword what that means
 * @param keywordAt where the keyword stands in the line
 * @param line its lines as one, which the offsets of words count in
 * @param flags before its arguments
 * @param arguments what follows
 * @param heredocs texts in the lines after it
 * @param end where it ends in the file, heredocs included
 * @param blankInside an empty line between its lines, as an offset in the file; -1 without one
 */
record Instruction(
    String written,
    Keyword keyword,
    int keywordAt,
    JoinedText line,
    List<Flag> flags,
    Arguments arguments,
    List<Heredoc> heredocs,
    int end,
    int blankInside) {
  Instruction {
    flags = List.copyOf(flags);
    heredocs = List.copyOf(heredocs);
  }

  /** Where it begins in the file. */
  int start() {
    return line.origin(keywordAt);
  }

  /** A flag by its name. */
  Optional<Flag> flag(String name) {
    for (Flag flag : flags) if (flag.name().equals(name)) return Optional.of(flag);
    return Optional.empty();
  }

  /** Whether it is this instruction. */
  boolean is(Keyword other) {
    return keyword == other;
  }

  /** The arguments as words; one text is one word. */
  List<Word> words() {
    return switch (arguments) {
      case Arguments.Exec exec -> exec.words();
      case Arguments.Words words -> words.words();
      case Arguments.Plain plain ->
          plain.text().text().isEmpty() ? List.of() : List.of(plain.text());
      default -> List.of();
    };
  }

  /** The names and values of ENV, LABEL and ARG. */
  List<Arguments.Pair> pairs() {
    return arguments instanceof Arguments.Pairs pairs ? pairs.pairs() : List.of();
  }

  /** The instruction behind ONBUILD, or itself. */
  Instruction effective() {
    return arguments instanceof Arguments.Trigger trigger ? trigger.instruction() : this;
  }
}
