package io.breakwater.advisory.version;

/** How a bound compares, with the ways to write it. */
enum Operator {
  EQUAL,
  NOT_EQUAL,
  LESS,
  AT_MOST,
  GREATER,
  AT_LEAST;

  /** Whether a version that compares so with the bound is within it. */
  boolean holds(int order) {
    return switch (this) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }

  /** The versions that compare so with the bound. */
  VersionSet than(VersionScheme scheme, String bound) {
    return version -> holds(scheme.compare(version, bound));
  }
}
