package io.breakwater.advisory.vex;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a document says about a hole in some products.
 *
 * @param vulnerabilities the hole's id and aliases
 * @param products what it is said about
 * @param status where these stand
 * @param justification why they are not affected
 * @param words of the author: why it does no harm, or what to do; may be empty
 * @param timestamp when it was said
 */
public record VexStatement(
    List<String> vulnerabilities,
    List<VexProduct> products,
    VexStatus status,
    Optional<Justification> justification,
    String words,
    Optional<Instant> timestamp) {
  /** Copies the lists. */
  public VexStatement {
    vulnerabilities = List.copyOf(vulnerabilities);
    products = List.copyOf(products);
  }
}
