package io.breakwater.advisory;

import io.breakwater.model.Finding;
import io.breakwater.model.Finding.KnownExploited;
import io.breakwater.model.Finding.MaliciousPackage;
import io.breakwater.model.Finding.Vulnerability;
import io.breakwater.model.FixState;
import io.breakwater.model.Origin;
import io.breakwater.model.Priority;
import io.breakwater.model.Priority.Term;
import io.breakwater.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What to fix first. The score is a sum of points that makes at most 100:
 *
 * <ul>
 *   <li>{@code severity}: critical 50, high 38, medium 22, unknown 12, low 8, negligible 1
 *   <li>{@code exploited}: 25 when a catalogue of exploited holes lists it
 *   <li>{@code ransomware}: 5 more when ransomware uses it
 *   <li>{@code epss}: 12 times the probability, rounded
 *   <li>{@code fix}: 5 when a fixed version exists
 *   <li>{@code origin}: 3 in a layer of the image's own, where its author can act at once
 * </ul>
 */
public final class Ranker {
  /**
   * What to fix first first: by score, then severity, then probability of exploitation, then what
   * can be fixed, then id and component, so that the order is total.
   */
  public static final Comparator<Finding> FIRST_THINGS_FIRST =
      Comparator.<Finding>comparingInt(f -> -f.priority().score())
          .thenComparing(Finding::severity, Comparator.reverseOrder())
          .thenComparingDouble(f -> f instanceof Vulnerability v ? -v.epss().orElse(0) : 0)
          .thenComparing(f -> f instanceof Vulnerability v && v.fixedVersion().isEmpty())
          .thenComparing(Finding::id)
          .thenComparing(Ranker::component);

  private Ranker() {}

  /** The priority of a finding with these properties. */
  public static Priority rank(
      Severity severity,
      Optional<KnownExploited> exploited,
      OptionalDouble epss,
      FixState fixState,
      Origin origin) {
    List<Term> terms = new ArrayList<>(6);
    terms.add(new Term("severity", severity.id(), points(severity)));
    if (exploited.isPresent()) {
      terms.add(new Term("exploited", "known", 25));
      if (exploited.get().ransomware()) terms.add(new Term("ransomware", "known", 5));
    }
    if (epss.isPresent()) {
      double probability = epss.getAsDouble();
      String value = String.format(Locale.ROOT, "%.4f", probability);
      terms.add(new Term("epss", value, (int) Math.round(12 * probability)));
    }
    terms.add(new Term("fix", fixState.id(), fixState == FixState.FIXED ? 5 : 0));
    terms.add(new Term("origin", origin.id(), origin == Origin.OWN ? 3 : 0));
    int score = 0;
    for (Term term : terms) score += term.points();
    return new Priority(Math.clamp(score, 0, 100), terms);
  }

  /** The priority of a package that was made to do harm: nothing comes before it. */
  public static Priority malicious() {
    return new Priority(100, List.of(new Term("malicious", "reported", 100)));
  }

  private static String component(Finding finding) {
    return switch (finding) {
      case Vulnerability hole -> hole.component();
      case MaliciousPackage malicious -> malicious.component();
    };
  }

  private static int points(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 50;
      case HIGH -> 38;
      case MEDIUM -> 22;
      case UNKNOWN -> 12;
      case LOW -> 8;
      case NEGLIGIBLE -> 1;
    };
  }
}
