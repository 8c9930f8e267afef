package io.breakwater.advisory.internal.store;

import io.breakwater.model.HoleFacts;
import java.util.List;

/**
 * A hole: what all records mean that share an id of it.
 *
 * @param number its number
 * @param ids its ids, the CVE first where there is one; never empty
 * @param malicious whether it is no hole but a package made to do harm
 * @param facts what is known about it, with every rating that a feed gives to it alone
 * @param records the numbers of the records about it
 */
public record HoleView(
    int number, List<String> ids, boolean malicious, HoleFacts facts, List<Integer> records) {

  /** The id by which a finding is called. */
  public String id() {
    return ids.getFirst();
  }
}
