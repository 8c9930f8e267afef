package io.breakwater.advisory.version;

import io.breakwater.advisory.version.SemanticVersion.Grammar;
import org.jspecify.annotations.Nullable;

/**
 * Go modules' versions, as golang.org/x/mod/semver orders them: {@code v} before, {@code v1} and
 * {@code v1.2} short for {@code v1.0.0} and {@code v1.2.0}, pseudo-versions by their timestamp,
 * {@code +incompatible} without weight. Advisories leave the {@code v} out and name tool chains
 * ({@code go1.21rc2}); both are compared too.
 */
final class GolangScheme implements VersionScheme {
  private static final Grammar VALID = new Grammar(true, 1, 3, false, false);
  private static final Grammar TOOLCHAIN = new Grammar(false, 1, 3, false, true);

  @Override
  public String name() {
    return "golang";
  }

  @Override
  public boolean isValid(String version) {
    return version.startsWith("v") && module(version) != null;
  }

  @Override
  public int compare(String a, String b) {
    return parse(a).comparePrecedence(parse(b));
  }

  private SemanticVersion parse(String version) {
    var parsed = version.startsWith("go") ? toolchain(version) : module(version);
    if (parsed == null) {
      throw new InvalidVersionException(
          name(), version, "it is not vMAJOR[.MINOR[.PATCH[-PRERELEASE][+BUILD]]]");
    }
    return parsed;
  }

  private static @Nullable SemanticVersion module(String version) {
    var parsed = SemanticVersion.parse(version, VALID);
    boolean halfTagged =
        parsed != null && parsed.numbers() < 3 && parsed.numbersEnd() < version.length();
    return halfTagged ? null : parsed;
  }

  /** Reads go1.21rc2 as 1.21.0-rc.2, which is how Go's vulnerability database writes it. */
  private static @Nullable SemanticVersion toolchain(String version) {
    int space = version.indexOf(' ');
    String text = version.substring("go".length(), space < 0 ? version.length() : space);
    var parsed = SemanticVersion.parse(text, TOOLCHAIN);
    if (parsed == null || !parsed.hasPreRelease()) {
      return parsed;
    }
    int number = Chars.skipLetters(text, parsed.preStart(), parsed.preEnd());
    String dotted = text.substring(0, number) + "." + text.substring(number);
    boolean splits = number > parsed.preStart() && Chars.digitAt(text, number, text.length());
    return splits ? SemanticVersion.parse(dotted, TOOLCHAIN) : parsed;
  }
}
