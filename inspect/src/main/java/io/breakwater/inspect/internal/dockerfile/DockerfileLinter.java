package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.inspect.internal.shell.ShellHit;
import io.breakwater.inspect.internal.shell.ShellSource;
import io.breakwater.inspect.internal.shell.check.ShellChecks;
import io.breakwater.inspect.lint.FileLinter;
import io.breakwater.inspect.lint.InvalidConfigurationException;
import io.breakwater.inspect.lint.LintFinding;
import io.breakwater.inspect.lint.LintResult;
import io.breakwater.inspect.lint.Neighbours;
import io.breakwater.inspect.lint.PodSecurityLevel;
import io.breakwater.inspect.lint.TextEdit;
import io.breakwater.model.Check;
import io.breakwater.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lints Dockerfiles and Containerfiles. */
public final class DockerfileLinter implements FileLinter {
  private static final int MAX_FINDINGS = 10_000;

  private final LintSettings settings;

  /** A linter with nothing special. */
  public DockerfileLinter() {
    this(LintSettings.NONE);
  }

  DockerfileLinter(LintSettings settings) {
    this.settings = settings;
  }

  /** Every check about Dockerfiles, those about their shell code too, in the order of documents. */
  public static List<Check> checks() {
    var all = new ArrayList<Check>();
    for (Catalogue.Entry each : Catalogue.all()) all.add(each.check());
    all.addAll(ShellChecks.all());
    return all;
  }

  @Override
  public boolean accepts(String name, String text) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".dockerignore") || lower.endsWith(".md")) return false;
    return lower.equals("dockerfile")
        || lower.equals("containerfile")
        || lower.startsWith("dockerfile.")
        || lower.startsWith("dockerfile-")
        || lower.startsWith("containerfile.")
        || lower.endsWith(".dockerfile")
        || lower.endsWith(".containerfile");
  }

  @Override
  public LintResult lint(String file, String text, Optional<PodSecurityLevel> podSecurity)
      throws InvalidConfigurationException {
    return lint(file, text, settings, IgnoredFiles.NONE);
  }

  @Override
  public LintResult lint(
      String file, String text, Optional<PodSecurityLevel> podSecurity, Neighbours beside)
      throws InvalidConfigurationException {
    IgnoredFiles ignored =
        beside.text(".dockerignore").map(IgnoredFiles::parse).orElse(IgnoredFiles.NONE);
    LintSettings wanted =
        settings.equals(LintSettings.NONE) ? HadolintConfig.read(beside) : settings;
    return lint(file, text, wanted, ignored);
  }

  private static LintResult lint(
      String file, String text, LintSettings settings, IgnoredFiles ignored)
      throws InvalidConfigurationException {
    Dockerfile parsed = DockerfileParser.parse(text);
    var found = new ArrayList<LintFinding>();
    Build build = Build.of(parsed, settings, ignored);
    for (Rules.Rule rule : Rules.all()) {
      var report = new Report(parsed.file(), rule.entry(), f -> keep(f, settings, found));
      rule.logic().look(build, report);
    }
    ShellChecks.inspect(ShellStages.of(build), hit -> keep(finding(hit), settings, found));
    List<LintFinding> kept = new Silencer(parsed, settings).apply(found);
    kept.sort(Comparator.comparingInt(LintFinding::line).thenComparingInt(LintFinding::column));
    return new LintResult(file, LintResult.Kind.DOCKERFILE, kept, Optional.empty());
  }

  private static void keep(LintFinding finding, LintSettings settings, List<LintFinding> found) {
    if (found.size() >= MAX_FINDINGS) return;
    Optional<Severity> wanted = severity(finding.check(), settings);
    found.add(
        wanted.isEmpty()
            ? finding
            : new LintFinding(
                finding.check(),
                wanted.get(),
                finding.confidence(),
                finding.message(),
                finding.line(),
                finding.column(),
                finding.field(),
                finding.fix()));
  }

  private static Optional<Severity> severity(Check check, LintSettings settings) {
    if (settings.severities().isEmpty()) return Optional.empty();
    Severity own = settings.severities().get(check.id());
    if (own != null) return Optional.of(own);
    for (String alias : check.aliases()) {
      Severity other = settings.severities().get(alias);
      if (other != null) return Optional.of(other);
    }
    return Optional.empty();
  }

  private static LintFinding finding(ShellHit hit) {
    ShellSource source = hit.source();
    return new LintFinding(
        hit.check(),
        hit.severity(),
        hit.confidence(),
        hit.message(),
        source.places().line(hit.offset()),
        source.places().column(hit.offset()),
        "",
        edits(hit));
  }

  /** The edits in the file; none when one of them touches characters that do not stand together. */
  private static List<TextEdit> edits(ShellHit hit) {
    var out = new ArrayList<TextEdit>();
    for (ShellHit.Edit edit : hit.fix()) {
      int start = hit.source().places().origin(edit.start());
      int end =
          edit.end() == edit.start() ? start : hit.source().places().origin(edit.end() - 1) + 1;
      if (end - start != edit.end() - edit.start()) return List.of();
      out.add(new TextEdit(start, end, edit.replacement()));
    }
    return out;
  }
}
