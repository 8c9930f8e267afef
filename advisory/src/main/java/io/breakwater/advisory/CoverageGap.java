package io.breakwater.advisory;

import java.util.Locale;

/** Why no feed could speak about a package. */
public enum CoverageGap {
  /** Feeds of its ecosystem exist; none was imported. */
  ECOSYSTEM_NOT_IMPORTED,
  /** Its distribution has a feed, of which this release was not imported. */
  RELEASE_NOT_IMPORTED,
  /** Nothing tells whose package it is, or no feed speaks about this distribution. */
  DISTRIBUTION_UNKNOWN,
  /** A binary that was recognised by its content, and no feed with CPE names was imported. */
  CPE_NOT_IMPORTED,
  /** Software that no package manager knows and that has no CPE name. */
  WITHOUT_CPE,
  /** No feed speaks about packages of this type. */
  NO_FEED_EXISTS;

  /** The word in documents: lower case, with hyphens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
