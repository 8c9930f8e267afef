package io.breakwater.inspect.internal.dockerfile;

import java.util.List;
import java.util.Map;

/** Checks about the flags of RUN and how many there are. */
final class RunRules {
  private RunRules() {}

  static void add(Rules rules) {
    rules.on(
        "dockerfile-run-insecure",
        (build, report) ->
            flags(
                build,
                "security",
                (each, flag) -> {
                  if (flag.value().equals("insecure")) report.at(each, flag.word());
                }));
    rules.on(
        "dockerfile-run-host-network",
        (build, report) ->
            flags(
                build,
                "network",
                (each, flag) -> {
                  if (flag.value().equals("host")) report.at(each, flag.word());
                }));
    rules.on(
        "dockerfile-mount-secret-world",
        (build, report) ->
            flags(
                build,
                "mount",
                (each, flag) -> {
                  Map<String, String> options = flag.options();
                  String mode = options.getOrDefault("mode", "0400");
                  boolean secret = options.getOrDefault("type", "bind").equals("secret");
                  if (secret
                      && !mode.isEmpty()
                      && "4567".indexOf(mode.charAt(mode.length() - 1)) >= 0)
                    report.at(each, flag.word(), mode);
                }));
    rules.on(
        "dockerfile-mount-docker-socket",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            for (Flag flag : each.flags())
              if (flag.value().contains("docker.sock")) report.at(each, flag.word());
          }
        });
    rules.on(
        "dockerfile-consecutive-run",
        (build, report) -> {
          for (Stage stage : build.stages()) {
            Instruction earlier = null;
            for (Instruction each : stage.instructions()) {
              if (!each.is(Keyword.RUN)) {
                earlier = null;
                continue;
              }
              boolean same = earlier != null && flagTexts(earlier).equals(flagTexts(each));
              boolean small = commands(each) <= 1 && (earlier == null || commands(earlier) <= 1);
              if (same && small) report.at(each);
              earlier = each;
            }
          }
        });
  }

  private interface Look {
    void at(Instruction run, Flag flag);
  }

  private static void flags(Build build, String name, Look look) {
    for (Instruction each : build.effective()) {
      if (!each.is(Keyword.RUN)) continue;
      for (Flag flag : each.flags()) if (flag.name().equals(name)) look.at(each, flag);
    }
  }

  private static List<String> flagTexts(Instruction each) {
    return each.flags().stream().map(f -> f.word().text()).sorted().toList();
  }

  private static int commands(Instruction each) {
    if (!each.heredocs().isEmpty()) return 2;
    if (!(each.arguments() instanceof Arguments.Plain(Word code))) return 1;
    int count = 1;
    for (int i = 0; i + 1 < code.text().length(); i++) {
      char c = code.text().charAt(i);
      if (c == ';' || (c == '&' && code.text().charAt(i + 1) == '&')) count++;
    }
    return count;
  }
}
