package io.breakwater.advisory;

import io.breakwater.model.Circumstances;
import io.breakwater.model.Exploit;
import io.breakwater.model.Finding;
import io.breakwater.model.Finding.CvssRating;
import io.breakwater.model.Finding.Vulnerability;
import io.breakwater.model.FixState;
import io.breakwater.model.HoleFacts;
import io.breakwater.model.Origin;
import io.breakwater.model.Priority;
import io.breakwater.model.Priority.Term;
import io.breakwater.model.Reach;
import io.breakwater.model.Severity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What to fix first. The score is a sum of points, cut at 0 and 100; docs/priority.md tells why
 * they are what they are, and what they find:
 *
 * <ul>
 *   <li>{@code severity}, 0 to 30: three times the CVSS score (version 4 before 3 before 2), held
 *       within the bounds of the severity that the rules chose; without a score 29 for critical, 24
 *       for high, 16 for medium, 12 for unknown, 6 for low, 1 for negligible
 *   <li>{@code exploited}: 30 when a catalogue of exploited holes lists it
 *   <li>{@code ransomware}: 5 more when ransomware uses it
 *   <li>{@code exploit}, by the firmest exploit: used 18, weaponised 15, functional 10, proof of
 *       concept 4
 *   <li>{@code epss}, 0 to 25: 25 times the fourth root of the probability, which spans four orders
 *       of magnitude
 *   <li>{@code fix}: a patch away 6, a minor version 5, a major version 3, else 0
 *   <li>{@code age}: 3 in the first 30 days; -3 after five years in which nobody used it
 *   <li>{@code origin}: 3 in a layer of the image's own, where its author can act at once
 *   <li>{@code reach}: 6 when the entry point uses it, -10 when it does not
 *   <li>{@code in-use}: 8, or -8; {@code exposed}: 8; {@code privileged}: 4; each only where
 *       somebody has watched
 * </ul>
 */
public final class Ranker {
  private static final int NEW_DAYS = 30;
  private static final int OLD_DAYS = 5 * 365;

  /**
   * What to fix first first: by score, then severity, then probability of exploitation, then what
   * can be fixed, then id and component, so that the order is total.
   */
  public static final Comparator<Finding.AboutPackage> FIRST_THINGS_FIRST =
      Comparator.<Finding.AboutPackage>comparingInt(f -> -f.priority().score())
          .thenComparing(Finding::severity, Comparator.reverseOrder())
          .thenComparingDouble(f -> f instanceof Vulnerability v ? -v.epss().orElse(0) : 0)
          .thenComparing(f -> f instanceof Vulnerability v && v.fixedVersion().isEmpty())
          .thenComparing(Finding::id)
          .thenComparing(Finding.AboutPackage::component);

  private Ranker() {}

  /**
   * What a priority is made of.
   *
   * @param severity that the rules chose
   * @param facts what is known about the hole
   * @param fixState what is said about a fix
   * @param distance how far the fix is, where there is one
   * @param origin who brought the package
   * @param circumstances how it is used
   * @param asOf the day of the database; without one nothing is new or old
   */
  public record Situation(
      Severity severity,
      HoleFacts facts,
      FixState fixState,
      Optional<FixDistance> distance,
      Origin origin,
      Circumstances circumstances,
      Optional<LocalDate> asOf) {}

  /** The priority of a hole in this situation. */
  public static Priority rank(Situation situation) {
    List<Term> terms = new ArrayList<>(8);
    HoleFacts facts = situation.facts();
    terms.add(severity(situation.severity(), facts));
    if (facts.exploited().isPresent()) {
      terms.add(new Term("exploited", "known", 30));
      if (facts.exploited().get().ransomware()) terms.add(new Term("ransomware", "known", 5));
    }
    facts.maturity().ifPresent(m -> terms.add(new Term("exploit", m.id(), points(m))));
    if (facts.epss().isPresent()) {
      double probability = facts.epss().getAsDouble();
      String value = String.format(Locale.ROOT, "%.4f", probability);
      terms.add(new Term("epss", value, (int) Math.round(25 * Math.sqrt(Math.sqrt(probability)))));
    }
    terms.add(fix(situation));
    age(situation).ifPresent(terms::add);
    int own = situation.origin() == Origin.OWN ? 3 : 0;
    terms.add(new Term("origin", situation.origin().id(), own));
    circumstances(situation.circumstances(), terms);
    int score = 0;
    for (Term term : terms) score += term.points();
    return new Priority(Math.clamp(score, 0, 100), terms);
  }

  private static Term severity(Severity severity, HoleFacts facts) {
    Optional<CvssRating> rating = newest(facts.cvss());
    if (rating.isEmpty() || severity == Severity.UNKNOWN) {
      return new Term("severity", severity.id(), points(severity));
    }
    double score = Math.clamp(rating.get().score(), lowest(severity), highest(severity));
    return new Term("severity", severity.id(), (int) Math.round(3 * score));
  }

  /** The rating by the newest version of CVSS, the worst of several. */
  private static Optional<CvssRating> newest(List<CvssRating> ratings) {
    return ratings.stream()
        .max(
            Comparator.<CvssRating>comparingInt(r -> version(r.vector()))
                .thenComparingDouble(CvssRating::score));
  }

  private static int version(String vector) {
    if (vector.startsWith("CVSS:4")) return 4;
    return vector.startsWith("CVSS:3") || vector.isEmpty() ? 3 : 2;
  }

  private static Term fix(Situation situation) {
    FixState state = situation.fixState();
    if (state != FixState.FIXED || situation.distance().isEmpty()) {
      return new Term("fix", state.id(), 0);
    }
    FixDistance distance = situation.distance().get();
    int points =
        switch (distance) {
          case PATCH -> 6;
          case MINOR -> 5;
          case MAJOR -> 3;
        };
    return new Term("fix", distance.id(), points);
  }

  private static Optional<Term> age(Situation situation) {
    HoleFacts facts = situation.facts();
    if (situation.asOf().isEmpty() || facts.published().isEmpty()) return Optional.empty();
    long days = ChronoUnit.DAYS.between(facts.published().get(), situation.asOf().get());
    boolean quiet =
        facts.exploited().isEmpty() && facts.maturity().isEmpty() && facts.epss().orElse(0) < 0.01;
    int points = days <= NEW_DAYS ? 3 : days > OLD_DAYS && quiet ? -3 : 0;
    return Optional.of(new Term("age", Math.max(0, days) + " days", points));
  }

  private static void circumstances(Circumstances known, List<Term> terms) {
    Reach.State reach = known.reach().state();
    int points =
        switch (reach) {
          case REACHED -> 6;
          case UNREACHED -> -10;
          case UNKNOWN -> 0;
        };
    terms.add(new Term("reach", reach.id(), points));
    slot("in-use", known.inUse(), 8, -8, terms);
    slot("exposed", known.exposed(), 8, 0, terms);
    slot("privileged", known.privileged(), 4, 0, terms);
  }

  private static void slot(
      String name, Circumstances.Known known, int yes, int no, List<Term> terms) {
    switch (known) {
      case YES -> terms.add(new Term(name, "yes", yes));
      case NO -> terms.add(new Term(name, "no", no));
      case UNKNOWN -> {}
    }
  }

  /** The priority of a package that was made to do harm: nothing comes before it. */
  public static Priority malicious() {
    return new Priority(100, List.of(new Term("malicious", "reported", 100)));
  }

  private static int points(Exploit.Maturity maturity) {
    return switch (maturity) {
      case USED -> 18;
      case WEAPONISED -> 15;
      case FUNCTIONAL -> 10;
      case PROOF_OF_CONCEPT -> 4;
    };
  }

  private static int points(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 29;
      case HIGH -> 24;
      case MEDIUM -> 16;
      case UNKNOWN -> 12;
      case LOW -> 6;
      case NEGLIGIBLE -> 1;
    };
  }

  private static double lowest(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 9;
      case HIGH -> 7;
      case MEDIUM -> 4;
      case LOW -> 0.1;
      case NEGLIGIBLE, UNKNOWN -> 0;
    };
  }

  private static double highest(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 10;
      case HIGH -> 8.9;
      case MEDIUM -> 6.9;
      case LOW -> 3.9;
      case NEGLIGIBLE -> 0.5;
      case UNKNOWN -> 10;
    };
  }
}
