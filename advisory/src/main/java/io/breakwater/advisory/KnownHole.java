package io.breakwater.advisory;

import io.breakwater.model.Advisory;
import io.breakwater.model.Finding.CvssRating;
import io.breakwater.model.Finding.KnownExploited;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the database knows about one hole.
 *
 * @param id the CVE id where there is one, else an advisory's
 * @param aliases its other ids
 * @param cvss every rating that a feed gives it
 * @param epss probability of exploitation in the next 30 days, 0 to 1
 * @param exploited set when it is known to be exploited
 * @param records what each feed says, in the order of their ids
 */
public record KnownHole(
    String id,
    List<String> aliases,
    List<CvssRating> cvss,
    OptionalDouble epss,
    Optional<KnownExploited> exploited,
    List<Advisory> records) {
  /** Copies the lists. */
  public KnownHole {
    aliases = List.copyOf(aliases);
    cvss = List.copyOf(cvss);
    records = List.copyOf(records);
  }
}
