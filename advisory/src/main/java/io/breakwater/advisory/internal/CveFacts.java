package io.breakwater.advisory.internal;

import io.breakwater.model.Exploit;
import io.breakwater.model.Finding.CvssRating;
import io.breakwater.model.Finding.KnownExploited;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a feed knows about a hole, whatever package it is in: whether it is exploited, how likely
 * that is, how it is rated, what uses it.
 *
 * @param id the CVE's id, or another one that the hole is known by
 * @param provider the feed's name
 * @param date of the feed, where it tells
 * @param exploited set when a catalogue of exploited holes lists it
 * @param epss its EPSS score
 * @param cvss ratings
 * @param cwes ids of weaknesses
 * @param exploits what uses it
 * @param published when it was first told of
 * @param aliases further ids of the same hole, such as those of other catalogues
 * @param malicious whether the id is of a package that was made to do harm
 */
public record CveFacts(
    String id,
    String provider,
    Optional<LocalDate> date,
    Optional<KnownExploited> exploited,
    Optional<Epss> epss,
    List<CvssRating> cvss,
    List<String> cwes,
    List<Exploit> exploits,
    Optional<LocalDate> published,
    List<String> aliases,
    boolean malicious) {

  /** Copies the lists. */
  public CveFacts {
    cvss = List.copyOf(cvss);
    cwes = List.copyOf(cwes);
    exploits = List.copyOf(exploits);
    aliases = List.copyOf(aliases);
  }

  /** Nothing is known yet; the other methods add to it. */
  public static CveFacts of(String id, String provider, Optional<LocalDate> date) {
    return new CveFacts(
        id,
        provider,
        date,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        false);
  }

  /** The same with an entry of a catalogue of exploited holes. */
  public CveFacts withExploited(Optional<KnownExploited> entry) {
    return new CveFacts(
        id, provider, date, entry, epss, cvss, cwes, exploits, published, aliases, malicious);
  }

  /** The same with a score. */
  public CveFacts withEpss(Optional<Epss> score) {
    return new CveFacts(
        id, provider, date, exploited, score, cvss, cwes, exploits, published, aliases, malicious);
  }

  /** The same with these ratings. */
  public CveFacts withCvss(List<CvssRating> ratings) {
    return new CveFacts(
        id, provider, date, exploited, epss, ratings, cwes, exploits, published, aliases,
        malicious);
  }

  /** The same with these weaknesses. */
  public CveFacts withCwes(List<String> ids) {
    return new CveFacts(
        id, provider, date, exploited, epss, cvss, ids, exploits, published, aliases, malicious);
  }

  /** The same with these exploits. */
  public CveFacts withExploits(List<Exploit> known) {
    return new CveFacts(
        id, provider, date, exploited, epss, cvss, cwes, known, published, aliases, malicious);
  }

  /** The same with the day on which it was first told of. */
  public CveFacts withPublished(Optional<LocalDate> day) {
    return new CveFacts(
        id, provider, date, exploited, epss, cvss, cwes, exploits, day, aliases, malicious);
  }

  /** The same with further ids. */
  public CveFacts withAliases(List<String> ids) {
    return new CveFacts(
        id, provider, date, exploited, epss, cvss, cwes, exploits, published, ids, malicious);
  }

  /** The same, said of a package that was made to do harm. */
  public CveFacts ofMalicious() {
    return new CveFacts(
        id, provider, date, exploited, epss, cvss, cwes, exploits, published, aliases, true);
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
