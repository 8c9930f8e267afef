package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.inspect.lint.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks about what runs in the container and how its health is seen. */
final class CommandRules {
  private static final Set<String> SIGNALS =
      Set.of(
          "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2",
          "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG",
          "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO", "POLL", "PWR", "SYS");

  private CommandRules() {}

  static void add(Rules rules) {
    rules.on("dockerfile-multiple-cmd", (build, report) -> repeated(build, Keyword.CMD, report));
    rules.on(
        "dockerfile-multiple-entrypoint",
        (build, report) -> repeated(build, Keyword.ENTRYPOINT, report));
    rules.on(
        "dockerfile-multiple-healthcheck",
        (build, report) -> repeated(build, Keyword.HEALTHCHECK, report));
    rules.on(
        "dockerfile-shell-form-command",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            Optional<Word> shell = shellForm(each);
            if (shell.isPresent()) {
              report.at(each.start(), json(each, shell.get()), each.keyword().name());
            }
          }
        });
    rules.on(
        "dockerfile-entrypoint-swallows-cmd",
        (build, report) -> {
          Stage target = build.target();
          Optional<Instruction> entry = target.inherited(Keyword.ENTRYPOINT);
          Optional<Instruction> command = target.last(Keyword.CMD);
          if (entry.isPresent() && command.isPresent() && shellForm(entry.get()).isPresent()) {
            report.at(command.get());
          }
        });
    rules.on(
        "dockerfile-no-command",
        (build, report) -> {
          Stage target = build.target();
          boolean runs =
              target.inherited(Keyword.CMD).isPresent()
                  || target.inherited(Keyword.ENTRYPOINT).isPresent();
          if (target.from().isPresent()
              && target.isScratch()
              && !runs
              && !target.instructions().isEmpty()) {
            report.at(target.from().get());
          }
        });
    rules.on(
        "dockerfile-stopsignal-invalid",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            if (!each.is(Keyword.STOPSIGNAL) || each.words().isEmpty()) continue;
            String word = each.words().getFirst().bare();
            if (word.indexOf('$') >= 0) continue;
            String name = word.toUpperCase(java.util.Locale.ROOT);
            if (name.startsWith("SIG")) name = name.substring(3);
            boolean number =
                !name.isEmpty() && name.length() < 3 && name.chars().allMatch(Character::isDigit);
            boolean kills =
                name.equals("KILL") || name.equals("9") || name.equals("STOP") || name.equals("19");
            if (kills || (!number && !SIGNALS.contains(name) && !name.startsWith("RTM")))
              report.at(each, word);
          }
        });
    rules.on(
        "dockerfile-healthcheck-missing",
        (build, report) -> {
          Stage target = build.target();
          if (target.from().isEmpty()) {
            if (none(build)) report.at(build.file().instructions().getFirst());
            return;
          }
          if (target.inherited(Keyword.HEALTHCHECK).isEmpty()) report.at(target.from().get());
        });
    rules.on(
        "dockerfile-healthcheck-none",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            if (each.arguments()
                    instanceof Arguments.Health(Optional<Word> type, Optional<Arguments> command)
                && type.isPresent()
                && type.get().text().equalsIgnoreCase("NONE")) {
              report.at(each);
            }
          }
        });
    rules.on(
        "dockerfile-healthcheck-invalid",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            if (!(each.arguments()
                instanceof Arguments.Health(Optional<Word> type, Optional<Arguments> command)))
              continue;
            String word = type.map(Word::text).orElse("");
            boolean fine =
                word.equalsIgnoreCase("NONE")
                    || (word.equalsIgnoreCase("CMD") && command.isPresent());
            if (!fine) report.at(each);
          }
        });
  }

  private static boolean none(Build build) {
    return build.effective().stream().noneMatch(i -> i.is(Keyword.HEALTHCHECK));
  }

  private static void repeated(Build build, Keyword keyword, Report report) {
    for (Stage stage : build.stages()) {
      Instruction earlier = null;
      for (Instruction each : stage.instructions()) {
        if (!each.is(keyword)) continue;
        if (earlier != null) report.at(earlier);
        earlier = each;
      }
    }
  }

  /** The shell code of a command that is no exec form. */
  private static Optional<Word> shellForm(Instruction each) {
    Arguments arguments = each.arguments();
    if (arguments instanceof Arguments.Health(Optional<Word> type, Optional<Arguments> command)) {
      if (command.isEmpty()) return Optional.empty();
      arguments = command.get();
    } else if (!each.is(Keyword.CMD) && !each.is(Keyword.ENTRYPOINT)) {
      return Optional.empty();
    }
    return arguments instanceof Arguments.Plain(Word text) && !text.text().isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The JSON form of plain words, which no shell would change. */
  private static List<TextEdit> json(Instruction each, Word code) {
    String text = code.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!plain && " ./_-:,@+".indexOf(c) < 0) return List.of();
    }
    String[] words = text.strip().split(" +", -1);
    if (BUILTINS.contains(words[0]) || words[0].equals("exec")) return List.of();
    return Edits.replace(
        each,
        code.start(),
        code.start() + text.length(),
        "[\"" + String.join("\", \"", words) + "\"]");
  }

  private static final Set<String> BUILTINS =
      Set.of(
          ".", "source", "cd", "export", "set", "unset", "ulimit", "umask", "eval", "trap", "read",
          "exit", ":", "if", "while", "for", "case", "until", "alias", "command", "type", "wait",
          "shift");
}
