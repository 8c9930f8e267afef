package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.inspect.lint.BuildStep;
import io.breakwater.inspect.lint.InvalidConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The instructions that a Dockerfile's image is made by. */
public final class BuildSteps {
  private BuildSteps() {}

  /** Those of the last stage and of the stages below it, the lowest first. */
  public static List<BuildStep> of(String text) throws InvalidConfigurationException {
    Build build = Build.of(DockerfileParser.parse(text), LintSettings.NONE, IgnoredFiles.NONE);
    if (build.stages().isEmpty()) return List.of();
    var chain = new ArrayList<Stage>();
    for (@Nullable Stage each = build.target(); each != null; each = each.parent()) {
      chain.addFirst(each);
    }
    var steps = new ArrayList<BuildStep>();
    for (Stage stage : chain) {
      if (steps.isEmpty()) stage.from().ifPresent(from -> steps.add(step(build, from)));
      for (Instruction each : stage.instructions()) steps.add(step(build, each));
    }
    return steps;
  }

  private static BuildStep step(Build build, Instruction each) {
    SourceFile file = build.file().file();
    int line = file.line(each.start());
    int end = Math.max(line, file.line(Math.max(each.start(), each.end() - 1)));
    String whole = each.line().text();
    int from = Math.min(whole.length(), each.keywordAt() + each.written().length());
    return new BuildStep(
        each.written().toUpperCase(Locale.ROOT), whole.substring(from).strip(), line, end);
  }
}
