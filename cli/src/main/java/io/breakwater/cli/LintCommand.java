package io.breakwater.cli;

import io.breakwater.cli.Command.Example;
import io.breakwater.cli.Command.Parameter;
import io.breakwater.inspect.lint.InvalidConfigurationException;
import io.breakwater.inspect.lint.LintResult;
import io.breakwater.inspect.lint.Linter;
import io.breakwater.inspect.lint.PodSecurityLevel;
import io.breakwater.model.Severity;
import io.breakwater.model.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code bw lint}: what is wrong in files of configuration, before anything is built of them. */
final class LintCommand implements Command.Action {
  private static final List<String> FORMATS = List.of("table", "json", "sarif");

  /** The command. */
  static Command command() {
    return Command.leaf(
        "lint",
        Msg.LINT,
        List.of(new Parameter("FILE|DIR", Msg.LINT_INPUT, true, true)),
        List.of(
            Opt.LINT_FORMAT,
            Opt.LINT_FIX,
            Opt.LINT_FAIL_ON,
            Opt.POD_SECURITY,
            Opt.POD_SECURITY_VERSION),
        List.of(
            new Example("bw lint .", new Text("everything below this folder", "检查当前目录下的全部文件")),
            new Example(
                "bw lint --fix Dockerfile", new Text("change what is safe", "自动修复可安全修改的问题")),
            new Example(
                "bw lint --fail-on high --format sarif . > lint.sarif",
                new Text("gate a pull request", "作为合并请求的门禁")),
            new Example(
                "helm template shop | bw lint --pod-security restricted -",
                new Text("would a cluster admit it?", "集群会接受吗？"))),
        new LintCommand());
  }

  /** What was asked for and what came of it. */
  record Outcome(List<LintResult> results, int files, int fixed, int changed) {}

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    String format = arguments.oneOf(Opt.LINT_FORMAT, "table", FORMATS);
    Optional<Severity> threshold = arguments.severity(Opt.LINT_FAIL_ON);
    var linter = new Linter(podSecurity(arguments));
    boolean fix = arguments.has(Opt.LINT_FIX);
    if (fix && arguments.positionals().contains("-")) {
      throw arguments.bad(Opt.LINT_FIX, "-", Msg.LINT_FIX_STDIN);
    }
    var files = new LintFiles(linter, terminal);
    List<LintFiles.Source> sources = files.find(arguments.positionals());
    var results = new ArrayList<LintResult>();
    int fixed = 0;
    int changed = 0;
    for (LintFiles.Source source : sources) {
      try {
        String text = source.text();
        if (fix && source.path().isPresent()) {
          Linter.Fixed after = linter.fix(source.shown(), source.name(), text, source.neighbours());
          if (!after.text().equals(text)) {
            files.write(source, after.text());
            text = after.text();
            fixed += after.count();
            changed++;
          }
        }
        results.add(linter.lint(source.shown(), source.name(), text, source.neighbours()));
      } catch (InvalidConfigurationException broken) {
        files.refuse(
            source.shown() + ":" + broken.line() + ":" + broken.column() + ": " + broken.reason());
      }
    }
    write(format, new Outcome(results, sources.size(), fixed, changed), terminal);
    if (files.refused()) return Main.ERROR;
    return isRefused(results, threshold) ? Main.REFUSED : Main.OK;
  }

  private static void write(String format, Outcome outcome, Terminal terminal) throws IOException {
    switch (format) {
      case "json" -> LintJson.write(outcome.results(), terminal);
      case "sarif" -> LintSarif.write(outcome.results(), terminal);
      default -> new LintTable(outcome, terminal).lines().forEach(terminal::line);
    }
  }

  private static Optional<PodSecurityLevel> podSecurity(Arguments arguments) {
    Optional<String> level = arguments.value(Opt.POD_SECURITY);
    Optional<String> version = arguments.value(Opt.POD_SECURITY_VERSION);
    if (level.isEmpty() && version.isEmpty()) return Optional.empty();
    String known =
        arguments.oneOf(
            Opt.POD_SECURITY, "restricted", List.of("privileged", "baseline", "restricted"));
    try {
      return Optional.of(new PodSecurityLevel(known, version.orElse("latest")));
    } catch (IllegalArgumentException unknown) {
      throw arguments.bad(Opt.POD_SECURITY_VERSION, version.orElse(""), Msg.LINT_POD_A_VERSION);
    }
  }

  private static boolean isRefused(List<LintResult> results, Optional<Severity> threshold) {
    for (LintResult result : results) {
      if (result.podSecurity().isPresent() && !result.podSecurity().get().allowed()) return true;
      if (threshold.isEmpty()) continue;
      for (var finding : result.findings()) {
        if (finding.severity().atLeast(threshold.get())) return true;
      }
    }
    return false;
  }
}
