package io.breakwater.advisory.version;

import io.breakwater.advisory.version.SemanticVersion.Grammar;

/**
 * NuGet's versions: one to four numbers, leading zeros allowed, pre-release labels compared without
 * regard to case, build metadata not at all.
 */
final class NugetScheme implements VersionScheme {
  private static final Grammar VALID = new Grammar(false, 1, 4, true, false);
  private static final Grammar COMPARED = new Grammar(true, 1, 4, true, false);

  /** NuGet keeps each number in an int. */
  private static final String MAX_NUMBER = "2147483647";

  @Override
  public String name() {
    return "nuget";
  }

  @Override
  public boolean isValid(String version) {
    int start = Chars.trimStart(version);
    int end = Chars.trimEnd(version, start);
    var parsed = SemanticVersion.parse(version, start, end, VALID);
    if (parsed == null) {
      return false;
    }
    int at = parsed.start();
    while (at < parsed.numbersEnd()) {
      int next = Chars.skipDigits(version, at, parsed.numbersEnd());
      if (Chars.compareNumbers(version, at, next, MAX_NUMBER, 0, MAX_NUMBER.length()) > 0) {
        return false;
      }
      at = next + 1;
    }
    return true;
  }

  @Override
  public int compare(String a, String b) {
    var left = parse(a);
    var right = parse(b);
    int order = left.compareNumbers(right);
    return order != 0 ? order : left.comparePreRelease(right, true);
  }

  private SemanticVersion parse(String version) {
    int start = Chars.trimStart(version);
    int end = Chars.trimEnd(version, start);
    var parsed = SemanticVersion.parse(version, start, end, COMPARED);
    if (parsed == null) {
      throw new InvalidVersionException(
          name(), version, "it is not one to four numbers[-PRERELEASE][+BUILD]");
    }
    return parsed;
  }
}
