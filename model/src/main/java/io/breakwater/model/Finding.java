package io.breakwater.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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

  /** Something wrong with one package. */
  sealed interface AboutPackage extends Finding {
    /** Other ids of the same thing. */
    List<String> aliases();

    /** The {@link Component#id} of the package. */
    String component();

    /** The version that is installed. */
    String installedVersion();
  }

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
   * @param facts what is known about the hole wherever it is
   * @param opinions what every record that speaks about this package says, the chosen one first
   * @param reach whether the entry point uses the package
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
      HoleFacts facts,
      List<Opinion> opinions,
      Reach reach)
      implements AboutPackage {
    /** Copies the lists. */
    public Vulnerability {
      aliases = List.copyOf(aliases);
      references = List.copyOf(references);
      opinions = List.copyOf(opinions);
    }

    /** Every CVSS rating that a source gave. */
    public List<CvssRating> cvss() {
      return facts.cvss();
    }

    /** Probability of exploitation in the next 30 days, 0 to 1, by FIRST's EPSS. */
    public OptionalDouble epss() {
      return facts.epss();
    }

    /** Set when it is known to be exploited. */
    public Optional<KnownExploited> exploited() {
      return facts.exploited();
    }

    @Override
    public String kind() {
      return "vulnerability";
    }
  }

  /**
   * A package that somebody published to do harm: it has to go, whatever its version's holes.
   *
   * @param id the advisory's id, such as {@code MAL-2024-1}
   * @param aliases other ids of the same report
   * @param title one line; may be empty
   * @param description may be empty
   * @param priority how soon to act
   * @param component the {@link Component#id} of the package
   * @param installedVersion the version that is installed
   * @param origin who brought the package
   * @param location where the package lies
   * @param references URLs
   * @param source who says so
   */
  record MaliciousPackage(
      String id,
      List<String> aliases,
      String title,
      String description,
      Priority priority,
      String component,
      String installedVersion,
      Origin origin,
      Location location,
      List<String> references,
      Source source)
      implements AboutPackage {
    /** Copies the lists. */
    public MaliciousPackage {
      aliases = List.copyOf(aliases);
      references = List.copyOf(references);
    }

    @Override
    public String kind() {
      return "malicious-package";
    }

    @Override
    public Severity severity() {
      return Severity.CRITICAL;
    }
  }

  /**
   * What a check found in a file, in the image's configuration or in its history.
   *
   * @param check what was looked for
   * @param severity of this finding
   * @param confidence how sure the check is
   * @param priority how soon to act
   * @param origin who brought it
   * @param location where it lies; the root for what lies in the image's configuration
   * @param part which part of the location, such as {@code Env DB_PASSWORD}; may be empty
   * @param standing whether a running container sees it
   * @param evidence what was seen, with every secret masked; may be empty
   */
  record OfCheck(
      Check check,
      Severity severity,
      Confidence confidence,
      Priority priority,
      Origin origin,
      Location location,
      String part,
      Standing standing,
      String evidence)
      implements Finding {
    @Override
    public String kind() {
      return check.area().id();
    }

    @Override
    public String id() {
      return check.id();
    }

    @Override
    public String title() {
      return check.title().english();
    }
  }

  /** Whether something in a layer is still seen in a container. */
  enum Standing {
    /** It is. */
    PRESENT,
    /** A higher layer put something else in its place; whoever has the image still has it. */
    OVERWRITTEN,
    /** A higher layer deleted it; whoever has the image still has it. */
    DELETED;

    /** The word that documents write. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What one record says about a hole in a package.
   *
   * @param source the record
   * @param severity its own word, or {@link Severity#UNKNOWN}
   * @param fixState what it says about a fix
   * @param fixedVersion the lowest version above the installed one that it calls fixed
   */
  record Opinion(
      Source source, Severity severity, FixState fixState, Optional<String> fixedVersion) {}

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
