package io.breakwater.advisory.version;

import io.breakwater.advisory.version.SemanticVersion.Grammar;

/**
 * Dart's versions, as pub_semver orders them: SemVer's precedence, then the build metadata, where
 * none is oldest.
 */
final class PubScheme implements VersionScheme {
  private static final Grammar VALID = new Grammar(false, 3, 3, true, false);

  @Override
  public String name() {
    return "pub";
  }

  @Override
  public boolean isValid(String version) {
    return SemanticVersion.parse(version, VALID) != null;
  }

  @Override
  public int compare(String a, String b) {
    var left = parse(a);
    var right = parse(b);
    int order = left.comparePrecedence(right);
    return order != 0 ? order : left.compareBuild(right);
  }

  private SemanticVersion parse(String version) {
    var parsed = SemanticVersion.parse(version, Grammar.LENIENT);
    if (parsed == null) {
      throw new InvalidVersionException(
          name(), version, "it is not MAJOR.MINOR.PATCH[-PRERELEASE][+BUILD]");
    }
    return parsed;
  }
}
