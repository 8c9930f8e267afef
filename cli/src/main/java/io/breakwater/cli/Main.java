package io.breakwater.cli;

import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Where {@code bw} starts. */
public final class Main {
  /** Everything was done, and no gate refused. */
  static final int OK = 0;

  /** Nothing was judged, as something went wrong. */
  static final int ERROR = 1;

  /** A gate refused. */
  static final int REFUSED = 2;

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // The most asked question is answered before anything else is loaded.
    if (arguments.length == 1 && arguments[0].equals("--version")) {
      System.out.println(Version.LINE);
      System.out.flush();
      Runtime.getRuntime().halt(OK);
    }
    Map<String, String> environment = System.getenv();
    Terminal terminal = Terminal.ofProcess(environment, arguments);
    int code = run(List.of(arguments), terminal);
    terminal.out().flush();
    terminal.err().flush();
    Runtime.getRuntime().halt(code); // nothing is left to do, and exit() loads a logger first
  }

  /** Runs one command and gives its exit code. Never throws. */
  static int run(List<String> words, Terminal terminal) {
    boolean debug = words.contains(Opt.DEBUG.flag());
    try {
      return dispatch(words, terminal);
    } catch (UsageException usage) {
      terminal.err().println("bw: " + Cells.clean(usage.told(terminal)));
      terminal.err().println("    " + terminal.say(Msg.SEE_HELP, usage.path()));
      return ERROR;
    } catch (ProblemException failed) {
      return tell(failed.problem(), failed, debug, terminal);
    } catch (IOException failed) {
      String words1 = failed.getMessage() == null ? failed.toString() : failed.getMessage();
      return tell(
          Problem.of(ProblemCode.FILE_UNREADABLE, String.join(" ", words), words1),
          failed,
          debug,
          terminal);
    } catch (OutOfMemoryError full) {
      Problem told = Problem.of(ProblemCode.OUT_OF_MEMORY, String.join(" ", words));
      return tell(told, full, debug, terminal);
    } catch (RuntimeException | StackOverflowError defect) {
      return tell(
          Problem.of(ProblemCode.INTERNAL, String.join(" ", words), defect),
          defect,
          debug,
          terminal);
    }
  }

  private static int dispatch(List<String> words, Terminal terminal) throws IOException {
    Command root = Commands.root();
    CommandParser.Call call = CommandParser.find(root, words);
    Arguments arguments = CommandParser.read(call);
    if (arguments.has(Opt.VERSION)) {
      terminal.out().println(Version.LINE);
      return OK;
    }
    boolean nothingToDo = !call.command().children().isEmpty() && arguments.positionals().isEmpty();
    if (arguments.has(Opt.HELP) || nothingToDo) {
      Help.of(call.command(), call.path(), terminal).forEach(terminal.out()::println);
      return OK;
    }
    return call.command().action().run(arguments, terminal);
  }

  /** One cause, one message: what we did to what, why it failed, what to do. */
  private static int tell(Problem problem, Throwable cause, boolean debug, Terminal terminal) {
    var err = terminal.err();
    err.println("bw: " + Cells.clean(problem.headline(terminal.language())));
    int width = Math.max(20, terminal.width() - 4);
    for (String part :
        List.of(problem.cause(terminal.language()), problem.remedy(terminal.language()))) {
      for (String line : Cells.wrap(Cells.clean(part), width)) err.println("    " + line);
    }
    if (debug) {
      cause.printStackTrace(err);
    } else if (problem.code() == ProblemCode.INTERNAL) {
      err.println("    " + terminal.say(Msg.DEBUG_HINT));
    }
    return ERROR;
  }
}
