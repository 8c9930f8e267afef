package io.breakwater.advisory.update;

import io.breakwater.model.DatabaseInfo;
import java.util.List;
import java.util.Optional;

/**
 * What came of an update.
 *
 * @param outcomes of each feed, in the order of their names
 * @param database what the target holds now; empty when there is nothing to make one of
 * @param written whether it was written anew: not when it would be the same
 */
public record UpdateResult(
    List<FeedOutcome> outcomes, Optional<DatabaseInfo> database, boolean written) {
  /** Copies the list. */
  public UpdateResult {
    outcomes = List.copyOf(outcomes);
  }

  /** Whether some feed could not be updated. */
  public boolean isPartial() {
    return outcomes.stream().anyMatch(FeedOutcome::isFailed);
  }
}
