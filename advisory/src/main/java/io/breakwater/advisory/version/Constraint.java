package io.breakwater.advisory.version;

/**
 * A set of versions in an ecosystem's own notation: npm's {@code ~1.2 || 3.x}, RubyGems' {@code ~>
 * 1.2}, Composer's {@code ^1.0|2.*}, PEP 440's {@code ~=1.4, !=1.4.2}, Maven's and NuGet's {@code
 * [1.0,2.0)}, Cargo's {@code ^1.2}; for other schemes, and for these too, operators with versions,
 * where a comma or space means "and" and {@code ||} means "or". Immutable.
 *
 * <p>Pre-releases are versions like others here: an installed one is judged, not chosen.
 */
public final class Constraint {
  private final VersionScheme scheme;
  private final VersionSet versions;

  private Constraint(VersionScheme scheme, VersionSet versions) {
    this.scheme = scheme;
    this.versions = versions;
  }

  /**
   * Reads a constraint. The empty one and {@code *} hold every version.
   *
   * @throws InvalidConstraintException when it cannot be read
   */
  public static Constraint parse(VersionScheme scheme, String text) {
    VersionSet versions =
        switch (scheme.name()) {
          case "npm" -> SemverRange.npm(text, true);
          case "cargo" -> SemverRange.cargo(text);
          case "pypi" -> PypiSpecifiers.parse(text);
          case "gem" -> GemRequirements.parse(scheme, text);
          case "composer" -> ComposerConstraints.parse(text);
          case "maven", "nuget" ->
              Intervals.looksLike(text)
                  ? Intervals.parse(scheme, text)
                  : ConstraintReader.plain(scheme, text);
          default -> ConstraintReader.plain(scheme, text);
        };
    return new Constraint(scheme, versions);
  }

  /** Whether the version is in the set; one that has no place in the scheme's order never is. */
  public boolean contains(String version) {
    try {
      return versions.contains(scheme.normalised(version));
    } catch (InvalidVersionException e) {
      return false;
    }
  }
}
