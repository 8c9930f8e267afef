package io.breakwater.advisory.internal.match;

import io.breakwater.advisory.Coverage.Answer;
import io.breakwater.advisory.Coverage.FeedOf;
import io.breakwater.advisory.CoverageGap;
import io.breakwater.model.Component;
import io.breakwater.model.OperatingSystem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells who could speak about packages of one image, by the rules by which they are matched. */
public final class CoverageJudge {
  private static final String CPE = "CPE";

  private final Map<String, Map<String, Integer>> speakers;
  private final OperatingSystem os;
  private final LocalDate today;
  private final Map<OperatingSystem, Known> distributions = new HashMap<>();

  /** A distribution, and since when it is out of support. */
  private record Known(Distribution distribution, Optional<LocalDate> ended) {}

  /**
   * A judge for one image.
   *
   * @param speakers for each ecosystem of a database the records of each provider
   */
  public CoverageJudge(
      Map<String, Map<String, Integer>> speakers, OperatingSystem os, LocalDate today) {
    this.speakers = speakers;
    this.os = os;
    this.today = today;
  }

  /** Who could speak about a package. */
  public Answer answer(Component component) {
    if (Languages.isDistributions(component.type())) {
      return installed(component, known(Distribution.systemOf(component, os)), false);
    }
    boolean owned = component.ownedBy().isPresent();
    if (owned && !known(os).distribution().name().isEmpty()) {
      return installed(component, known(os), true);
    }
    var feeds = new ArrayList<FeedOf>();
    Optional<String> ecosystem = Languages.ecosystem(component);
    ecosystem.ifPresent(e -> feeds.addAll(feeds(e)));
    boolean generic = component.type().equals("generic");
    boolean named = Cpes.judge(component);
    if (named) feeds.addAll(feeds(CPE));
    Optional<CoverageGap> gap = Optional.empty();
    if (feeds.isEmpty()) gap = Optional.of(gap(ecosystem.isPresent(), generic, named));
    String asked = ecosystem.orElseGet(() -> named ? CPE : kind(component));
    return new Answer(component, asked, feeds, false, Optional.empty(), gap);
  }

  /** Such as {@code cpan} or {@code generic/wordpress-plugin}. */
  private static String kind(Component component) {
    String type = component.type();
    if (!type.equals("generic")) return type;
    return component.purl().namespace().map(space -> type + '/' + space).orElse(type);
  }

  private static CoverageGap gap(boolean hasEcosystem, boolean generic, boolean named) {
    if (hasEcosystem) return CoverageGap.ECOSYSTEM_NOT_IMPORTED;
    if (named) return CoverageGap.CPE_NOT_IMPORTED;
    return generic ? CoverageGap.WITHOUT_CPE : CoverageGap.NO_FEED_EXISTS;
  }

  private Known known(OperatingSystem its) {
    return distributions.computeIfAbsent(
        its,
        one ->
            new Known(
                Distribution.of(one, speakers.keySet(), Set.of()),
                Lifecycles.end(one).filter(end -> end.isBefore(today))));
  }

  private Answer installed(Component component, Known its, boolean owned) {
    Distribution distribution = its.distribution();
    String version = component.source().map(s -> s.version()).orElse(component.version());
    var feeds = new ArrayList<FeedOf>();
    for (String ecosystem : distribution.ecosystemsFor(version, speakers.keySet())) {
      feeds.addAll(feeds(ecosystem));
    }
    String name = distribution.name();
    if (!feeds.isEmpty()) {
      return new Answer(component, name, feeds, owned, its.ended(), Optional.empty());
    }
    boolean unknown = name.isEmpty();
    CoverageGap gap = unknown ? CoverageGap.DISTRIBUTION_UNKNOWN : CoverageGap.RELEASE_NOT_IMPORTED;
    String asked = unknown ? component.type() : name;
    return new Answer(component, asked, List.of(), owned, Optional.empty(), Optional.of(gap));
  }

  private List<FeedOf> feeds(String ecosystem) {
    var out = new ArrayList<FeedOf>();
    speakers
        .getOrDefault(ecosystem, Map.of())
        .forEach((provider, records) -> out.add(new FeedOf(provider, ecosystem, records)));
    return out;
  }
}
