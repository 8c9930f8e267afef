package io.breakwater.advisory.version;

import io.breakwater.advisory.version.SemanticVersion.Grammar;

/**
 * SemVer 2.0.0 by precedence, for the ecosystems that keep to it: build metadata does not count.
 * Valid is what the specification says; beyond that a {@code v} before, fewer or more than three
 * numbers, leading zeros and a pre-release without its hyphen are compared too, since they are
 * common and can mean one thing only.
 */
final class SemverScheme implements VersionScheme {
  private final String name;

  /** The scheme under one of the names of ecosystems that use it. */
  SemverScheme(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
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
    var parsed = SemanticVersion.parse(version, Grammar.LENIENT);
    if (parsed == null) {
      throw new InvalidVersionException(
          name, version, "it is not MAJOR.MINOR.PATCH[-PRERELEASE][+BUILD]");
    }
    return parsed;
  }
}
