package io.breakwater.advisory.internal.store;

import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.advisory.internal.CveFacts.Epss;
import io.breakwater.model.Exploit;
import io.breakwater.model.Finding.CvssRating;
import io.breakwater.model.Finding.KnownExploited;
import io.breakwater.model.HoleFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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

  private static final Comparator<Exploit> EXPLOITS =
      Comparator.comparing(Exploit::source)
          .thenComparing(Exploit::reference)
          .thenComparing(Exploit::maturity);

  /** So many exploits of each source are kept: the others would tell nothing more. */
  private static final int EXPLOITS_OF_A_SOURCE = 5;

  private final Map<String, Facts> byId = new TreeMap<>();

  /** What is known about one hole. */
  static final class Facts {
    private Optional<KnownExploited> exploited = Optional.empty();
    private Optional<Epss> epss = Optional.empty();
    private final TreeSet<CvssRating> cvss = new TreeSet<>(RATINGS);
    private final TreeSet<String> cwes = new TreeSet<>();
    private final TreeSet<Exploit> exploits = new TreeSet<>(EXPLOITS);
    private final TreeSet<String> aliases = new TreeSet<>();
    private Optional<LocalDate> published = Optional.empty();
    private boolean malicious;

    private void add(CveFacts more) {
      more.exploited().ifPresent(e -> exploited = Optional.of(merge(exploited, e)));
      more.epss().ifPresent(e -> epss = Optional.of(newer(epss, e)));
      cvss.addAll(more.cvss());
      cwes.addAll(more.cwes());
      exploits.addAll(more.exploits());
      aliases.addAll(more.aliases());
      published = earliest(published, more.published());
      malicious |= more.malicious();
    }

    private void add(Facts more) {
      more.exploited.ifPresent(e -> exploited = Optional.of(merge(exploited, e)));
      more.epss.ifPresent(e -> epss = Optional.of(newer(epss, e)));
      cvss.addAll(more.cvss);
      cwes.addAll(more.cwes);
      exploits.addAll(more.exploits);
      published = earliest(published, more.published);
      malicious |= more.malicious;
    }

    boolean malicious() {
      return malicious;
    }

    /** These facts with the ratings of records, and the day of the first of them. */
    HoleFacts with(List<CvssRating> more, Optional<LocalDate> first) {
      return new HoleFacts(
          exploited,
          epss.map(e -> OptionalDouble.of(e.score())).orElse(OptionalDouble.empty()),
          ratings(more),
          List.copyOf(cwes),
          fewOfEach(exploits),
          earliest(published, first));
    }

    /** All ratings; those without a vector only where there is no other. */
    private List<CvssRating> ratings(List<CvssRating> more) {
      var all = new TreeSet<>(cvss);
      all.addAll(more);
      var withVector = all.stream().filter(rating -> !rating.vector().isEmpty()).toList();
      return withVector.isEmpty() ? List.copyOf(all) : withVector;
    }

    /** The firmest of each source, as many as are kept. */
    private static List<Exploit> fewOfEach(Set<Exploit> all) {
      var count = new TreeMap<String, Integer>();
      return all.stream()
          .sorted(Comparator.comparing(Exploit::maturity).reversed().thenComparing(EXPLOITS))
          .filter(e -> count.merge(e.source(), 1, Integer::sum) <= EXPLOITS_OF_A_SOURCE)
          .sorted(EXPLOITS)
          .toList();
    }
  }

  synchronized void add(CveFacts more) {
    byId.computeIfAbsent(more.id(), none -> new Facts()).add(more);
  }

  /** The ids of each hole about which there are facts, in order. */
  List<List<String>> holes() {
    var out = new ArrayList<List<String>>(byId.size());
    byId.forEach(
        (id, facts) -> {
          var ids = new ArrayList<String>(1 + facts.aliases.size());
          ids.add(id);
          ids.addAll(facts.aliases);
          out.add(ids);
        });
    return out;
  }

  /** The facts about a hole with these ids. */
  Facts of(List<String> ids) {
    var all = new Facts();
    for (String id : ids) {
      Facts known = byId.get(id);
      if (known != null) all.add(known);
    }
    return all;
  }

  static Optional<LocalDate> earliest(Optional<LocalDate> a, Optional<LocalDate> b) {
    if (a.isEmpty() || b.isEmpty()) return a.or(() -> b);
    return Optional.of(earlier(a.get(), b.get()));
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
