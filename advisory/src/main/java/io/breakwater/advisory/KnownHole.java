package io.breakwater.advisory;

import io.breakwater.model.Advisory;
import io.breakwater.model.HoleFacts;
import java.util.List;

/**
 * What the database knows about one hole.
 *
 * @param id the CVE id where there is one, else an advisory's
 * @param aliases its other ids
 * @param malicious whether it is no hole but a package made to do harm
 * @param facts what is known about it, with every rating that a feed gives it
 * @param records what each feed says, in the order of their ids
 */
public record KnownHole(
    String id, List<String> aliases, boolean malicious, HoleFacts facts, List<Advisory> records) {
  /** Copies the lists. */
  public KnownHole {
    aliases = List.copyOf(aliases);
    records = List.copyOf(records);
  }
}
