package io.breakwater.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known about a hole, whatever package it is in.
 *
 * @param exploited set when a catalogue of exploited holes lists it
 * @param epss probability of exploitation in the next 30 days, 0 to 1, by FIRST's EPSS
 * @param cvss every rating that a source gave
 * @param cwes ids of its weaknesses, such as {@code CWE-79}, in order
 * @param exploits what is known to use it, in the order of source and reference
 * @param published when it was first told of
 */
public record HoleFacts(
    Optional<Finding.KnownExploited> exploited,
    OptionalDouble epss,
    List<Finding.CvssRating> cvss,
    List<String> cwes,
    List<Exploit> exploits,
    Optional<LocalDate> published) {
  /** Nothing is known. */
  public static final HoleFacts NONE =
      new HoleFacts(
          Optional.empty(),
          OptionalDouble.empty(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty());

  /** Copies the lists. */
  public HoleFacts {
    cvss = List.copyOf(cvss);
    cwes = List.copyOf(cwes);
    exploits = List.copyOf(exploits);
  }

  /** The firmest of its exploits; empty when none is known. */
  public Optional<Exploit.Maturity> maturity() {
    return exploits.stream().map(Exploit::maturity).max(Enum::compareTo);
  }
}
