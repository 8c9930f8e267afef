package io.breakwater.advisory.update;

/** Watches an update. Called by many threads. */
public interface UpdateListener {
  /** Says nothing. */
  UpdateListener NONE = new UpdateListener() {};

  /** Some bytes of a feed came. */
  default void received(String provider, long bytes) {}

  /** A feed's files are here and are being read. */
  default void reading(String provider) {}

  /** A feed is done, one way or the other. */
  default void done(FeedOutcome outcome) {}

  /** The database is being written. */
  default void writing() {}
}
