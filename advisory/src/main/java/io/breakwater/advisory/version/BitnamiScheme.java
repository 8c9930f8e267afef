package io.breakwater.advisory.version;

import io.breakwater.advisory.version.SemanticVersion.Grammar;

/**
 * Bitnami's versions: SemVer, but a last hyphen with a number alone is the revision of the package,
 * newer than none: {@code 1.2.3-rc1 < 1.2.3 < 1.2.3-1 < 1.2.3-2}.
 */
final class BitnamiScheme implements VersionScheme {

  @Override
  public String name() {
    return "bitnami";
  }

  @Override
  public boolean isValid(String version) {
    return SemanticVersion.parse(version, Grammar.STRICT) != null;
  }

  @Override
  public int compare(String a, String b) {
    int aRevision = revisionStart(a);
    int bRevision = revisionStart(b);
    int order = parse(a, aRevision).comparePrecedence(parse(b, bRevision));
    return order != 0
        ? order
        : Chars.compareNumbers(
            a,
            Math.min(aRevision + 1, a.length()),
            a.length(),
            b,
            Math.min(bRevision + 1, b.length()),
            b.length());
  }

  /** Where the hyphen before the revision stands, or the end where there is none. */
  private static int revisionStart(String version) {
    int digits = version.length();
    while (digits > 0 && Chars.isDigit(version.charAt(digits - 1))) {
      digits--;
    }
    boolean revision = digits > 0 && digits < version.length() && version.charAt(digits - 1) == '-';
    return revision ? digits - 1 : version.length();
  }

  private SemanticVersion parse(String version, int end) {
    var parsed = SemanticVersion.parse(version, 0, end, Grammar.LENIENT);
    if (parsed == null) {
      throw new InvalidVersionException(
          name(), version, "it is not MAJOR.MINOR.PATCH[-PRERELEASE][-REVISION]");
    }
    return parsed;
  }
}
