package io.breakwater.cli;

import java.util.Arrays;

/** The user typed something that no command understands. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final Msg message;
  private final transient Object[] details;

  UsageException(String path, Msg message, Object... details) {
    super(path + ": " + message);
    this.path = path;
    this.message = message;
    this.details = details;
  }

  /** The command whose help tells more. */
  String path() {
    return path;
  }

  /** What is wrong, in the terminal's language. */
  String told(Terminal terminal) {
    return terminal.say(
        message,
        Arrays.stream(details)
            .map(
                d ->
                    d instanceof Arguments.Said s
                        ? terminal.say(s.message(), s.details().toArray())
                        : d)
            .toArray());
  }
}
