package io.breakwater.advisory.update;

import java.util.Optional;

/**
 * What came of the update of one feed.
 *
 * @param provider its name
 * @param kind what happened
 * @param state what holds now
 * @param trouble why it could not be updated
 */
public record FeedOutcome(
    String provider, Kind kind, FeedState state, Optional<FeedTrouble> trouble) {
  /** What can happen. */
  public enum Kind {
    /** It has new content. */
    UPDATED,
    /** It has the content that it had. */
    UNCHANGED,
    /** It could not be updated; its last good state holds. */
    STALE,
    /** It could not be updated and never was. */
    MISSING
  }

  /** Whether it could not be updated. */
  public boolean isFailed() {
    return kind == Kind.STALE || kind == Kind.MISSING;
  }
}
