package io.breakwater.policy;

import java.util.OptionalInt;

/** Knows how the versions of each ecosystem are ordered. */
public interface VersionOrder {
  /**
   * Compares two versions.
   *
   * @param scheme such as {@code deb} or {@code npm}
   * @return negative, zero or positive; empty when the scheme is not known or a version is none
   */
  OptionalInt compare(String a, String b, String scheme);
}
