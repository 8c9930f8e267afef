package io.breakwater.inspect.internal.shell.check;

import io.breakwater.inspect.internal.shell.Analysis;
import io.breakwater.inspect.internal.shell.Command;
import io.breakwater.inspect.internal.shell.Invocation;
import io.breakwater.inspect.internal.shell.Script;
import io.breakwater.inspect.internal.shell.Sequence;
import io.breakwater.inspect.internal.shell.ShellSource;
import io.breakwater.inspect.internal.shell.ShellStage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The shell code of one instruction, seen through, with what is known of the build around it.
 *
 * @param stage that it is part of
 * @param source the code
 * @param analysis what the code does
 * @param before what the code before it in the same stage did
 * @param shipped whether what it leaves behind gets into an image that is kept or built upon
 * @param last whether its stage is the last of the file
 */
record Code(
    ShellStage stage,
    ShellSource source,
    Analysis analysis,
    Before before,
    boolean shipped,
    boolean last) {
  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "ash", "zsh", "ksh", "mksh", "busybox", "env");

  /**
   * What a stage did so far.
   *
   * @param layers whether anything was run
   */
  record Before(boolean layers, boolean wget, boolean curl) {
    static final Before NOTHING = new Before(false, false, false);

    Before and(Code code) {
      boolean moreWget = wget || !code.runs("wget").isEmpty();
      boolean moreCurl = curl || !code.runs("curl").isEmpty();
      return new Before(true, moreWget, moreCurl);
    }
  }

  /** The code of every instruction that gives its text to a shell of the Bourne family. */
  static List<Code> of(List<ShellStage> stages) {
    List<Code> out = new ArrayList<>();
    for (ShellStage stage : stages) {
      boolean last = stage.index() == stages.getLast().index();
      boolean shipped = last;
      for (ShellStage other : stages) if (other.parent() == stage.index()) shipped = true;
      Before before = Before.NOTHING;
      for (ShellSource source : stage.sources()) {
        if (!bourne(source)) continue;
        var analysis = Analysis.of(Script.parse(source.text()), stage.environment());
        boolean kept = shipped || source.onbuild();
        var code = new Code(stage, source, analysis, before, kept, last);
        if (code.builds()) before = before.and(code);
        out.add(code);
      }
    }
    return out;
  }

  private static boolean bourne(ShellSource source) {
    if (source.form() == ShellSource.Form.RUN_EXEC || source.shell().isEmpty()) return true;
    String first = source.shell().getFirst();
    return SHELLS.contains(first.substring(first.lastIndexOf('/') + 1));
  }

  /** Whether it runs while the image is built. */
  boolean builds() {
    return switch (source.form()) {
      case RUN, RUN_EXEC, HEREDOC -> true;
      case CMD, ENTRYPOINT, HEALTHCHECK -> false;
    };
  }

  /** The base name of the shell that gets it. */
  String shell() {
    String first = source.shell().isEmpty() ? "sh" : source.shell().getFirst();
    return first.substring(first.lastIndexOf('/') + 1);
  }

  List<Invocation> invocations() {
    return analysis.invocations();
  }

  /** The invocations of these programs. */
  List<Invocation> runs(String... names) {
    List<Invocation> out = new ArrayList<>();
    for (Invocation i : invocations()) if (i.is(names)) out.add(i);
    return out;
  }

  /** Whether something after {@code first} removes a folder whose path begins so. */
  boolean removedAfter(Invocation first, String... folders) {
    boolean after = false;
    for (Invocation i : invocations()) {
      if (i.sameAs(first)) after = true;
      if (!after || !i.is("rm", "find")) continue;
      for (Invocation.Argument a : i.arguments()) {
        for (String folder : folders) {
          if (a.text().startsWith(folder) || a.text().equals(parent(folder) + "/*")) return true;
        }
      }
    }
    return false;
  }

  private static String parent(String folder) {
    return folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
  }

  /** Where a command can be appended with {@code &&}, if the code is one such chain. */
  OptionalInt appendable() {
    if (source.form() != ShellSource.Form.RUN) return OptionalInt.empty();
    var script = analysis.script();
    if (script.unparsed().isPresent() || script.body().items().size() != 1) {
      return OptionalInt.empty();
    }
    Sequence.Item only = script.body().items().getFirst();
    if (only.terminator() != Sequence.Terminator.END) return OptionalInt.empty();
    List<Command> commands =
        switch (only.command()) {
          case Command.Simple simple -> List.of(simple);
          case Command.AndOr chain when !chain.operators().contains(Command.Operator.OR) ->
              chain.commands();
          case Command _ -> List.of();
        };
    boolean plain = !commands.isEmpty();
    for (Command c : commands) {
      boolean simple =
          c instanceof Command.Simple s
              && s.redirects().stream().noneMatch(r -> r.body().isPresent());
      plain &= simple;
    }
    return plain ? OptionalInt.of(only.command().end()) : OptionalInt.empty();
  }
}
