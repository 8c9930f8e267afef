package io.breakwater.advisory.internal.store;

import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.advisory.internal.CveFacts.Epss;
import io.breakwater.model.Finding.CvssRating;
import io.breakwater.model.Finding.KnownExploited;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Facts about CVEs from many feeds, merged so that the order in which they come does not matter.
 */
final class FactTable {
  private static final Comparator<CvssRating> RATINGS =
      Comparator.comparing(CvssRating::source)
          .thenComparing(CvssRating::vector)
          .thenComparingDouble(CvssRating::score);

  private final Map<String, Facts> byCve = new TreeMap<>();

  /** What is known about one CVE. */
  static final class Facts {
    Optional<KnownExploited> exploited = Optional.empty();
    Optional<Epss> epss = Optional.empty();
    private final TreeSet<CvssRating> cvss = new TreeSet<>(RATINGS);
  }

  /** Ratings of facts and records; those without a vector only where there is no other. */
  static List<CvssRating> ratings(Facts facts, List<CvssRating> more) {
    var all = new TreeSet<>(facts.cvss);
    all.addAll(more);
    var withVector = all.stream().filter(rating -> !rating.vector().isEmpty()).toList();
    return withVector.isEmpty() ? List.copyOf(all) : withVector;
  }

  synchronized void add(CveFacts more) {
    Facts facts = byCve.computeIfAbsent(more.cve(), none -> new Facts());
    more.exploited().ifPresent(e -> facts.exploited = Optional.of(merge(facts.exploited, e)));
    more.epss().ifPresent(e -> facts.epss = Optional.of(newer(facts.epss, e)));
    facts.cvss.addAll(more.cvss());
  }

  /** Every CVE about which there are facts, in order. */
  Set<String> cves() {
    return byCve.keySet();
  }

  /** The facts about a CVE; none for other ids. */
  Facts of(String cve) {
    return byCve.getOrDefault(cve, new Facts());
  }

  private static KnownExploited merge(Optional<KnownExploited> known, KnownExploited more) {
    if (known.isEmpty()) return more;
    KnownExploited before = known.get();
    Optional<LocalDate> since =
        before.since().isEmpty() || more.since().isEmpty()
            ? before.since().or(more::since)
            : Optional.of(earlier(before.since().get(), more.since().get()));
    return new KnownExploited(since, before.ransomware() || more.ransomware());
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  private static Epss newer(Optional<Epss> known, Epss more) {
    if (known.isEmpty()) return more;
    Epss before = known.get();
    int order = before.date().orElse(LocalDate.MIN).compareTo(more.date().orElse(LocalDate.MIN));
    if (order == 0) order = Double.compare(before.score(), more.score());
    return order >= 0 ? before : more;
  }
}
