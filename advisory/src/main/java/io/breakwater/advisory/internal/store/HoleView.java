package io.breakwater.advisory.internal.store;

import io.breakwater.model.Finding.CvssRating;
import io.breakwater.model.Finding.KnownExploited;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A hole: what all records mean that share an id of it.
 *
 * @param number its number
 * @param ids its ids, the CVE first where there is one; never empty
 * @param exploited set when it is known to be exploited
 * @param epss its EPSS score
 * @param cvss every rating that a feed gives to this hole alone
 * @param records the numbers of the records about it
 */
public record HoleView(
    int number,
    List<String> ids,
    Optional<KnownExploited> exploited,
    OptionalDouble epss,
    List<CvssRating> cvss,
    List<Integer> records) {

  /** The id by which a finding is called. */
  public String id() {
    return ids.getFirst();
  }
}
