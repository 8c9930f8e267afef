package io.breakwater.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one record of a feed says about a hole, or about several that are closed by one update.
 *
 * @param id the feed's own id, such as {@code GHSA-jfh8-c2jp-5v3q} or {@code DSA-5000-1}
 * @param aliases other ids of the same hole; the id itself is not among them
 * @param covers the holes that the record speaks about, where its own id is not one of them: the
 *     CVEs that a distribution's update closes. Empty for a record of one hole, which its id and
 *     aliases name
 * @param provider the feed's name, such as {@code debian} or {@code osv}
 * @param title one line; may be empty
 * @param description may be empty
 * @param severity the feed's own word, or {@link Severity#UNKNOWN}
 * @param cvss CVSS ratings that the record holds
 * @param references URLs
 * @param published when it was first published
 * @param modified when it was last changed
 * @param withdrawn when it was taken back; a withdrawn advisory affects nothing
 * @param affected what it says about packages
 */
public record Advisory(
    String id,
    List<String> aliases,
    List<String> covers,
    String provider,
    String title,
    String description,
    Severity severity,
    List<Finding.CvssRating> cvss,
    List<String> references,
    Optional<Instant> published,
    Optional<Instant> modified,
    Optional<Instant> withdrawn,
    List<Affected> affected) {

  /** Copies the lists. */
  public Advisory {
    if (id.isEmpty()) throw new IllegalArgumentException("an advisory has an id");
    aliases = List.copyOf(aliases);
    covers = List.copyOf(covers);
    cvss = List.copyOf(cvss);
    references = List.copyOf(references);
    affected = List.copyOf(affected);
  }

  /**
   * What an advisory says about one package. A version is affected when a range holds it or the
   * list names it.
   *
   * @param ecosystem as OSV writes it: {@code npm}, {@code Maven}, {@code Debian:12}
   * @param name the package's name in that ecosystem; of the source package where the feed speaks
   *     of sources
   * @param ranges version ranges, in the ecosystem's order
   * @param versions affected versions, one by one
   * @param fixState what the feed says about a fix; with {@link FixState#NOT_AFFECTED} it says that
   *     no version has the hole
   * @param severity the severity in this package, where the feed tells it
   * @param module the module stream of an rpm distribution that it speaks about, such as {@code
   *     nodejs:20}; empty when it speaks about plain packages, or does not tell
   * @param requires names of other packages of the ecosystem of which one has to be there for the
   *     statement to hold, as CPE configurations have it; empty: it holds always
   */
  public record Affected(
      String ecosystem,
      String name,
      List<AffectedRange> ranges,
      List<String> versions,
      FixState fixState,
      Severity severity,
      String module,
      List<String> requires) {
    /** Copies the lists. */
    public Affected {
      ranges = List.copyOf(ranges);
      versions = List.copyOf(versions);
      requires = List.copyOf(requires);
    }

    /** A statement about a plain package that always holds. */
    public Affected(
        String ecosystem,
        String name,
        List<AffectedRange> ranges,
        List<String> versions,
        FixState fixState,
        Severity severity) {
      this(ecosystem, name, ranges, versions, fixState, severity, "", List.of());
    }
  }
}
