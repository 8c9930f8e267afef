package io.breakwater.cli;

import io.breakwater.model.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What one command did: its exit code and what it wrote. */
record Run(int code, String out, String err) {

  /** Runs a command in this process, without a terminal, in English. */
  static Run bw(String... words) {
    return bw(Language.ENGLISH, "", words);
  }

  /** Runs a command in this process, without a terminal. */
  static Run bw(Language language, String input, String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            Map.of("HOME", Path.of("target", "test-home").toAbsolutePath().toString()),
            language,
            Terminal.PLAIN_WIDTH,
            false,
            false);
    int code = Main.run(List.of(words), terminal);
    terminal.out().flush();
    terminal.err().flush();
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
