package io.breakwater.inspect.internal.shell;

import java.util.List;

/** Commands one after the other. */
public record Sequence(List<Item> items) {
  /** No commands. */
  public static final Sequence EMPTY = new Sequence(List.of());

  /** Copies the list. */
  public Sequence {
    items = List.copyOf(items);
  }

  /** A command and what ends it. */
  public record Item(Command command, Terminator terminator) {}

  /** What ends a command. */
  public enum Terminator {
    /** {@code ;}. */
    SEMICOLON,
    /** The end of the line. */
    NEWLINE,
    /** {@code &}: it runs in the background. */
    BACKGROUND,
    /** The end of the list. */
    END
  }
}
