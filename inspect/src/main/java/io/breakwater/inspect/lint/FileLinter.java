package io.breakwater.inspect.lint;

import java.util.Optional;

/** Lints one kind of file. Stateless. */
public interface FileLinter {
  /**
   * Whether a file is of this kind, by its name and its text.
   *
   * @param name the last part of its path
   */
  boolean accepts(String name, String text);

  /**
   * Lints a text.
   *
   * @param file as the user named it
   * @throws InvalidConfigurationException when the text is not what its name says
   */
  LintResult lint(String file, String text, Optional<PodSecurityLevel> podSecurity)
      throws InvalidConfigurationException;

  /** As {@link #lint(String, String, Optional)}, with the files in its folder. */
  default LintResult lint(
      String file, String text, Optional<PodSecurityLevel> podSecurity, Neighbours beside)
      throws InvalidConfigurationException {
    return lint(file, text, podSecurity);
  }
}
