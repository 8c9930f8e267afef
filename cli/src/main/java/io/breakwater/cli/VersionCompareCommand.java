package io.breakwater.cli;

import io.breakwater.advisory.version.VersionComparison;
import io.breakwater.advisory.version.VersionScheme;
import io.breakwater.advisory.version.VersionSchemes;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code bw version compare}: which of two versions is older, by the ecosystem's own order. */
final class VersionCompareCommand implements Command.Action {
  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    List<String> words = arguments.positionals();
    VersionScheme scheme = VersionSchemes.byName(words.getFirst()).orElse(null);
    if (scheme == null) {
      throw ProblemException.of(
          ProblemCode.UNKNOWN_NAME,
          words.getFirst(),
          terminal.say(Msg.A_SCHEME),
          String.join(", ", VersionSchemes.names()));
    }
    if (words.size() == 2) throw new UsageException(arguments.path(), Msg.MISSING, "B");
    if (words.size() == 3) {
      terminal.out().println(VersionComparison.answer(scheme, words.get(1), words.get(2)));
    } else {
      answerLines(scheme, terminal);
    }
    return Main.OK;
  }

  /** Answers each line at its own place, so that a caller can pair questions and answers. */
  private static void answerLines(VersionScheme scheme, Terminal terminal) throws IOException {
    var lines =
        new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8), 1 << 16);
    PrintStream out = terminal.out();
    for (String line; (line = lines.readLine()) != null; ) {
      int tab = line.indexOf('\t');
      String answer =
          tab < 0
              ? "!"
              : VersionComparison.answer(scheme, line.substring(0, tab), line.substring(tab + 1));
      out.print(answer);
      out.print('\n');
    }
  }
}
