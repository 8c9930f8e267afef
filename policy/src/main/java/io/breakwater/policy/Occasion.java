package io.breakwater.policy;

import java.time.Instant;
import java.util.List;

/**
 * When and where a gate is asked.
 *
 * @param environment such as {@code production}; empty when nobody said
 * @param moment one of {@link #MOMENTS}
 * @param now the time
 */
public record Occasion(String environment, String moment, Instant now) {
  /** The five moments of an image's life. */
  public static final List<String> MOMENTS = List.of("build", "push", "pull", "admission", "run");

  /** Checks the moment. */
  public Occasion {
    if (!MOMENTS.contains(moment)) throw new IllegalArgumentException("no moment: " + moment);
  }
}
