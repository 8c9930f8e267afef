package io.breakwater.advisory.vex;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A VEX document.
 *
 * @param format what it is written in
 * @param id by its own words, else the name under which it was found
 * @param author may be empty
 * @param timestamp when it was last changed
 * @param statements in document order
 */
public record VexDocument(
    VexFormat format,
    String id,
    String author,
    Optional<Instant> timestamp,
    List<VexStatement> statements) {
  /** Copies the list. */
  public VexDocument {
    statements = List.copyOf(statements);
  }
}
