package io.breakwater.advisory.version;

import io.breakwater.advisory.version.SemanticVersion.Grammar;

/**
 * Rust crates' versions: strict SemVer 2.0.0, compared by precedence, as Cargo's version
 * requirements and RustSec's ranges do. (Rust's {@code Ord} puts equal precedences in order by
 * their build metadata; that order is for sorted containers and means nothing here.)
 */
final class CargoScheme implements VersionScheme {

  @Override
  public String name() {
    return "cargo";
  }

  @Override
  public boolean isValid(String version) {
    return SemanticVersion.parse(version, Grammar.STRICT) != null;
  }

  @Override
  public int compare(String a, String b) {
    return parse(a).comparePrecedence(parse(b));
  }

  private SemanticVersion parse(String version) {
    var parsed = SemanticVersion.parse(version, Grammar.STRICT);
    if (parsed == null) {
      throw new InvalidVersionException(
          name(), version, "it is not MAJOR.MINOR.PATCH[-PRERELEASE][+BUILD]");
    }
    return parsed;
  }
}
