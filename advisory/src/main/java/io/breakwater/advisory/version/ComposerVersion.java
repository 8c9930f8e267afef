package io.breakwater.advisory.version;

/** What Composer's VersionParser accepts. */
final class ComposerVersion {
  private ComposerVersion() {}

  static boolean isValid(String version) {
    return !version.isBlank();
  }
}
