package io.breakwater.advisory.version;

import java.util.List;

/** Some of the versions of a scheme. */
@FunctionalInterface
interface VersionSet {

  /**
   * Whether the version is one of them.
   *
   * @throws InvalidVersionException when it has no place in the scheme's order
   */
  boolean contains(String version);

  /** The versions that are in every one of the sets; all versions where there are none. */
  static VersionSet all(List<VersionSet> sets) {
    var copy = List.copyOf(sets);
    return version -> {
      for (VersionSet set : copy) {
        if (!set.contains(version)) {
          return false;
        }
      }
      return true;
    };
  }

  /** The versions that are in one of the sets. */
  static VersionSet any(List<VersionSet> sets) {
    var copy = List.copyOf(sets);
    return copy.size() == 1
        ? copy.getFirst()
        : version -> {
          for (VersionSet set : copy) {
            if (set.contains(version)) {
              return true;
            }
          }
          return false;
        };
  }
}
