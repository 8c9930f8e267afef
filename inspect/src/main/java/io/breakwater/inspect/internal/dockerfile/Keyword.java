package io.breakwater.inspect.internal.dockerfile;

import java.util.Locale;

/** The instructions of a Dockerfile. */
enum Keyword {
  ADD(Grammar.LIST),
  ARG(Grammar.DECLARATIONS),
  CMD(Grammar.COMMAND),
  COPY(Grammar.LIST),
  ENTRYPOINT(Grammar.COMMAND),
  ENV(Grammar.PAIRS),
  EXPOSE(Grammar.WORDS),
  FROM(Grammar.WORDS),
  HEALTHCHECK(Grammar.HEALTH),
  LABEL(Grammar.PAIRS),
  MAINTAINER(Grammar.TEXT),
  ONBUILD(Grammar.TRIGGER),
  RUN(Grammar.COMMAND),
  SHELL(Grammar.COMMAND),
  STOPSIGNAL(Grammar.TEXT),
  USER(Grammar.TEXT),
  VOLUME(Grammar.LIST),
  WORKDIR(Grammar.TEXT),
  /** A word that no builder knows. */
  UNKNOWN(Grammar.NONE);

  private final Grammar grammar;

  Keyword(Grammar grammar) {
    this.grammar = grammar;
  }

  /** How what follows is read. */
  Grammar grammar() {
    return grammar;
  }

  /** Whether heredocs may follow. */
  boolean takesHeredocs() {
    return this == RUN || this == COPY || this == ADD;
  }

  /** The instruction that a word names, in any letter case. */
  static Keyword of(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    for (Keyword each : values()) {
      if (each != UNKNOWN && each.name().equals(upper)) return each;
    }
    return UNKNOWN;
  }

  /** How the arguments of an instruction are read. */
  enum Grammar {
    /** A JSON array of strings, or one text. */
    COMMAND,
    /** A JSON array of strings, or words. */
    LIST,
    /** Words between white space. */
    WORDS,
    /** One text. */
    TEXT,
    /** Names and values. */
    PAIRS,
    /** Names that may have values. */
    DECLARATIONS,
    /** {@code NONE}, or {@code CMD} and a command. */
    HEALTH,
    /** Another instruction. */
    TRIGGER,
    /** Nothing that is read. */
    NONE
  }
}
