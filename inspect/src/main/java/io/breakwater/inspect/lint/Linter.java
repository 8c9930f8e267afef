package io.breakwater.inspect.lint;

import io.breakwater.inspect.internal.dockerfile.DockerfileLinter;
import java.util.List;
import java.util.Optional;

/** Lints files of configuration by their kind. Stateless, safe for use by several threads. */
public final class Linter {
  private static final List<FileLinter> LINTERS =
      List.of(new DockerfileLinter(), new ManifestLinter());

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

  /** As {@link #lint(String, String, String, Neighbours)} for a text that stands alone. */
  public LintResult lint(String file, String name, String text)
      throws InvalidConfigurationException {
    return lint(file, name, text, Neighbours.NONE);
  }

  /**
   * Lints a file. One that no linter knows is taken for a Dockerfile.
   *
   * @param file as the user named it
   * @param name the last part of its path
   * @param beside the files in its folder
   * @throws InvalidConfigurationException when the text is not what its name says
   */
  public LintResult lint(String file, String name, String text, Neighbours beside)
      throws InvalidConfigurationException {
    FileLinter chosen = LINTERS.getFirst();
    for (FileLinter linter : LINTERS) {
      if (linter.accepts(name, text)) {
        chosen = linter;
        break;
      }
    }
    return chosen.lint(file, text, podSecurity, beside);
  }

  /**
   * Changes a file where that is safe until no finding is left that can be removed so. What is
   * fixed once is not changed by fixing it again.
   *
   * @throws InvalidConfigurationException when the text is not what its name says
   */
  public Fixed fix(String file, String name, String text, Neighbours beside)
      throws InvalidConfigurationException {
    return Fixer.fix(text, changed -> lint(file, name, changed, beside));
  }

  /**
   * A file after its fixes.
   *
   * @param text as it should be
   * @param count how many findings were removed
   */
  public record Fixed(String text, int count) {}
}
