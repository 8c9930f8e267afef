package io.breakwater.advisory.version;

import io.breakwater.advisory.version.SemanticVersion.Grammar;
import org.jspecify.annotations.Nullable;

/**
 * npm's versions: node-semver's strict grammar is valid, its loose grammar (spaces, {@code =} and
 * {@code v} before, leading zeros, {@code 1.2.3beta}) is compared, as npm does with old packages.
 */
final class NpmScheme implements VersionScheme {
  private static final Grammar STRICT = new Grammar(true, 3, 3, false, false);
  private static final Grammar LOOSE = new Grammar(false, 3, 3, true, true);

  /** The largest integer that JavaScript counts exactly. */
  private static final String MAX_NUMBER = "9007199254740991";

  private static final int MAX_LENGTH = 256;

  @Override
  public String name() {
    return "npm";
  }

  @Override
  public boolean isValid(String version) {
    int start = Chars.trimStart(version);
    int end = Chars.trimEnd(version, start);
    var parsed =
        version.length() > MAX_LENGTH || Chars.at(version, start, end, 'V')
            ? null
            : SemanticVersion.parse(version, start, end, STRICT);
    return parsed != null && numbersAreSafe(parsed);
  }

  @Override
  public int compare(String a, String b) {
    return parse(a).comparePrecedence(parse(b));
  }

  private SemanticVersion parse(String version) {
    var parsed = loose(version);
    if (parsed == null) {
      throw new InvalidVersionException(
          name(), version, "it is not MAJOR.MINOR.PATCH[-PRERELEASE][+BUILD]");
    }
    return parsed;
  }

  static @Nullable SemanticVersion loose(String version) {
    int start = 0;
    while (start < version.length()
        && (Chars.isSpace(version.charAt(start)) || "v=".indexOf(version.charAt(start)) >= 0)) {
      start++;
    }
    int end = Chars.trimEnd(version, start);
    var parsed = SemanticVersion.parse(version, start, end, LOOSE);
    boolean fourth = parsed != null && Chars.at(version, parsed.numbersEnd(), end, '.');
    return fourth ? null : parsed;
  }

  private static boolean numbersAreSafe(SemanticVersion version) {
    int at = version.start();
    while (at < version.numbersEnd()) {
      int end = Chars.skipDigits(version.text(), at, version.numbersEnd());
      if (Chars.compareNumbers(version.text(), at, end, MAX_NUMBER, 0, MAX_NUMBER.length()) > 0) {
        return false;
      }
      at = end + 1;
    }
    return true;
  }
}
