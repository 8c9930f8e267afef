package io.breakwater.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which advisory database a report rests on.
 *
 * @param digest of the database file
 * @param starter whether it is the small one that ships with Breakwater
 * @param providers the feeds in it
 * @param notCovered what was in the image that no feed speaks about
 * @param release when the image's distribution ends, where a feed tells
 */
public record DatabaseInfo(
    Digest digest,
    boolean starter,
    List<Provider> providers,
    List<NotCovered> notCovered,
    Optional<EndOfLife> release) {
  /** Copies the lists. */
  public DatabaseInfo {
    providers = List.copyOf(providers);
    notCovered = List.copyOf(notCovered);
  }

  /** A database without a feed about releases. */
  public DatabaseInfo(
      Digest digest, boolean starter, List<Provider> providers, List<NotCovered> notCovered) {
    this(digest, starter, providers, notCovered, Optional.empty());
  }

  /**
   * How many records all feeds have together. Of the starter database only Breakwater's own count:
   * what it knows beside them about exploitation is about the same holes.
   */
  public long records() {
    return counted().mapToLong(Provider::records).sum();
  }

  private Stream<Provider> counted() {
    return providers.stream().filter(p -> !starter || p.name().equals(Provider.OWN));
  }

  /**
   * The date of the newest feed; of the starter database the day on which its newest record was
   * written.
   *
   * @param today later dates are left out: feeds have records with a mistyped year
   */
  public Optional<LocalDate> date(LocalDate today) {
    return counted()
        .flatMap(p -> p.date().stream())
        .filter(date -> !date.isAfter(today))
        .max(LocalDate::compareTo);
  }

  /** This database, for an image in which these components are not covered. */
  public DatabaseInfo with(List<NotCovered> missing) {
    return new DatabaseInfo(digest, starter, providers, missing, release);
  }

  /** This database, for an image whose distribution ends then. */
  public DatabaseInfo with(Optional<EndOfLife> end) {
    return new DatabaseInfo(digest, starter, providers, notCovered, end);
  }

  /**
   * A feed.
   *
   * @param name such as {@code debian}
   * @param date of its newest record; empty where the feed does not tell
   * @param records how many advisories
   */
  public record Provider(String name, Optional<LocalDate> date, long records) {
    /** Who wrote the records of the starter database. */
    public static final String OWN = "breakwater";
  }

  /**
   * Components of an ecosystem that no feed of the database speaks about.
   *
   * @param ecosystem the purl type or, for packages of a distribution, its OSV ecosystem
   * @param components how many
   */
  public record NotCovered(String ecosystem, int components) {}
}
