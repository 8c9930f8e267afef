package io.breakwater.inspect.lint;

import java.util.List;
import java.util.Optional;

/** Lints files of configuration by their kind. Stateless, safe for use by several threads. */
public final class Linter {
  private static final List<FileLinter> LINTERS = List.of(new ManifestLinter());

  private final Optional<PodSecurityLevel> podSecurity;

  /**
   * A linter.
   *
   * @param podSecurity the standard that pods are held to, where one was asked for
   */
  public Linter(Optional<PodSecurityLevel> podSecurity) {
    this.podSecurity = podSecurity;
  }

  /** Whether there is a linter for a file; asked of every file of a folder. */
  public boolean knows(String name, String text) {
    for (FileLinter linter : LINTERS) if (linter.accepts(name, text)) return true;
    return false;
  }

  /**
   * Lints a file. One that no linter knows is taken for a Dockerfile.
   *
   * @param file as the user named it
   * @param name the last part of its path
   * @throws InvalidConfigurationException when the text is not what its name says
   */
  public LintResult lint(String file, String name, String text)
      throws InvalidConfigurationException {
    FileLinter chosen = LINTERS.getFirst();
    for (FileLinter linter : LINTERS) {
      if (linter.accepts(name, text)) {
        chosen = linter;
        break;
      }
    }
    return chosen.lint(file, text, podSecurity);
  }
}
