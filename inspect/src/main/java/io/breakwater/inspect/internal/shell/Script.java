package io.breakwater.inspect.internal.shell;

import java.util.OptionalInt;

/**
 * A script, parsed.
 *
 * @param source its text
 * @param body its commands, as far as they were understood
 * @param unparsed where understanding ended, if it did before the end
 */
public record Script(String source, Sequence body, OptionalInt unparsed) {
  /** Parses a script in the grammar of POSIX with the extensions of bash that are in use. */
  public static Script parse(String source) {
    return Parser.parse(source);
  }
}
