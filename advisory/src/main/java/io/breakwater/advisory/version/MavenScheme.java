package io.breakwater.advisory.version;

/**
 * Maven's versions, as ComparableVersion of Maven 3.8.6 orders them; later releases order a word
 * after a dot otherwise, and docs/versions.md says why we do not. Maven orders every text; valid is
 * what may also stand in a POM and in a file name.
 */
final class MavenScheme implements VersionScheme {

  @Override
  public String name() {
    return "maven";
  }

  @Override
  public boolean isValid(String version) {
    for (int i = 0; i < version.length(); i++) {
      char c = version.charAt(i);
      if (Character.isISOControl(c) || Character.isWhitespace(c) || "\\/:\"<>|?*".indexOf(c) >= 0) {
        return false;
      }
    }
    return !version.isEmpty() && !version.contains("${");
  }

  @Override
  public int compare(String a, String b) {
    return new MavenVersion(a).compareTo(new MavenVersion(b));
  }
}
