package io.breakwater.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Something wrong with an image. Closed: each room that finds other kinds of things adds its own
 * record here.
 */
public sealed interface Finding {
  /** A stable word for the kind of finding, as documents write it. */
  String kind();

  /** What was found, by the name that the field gives it. */
  String id();

  /** One line about it; may be empty. */
  String title();

  /** How bad it is. */
  Severity severity();

  /** How soon to act, and why. */
  Priority priority();

  /** Who brought it. */
  Origin origin();

  /** Where it lies. */
  Location location();

  /**
   * A known hole in an installed package.
   *
   * @param id the CVE id where there is one, else the advisory's
   * @param aliases every other id of the same hole
   * @param title one line; may be empty
   * @param description may be empty
   * @param severity chosen by stated rules from what the sources say
   * @param priority how soon to act
   * @param component the {@link Component#id} of the package
   * @param installedVersion the version that is installed
   * @param fixedVersion the lowest version above the installed one that closes the hole
   * @param fixState what the publisher says about a fix
   * @param origin who brought the package
   * @param location where the package lies
   * @param references URLs
   * @param source who says so
   * @param cvss every vector that a source gave
   * @param epss probability of exploitation in the next 30 days, 0 to 1, by FIRST's EPSS
   * @param exploited set when it is known to be exploited
   */
  record Vulnerability(
      String id,
      List<String> aliases,
      String title,
      String description,
      Severity severity,
      Priority priority,
      String component,
      String installedVersion,
      Optional<String> fixedVersion,
      FixState fixState,
      Origin origin,
      Location location,
      List<String> references,
      Source source,
      List<CvssRating> cvss,
      OptionalDouble epss,
      Optional<KnownExploited> exploited)
      implements Finding {
    /** Copies the lists. */
    public Vulnerability {
      aliases = List.copyOf(aliases);
      references = List.copyOf(references);
      cvss = List.copyOf(cvss);
    }

    @Override
    public String kind() {
      return "vulnerability";
    }
  }

  /**
   * The record that a finding rests on.
   *
   * @param provider the feed's name
   * @param record the record's id in that feed
   */
  record Source(String provider, String record) {}

  /**
   * A CVSS rating.
   *
   * @param source who rated it
   * @param vector as written by the source
   * @param score 0.0 to 10.0
   */
  record CvssRating(String source, String vector, double score) {}

  /**
   * An entry of a catalogue of exploited holes, such as CISA's KEV.
   *
   * @param since when it was listed
   * @param ransomware whether ransomware is known to use it
   */
  record KnownExploited(Optional<LocalDate> since, boolean ransomware) {}
}
