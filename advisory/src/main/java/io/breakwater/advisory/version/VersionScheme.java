package io.breakwater.advisory.version;

/**
 * How one ecosystem orders its versions, as the ecosystem's own tool does. Every implementation
 * takes time linear in the length of the texts, compares numbers of any length, is stateless and
 * safe for use by many threads.
 *
 * <p>The order is total over classes of equal versions, save where the tool itself runs in circles:
 * with odd texts in Maven, Composer and pacman. A scheme may order more than it calls valid: texts
 * that were legal once, or that its tool orders without liking them, since advisories and images
 * hold such versions. {@code docs/versions.md} says where.
 */
public interface VersionScheme {

  /** The scheme's name: a purl type such as {@code deb} or {@code npm}, or {@code semver}. */
  String name();

  /** Whether the ecosystem's own tool would accept this version today. Never throws. */
  boolean isValid(String version);

  /**
   * Compares two versions: negative, zero or positive as {@code a} is older than, equal to or newer
   * than {@code b}. Every valid version can be compared.
   *
   * @throws InvalidVersionException when either has no place in this scheme's order
   */
  int compare(String a, String b);

  /**
   * The form in which ranges see a version: for Composer filled up as its constraints do ({@code
   * v3.4} is {@code 3.4.0.0}), for a gem without the platform that its order would misread, else
   * the version itself. Whoever matches an installed version with a range brings both sides into
   * this form and then compares them. Never throws.
   */
  default String normalised(String version) {
    return version;
  }
}
