package io.breakwater.inspect.internal.dockerfile;

import java.util.List;
import java.util.Optional;

/** What follows the keyword and the flags of an instruction. */
sealed interface Arguments {
  /** A JSON array of strings. */
  record Exec(List<Word> words) implements Arguments {}

  /** One text, as a shell or the builder gets it; empty when nothing follows. */
  record Plain(Word text) implements Arguments {}

  /** Words between white space. */
  record Words(List<Word> words) implements Arguments {}

  /** Names and values. */
  record Pairs(List<Pair> pairs) implements Arguments {}

  /** Of HEALTHCHECK: its first word and the command. */
  record Health(Optional<Word> type, Optional<Arguments> command) implements Arguments {}

  /** Of ONBUILD: the instruction for later. */
  record Trigger(Instruction instruction) implements Arguments {}

  /** Nothing. */
  record None() implements Arguments {}

  /**
   * A name and its value.
   *
   * @param name as it is written
   * @param value as it is written; empty when there is none
   * @param separator {@code =}, or empty for {@code NAME value}
   * @param hasValue whether a value stands there, which may be empty
   */
  record Pair(Word name, Word value, String separator, boolean hasValue) {}
}
