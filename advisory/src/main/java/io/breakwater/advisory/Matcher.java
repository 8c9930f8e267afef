package io.breakwater.advisory;

import io.breakwater.advisory.internal.match.Explainer;
import io.breakwater.advisory.internal.match.ImageMatcher;
import io.breakwater.model.Component;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.ProblemException;
import java.util.List;
import java.util.Set;

/**
 * Finds the known holes of installed packages. Pure: the same database and packages give the same
 * findings. Safe for use by many threads.
 *
 * <p>A distribution judges what it installed, by its own records, source package or binary package
 * as it keeps them, and also what language packages its packages own. Other language packages are
 * judged by the records of their ecosystem. All records that share an id make one finding, called
 * by the CVE where there is one.
 */
public final class Matcher {
  private final AdvisoryDatabase database;
  private final Set<String> byRedHat;

  /** A matcher that knows what this database knows. */
  public Matcher(AdvisoryDatabase database) {
    this(database, Set.of());
  }

  /**
   * The same, with rebuilds of Red Hat Enterprise Linux that Red Hat's feed is to judge, instead of
   * their own. Their versions may differ from Red Hat's, and so may what they fix.
   *
   * @param byRedHat ids of distributions as os-release writes them, such as {@code rocky}
   */
  public Matcher(AdvisoryDatabase database, Set<String> byRedHat) {
    this.database = database;
    this.byRedHat = Set.copyOf(byRedHat);
  }

  /**
   * Judges the packages of an image.
   *
   * @param os the image's distribution, or {@link OperatingSystem#UNKNOWN}
   * @throws ProblemException when the database is damaged
   */
  public MatchResult match(OperatingSystem os, List<Component> components) throws ProblemException {
    return match(new MatchRequest(os, components));
  }

  /**
   * Judges the packages of an image with what is known of their use.
   *
   * @throws ProblemException when the database is damaged
   */
  public MatchResult match(MatchRequest request) throws ProblemException {
    return database.reading(() -> new ImageMatcher(database.reader(), request, byRedHat).match());
  }

  /**
   * Tells why a hole is, or is not, found in the packages of an image, by the same judgement as
   * {@link #match}. Several answers when the id is of an update that closes several holes; none
   * when the id is not known.
   *
   * @param id of the hole, or an alias
   * @throws ProblemException when the database is damaged
   */
  public List<Explanation> explain(MatchRequest request, String id) throws ProblemException {
    return database.reading(() -> new Explainer(database.reader(), request, byRedHat).explain(id));
  }
}
