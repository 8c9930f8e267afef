package io.breakwater.inspect.lint;

import java.util.List;
import java.util.Optional;

/**
 * What lint says about one file.
 *
 * @param file as the user named it
 * @param kind what the file was taken for
 * @param findings in the order of the file
 * @param podSecurity the verdict of the Pod Security Standards, where one was asked for
 */
public record LintResult(
    String file, Kind kind, List<LintFinding> findings, Optional<PodSecurity> podSecurity) {
  /** Copies the list. */
  public LintResult {
    findings = List.copyOf(findings);
  }

  /** Kinds of files. */
  public enum Kind {
    /** A Dockerfile or Containerfile. */
    DOCKERFILE,
    /** Objects of Kubernetes. */
    KUBERNETES,
    /** A Compose file. */
    COMPOSE
  }

  /**
   * A verdict of the Pod Security Standards.
   *
   * @param level {@code privileged}, {@code baseline} or {@code restricted}
   * @param version such as {@code v1.34}, or {@code latest}
   * @param violations why a pod is refused; none when all are allowed
   */
  public record PodSecurity(String level, String version, List<Violation> violations) {
    /** Copies the list. */
    public PodSecurity {
      violations = List.copyOf(violations);
    }

    /** Whether every pod is allowed. */
    public boolean allowed() {
      return violations.isEmpty();
    }
  }

  /**
   * Why a pod is refused.
   *
   * @param check Kubernetes' id of the check, such as {@code hostNamespaces}
   * @param field the field that breaks it
   * @param message in Kubernetes' own words
   */
  public record Violation(String check, String field, String message) {}
}
