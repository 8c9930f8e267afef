package io.breakwater.inspect.internal.dockerfile;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks about the flags of RUN and how many there are. */
final class RunRules {
  private static final Set<String> BUILD_TOOLS =
      Set.of(
          "gcc",
          "g++",
          "make",
          "cmake",
          "build-essential",
          "build-base",
          "clang",
          "autoconf",
          "automake",
          "rustc",
          "cargo",
          "golang",
          "maven",
          "gradle",
          "openjdk-17-jdk",
          "openjdk-21-jdk",
          "default-jdk",
          "gcc-c++",
          "python3-dev",
          "musl-dev");

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
    rules.on(
        "dockerfile-final-stage-build-tools",
        (build, report) -> {
          Stage target = build.target();
          for (Instruction each : target.instructions()) {
            if (!each.is(Keyword.RUN) || !(each.arguments() instanceof Arguments.Plain(Word code)))
              continue;
            String tool = installed(code.text());
            if (!tool.isEmpty()) report.at(each, tool);
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

  /** A build tool that a command installs and does not remove again; empty without one. */
  private static String installed(String code) {
    boolean installs = false;
    String found = "";
    for (String word : code.split("[ \t\n]+", -1)) {
      if (word.equals("install") || word.equals("add")) installs = true;
      if (word.equals("&&") || word.equals(";") || word.equals("||") || word.endsWith(";"))
        installs = false;
      if (word.equals("purge")
          || word.equals("del")
          || word.equals("remove")
          || word.equals("erase")
          || word.equals("autoremove")
          || word.equals(".build-deps")) return "";
      int end = word.indexOf('=');
      String name = end < 0 ? word : word.substring(0, end);
      if (installs && found.isEmpty() && BUILD_TOOLS.contains(name)) found = name;
    }
    return found;
  }
}
