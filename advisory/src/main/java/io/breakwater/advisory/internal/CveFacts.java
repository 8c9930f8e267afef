package io.breakwater.advisory.internal;

import io.breakwater.model.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a feed knows about a CVE, whatever package it is in: whether it is exploited, how likely
 * that is, how it is rated.
 *
 * @param cve the CVE's id
 * @param provider the feed's name
 * @param date of the feed, where it tells
 * @param exploited set when a catalogue of exploited holes lists it
 * @param epss its EPSS score
 * @param cvss ratings
 */
public record CveFacts(
    String cve,
    String provider,
    Optional<LocalDate> date,
    Optional<Finding.KnownExploited> exploited,
    Optional<Epss> epss,
    List<Finding.CvssRating> cvss) {

  /** Copies the list. */
  public CveFacts {
    cvss = List.copyOf(cvss);
  }

  /**
   * A score of FIRST's EPSS.
   *
   * @param score the probability of exploitation in the next 30 days, 0 to 1
   * @param date the day it was computed for
   */
  public record Epss(double score, Optional<LocalDate> date) {
    /** Checks the range. */
    public Epss {
      if (!(score >= 0 && score <= 1)) {
        throw new IllegalArgumentException("a probability is between 0 and 1, not " + score);
      }
    }
  }
}
