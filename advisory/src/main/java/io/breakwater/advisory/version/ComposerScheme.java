package io.breakwater.advisory.version;

/**
 * Composer's versions as its Comparator orders them, which is PHP's version_compare after one
 * {@code v} is taken off: parts of digits and of other characters, where {@code dev < alpha < beta
 * < RC < number < pl} and any other word is oldest. Nothing is filled up: {@code 1.0} is older than
 * {@code 1.0.0}.
 */
final class ComposerScheme implements VersionScheme {

  @Override
  public String name() {
    return "composer";
  }

  @Override
  public boolean isValid(String version) {
    return ComposerVersion.normalize(version) != null;
  }

  @Override
  public int compare(String a, String b) {
    require(a);
    require(b);
    return PhpVersion.compare(a, start(a), b, start(b));
  }

  @Override
  public String normalised(String version) {
    String normal = ComposerVersion.normalize(version);
    return normal == null ? version : normal;
  }

  private static int start(String version) {
    return version.length() > 1 && (version.charAt(0) == 'v' || version.charAt(0) == 'V') ? 1 : 0;
  }

  private void require(String version) {
    if (version.isEmpty()) {
      throw new InvalidVersionException(name(), version, "it is empty");
    }
  }
}
