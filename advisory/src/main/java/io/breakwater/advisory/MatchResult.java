package io.breakwater.advisory;

import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.Finding;
import java.util.List;

/**
 * What the database says about the packages of an image.
 *
 * @param findings what to fix first first
 * @param notCovered packages that no feed speaks about
 * @param undecided packages of which some statements could not be judged
 */
public record MatchResult(
    List<Finding.AboutPackage> findings,
    List<DatabaseInfo.NotCovered> notCovered,
    List<Undecided> undecided) {
  /** Of packages that nobody asked about. */
  public static final MatchResult NOTHING = new MatchResult(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public MatchResult {
    findings = List.copyOf(findings);
    notCovered = List.copyOf(notCovered);
    undecided = List.copyOf(undecided);
  }

  /** The findings that are holes in packages. */
  public List<Finding.Vulnerability> vulnerabilities() {
    return findings.stream()
        .filter(Finding.Vulnerability.class::isInstance)
        .map(Finding.Vulnerability.class::cast)
        .toList();
  }

  /**
   * A package whose version, or an advisory's version, cannot be ordered. What could be decided
   * without it was; the rest is neither reported nor hidden, but counted here.
   *
   * @param component the component's id
   * @param version the installed version
   * @param statements how many statements of advisories were left open
   */
  public record Undecided(String component, String version, int statements) {}
}
