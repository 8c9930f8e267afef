package io.breakwater.advisory.version;

/**
 * How one ecosystem orders its versions. Every implementation is a total order over the versions
 * that it calls valid, agrees with the ecosystem's own tool, is stateless and safe for use by many
 * threads.
 */
public interface VersionScheme {

  /** The scheme's name: a purl type such as {@code deb} or {@code npm}, or {@code semver}. */
  String name();

  /** Whether the ecosystem's own tool would accept this version. Never throws. */
  boolean isValid(String version);

  /**
   * Compares two versions: negative, zero or positive as {@code a} is older than, equal to or newer
   * than {@code b}.
   *
   * @throws InvalidVersionException when either is not valid in this scheme
   */
  int compare(String a, String b);
}
