package io.breakwater.advisory.internal.match;

import io.breakwater.advisory.Explanation;
import io.breakwater.advisory.MatchRequest;
import io.breakwater.advisory.MatchResult;
import io.breakwater.advisory.Ranker;
import io.breakwater.advisory.internal.Ecosystems;
import io.breakwater.advisory.internal.store.DatabaseReader;
import io.breakwater.model.Component;
import io.breakwater.model.DatabaseInfo.NotCovered;
import io.breakwater.model.Finding;
import io.breakwater.model.OperatingSystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Judges the packages of one image. A distribution judges what it installed, language packages that
 * one of its packages owns included; other language packages are judged by their ecosystem.
 */
public final class ImageMatcher {
  private final List<Component> components;
  private final Set<String> known;
  private final DatabaseReader database;
  private final MatchRequest request;
  private final OperatingSystem os;
  private final Set<String> byRedHat;
  private final Distribution distribution;
  private final Map<OperatingSystem, Distribution> others = new HashMap<>();
  private final FindingWriter writer;
  private final Map<String, Integer> notCovered = new TreeMap<>();

  /** The packages of Hex: an application that one of them was built to is not judged again. */
  private final Set<String> hex = new HashSet<>();

  /**
   * A matcher for one image.
   *
   * @param byRedHat ids of rebuilds that Red Hat's feed is to judge
   */
  public ImageMatcher(DatabaseReader database, MatchRequest request, Set<String> byRedHat) {
    this.components = request.components();
    this.known = database.ecosystems().keySet();
    this.database = database;
    this.request = request;
    this.os = request.os();
    this.byRedHat = byRedHat;
    this.distribution = Distribution.of(os, known, byRedHat);
    this.writer = new FindingWriter(database, request);
    for (Component component : components) {
      if (component.type().equals("hex")) hex.add(named(component));
    }
  }

  private static String named(Component component) {
    return component.name() + "@" + component.version();
  }

  /** Judges the packages. */
  public MatchResult match() {
    var findings = new ArrayList<Finding.AboutPackage>();
    var undecided = new ArrayList<MatchResult.Undecided>();
    var packages =
        new PackageMatcher(database, new Surroundings(os, components)::holdsOne, request.only());
    for (Component component : components) {
      PackageMatcher.Answer answer = packages.match(lookups(component));
      findings.addAll(
          writer.write(
              component,
              answer.hits().stream().filter(h -> request.asksFor(h.hole().id())).toList()));
      if (answer.undecided() > 0) {
        undecided.add(
            new MatchResult.Undecided(component.id(), component.version(), answer.undecided()));
      }
    }
    findings.sort(Ranker.FIRST_THINGS_FIRST);
    var missing = new ArrayList<NotCovered>();
    notCovered.forEach((ecosystem, count) -> missing.add(new NotCovered(ecosystem, count)));
    return new MatchResult(findings, missing, undecided);
  }

  /** By which names, in which ecosystems, a package is looked up; none when nobody is asked. */
  List<Lookup> lookups(Component component) {
    if (Languages.isDistributions(component.type())) return installed(component);
    // What a distribution installed it judges, where it publishes judgements at all.
    if (component.ownedBy().isPresent() && !distribution.name().isEmpty()) return List.of();
    if (component.type().equals(ErlangApplications.TYPE) && hex.contains(named(component))) {
      return List.of();
    }
    var out = new ArrayList<Lookup>(1);
    boolean covered = false;
    Optional<String> ecosystem = Languages.ecosystem(component);
    if (ecosystem.isPresent() && known.contains(ecosystem.get())) {
      covered = true;
      out.add(Lookup.of(ecosystem.get(), component.name(), component.version(), ""));
    }
    if (known.contains(Cpes.ECOSYSTEM) && Cpes.judge(component)) {
      List<Lookup> byCpe = Cpes.lookups(component);
      covered |= !byCpe.isEmpty();
      out.addAll(byCpe);
    }
    if (known.contains(Ecosystems.DIGEST)) out.addAll(Digests.lookups(component));
    if (!covered) uncovered(ecosystem.orElse(component.type()));
    return out;
  }

  /** The image's, unless the package says that it is of another one, as those of snaps do. */
  private Distribution distribution(Component component) {
    OperatingSystem own = Distribution.systemOf(component, os);
    if (own.equals(os)) return distribution;
    return others.computeIfAbsent(own, other -> Distribution.of(other, known, byRedHat));
  }

  private List<Lookup> installed(Component component) {
    Distribution distribution = distribution(component);
    if (distribution.ecosystems().isEmpty()) {
      uncovered(distribution.name().isEmpty() ? component.type() : distribution.name());
      return List.of();
    }
    String source = component.source().map(s -> s.name()).orElse(component.name());
    String sourceVersion = component.source().map(s -> s.version()).orElse(component.version());
    String stream = stream(component);
    var out = new ArrayList<Lookup>();
    for (String ecosystem : distribution.ecosystemsFor(sourceVersion, known)) {
      Lookup bySource = Lookup.of(ecosystem, source, sourceVersion, stream);
      Lookup byBinary = Lookup.of(ecosystem, component.name(), component.version(), stream);
      switch (distribution.namingIn(ecosystem)) {
        case SOURCE -> out.add(bySource);
        case BINARY -> out.add(byBinary);
        case BOTH -> {
          out.add(byBinary);
          if (!source.equals(component.name())) out.add(bySource);
        }
      }
    }
    return out;
  }

  /** Why nobody is asked about a package; empty when somebody is. */
  Optional<Explanation.Outcome> unasked(Component component) {
    boolean ofDistribution = Languages.isDistributions(component.type());
    if (!ofDistribution && component.ownedBy().isPresent() && !distribution.name().isEmpty()) {
      return Optional.of(Explanation.Outcome.OWNED);
    }
    return lookups(component).isEmpty()
        ? Optional.of(Explanation.Outcome.NOT_COVERED)
        : Optional.empty();
  }

  /** Whether packages of this ecosystem may be in the image. */
  boolean speaksOf(String ecosystem) {
    return distribution.ecosystems().contains(ecosystem) || !Ecosystems.isDistribution(ecosystem);
  }

  /** The stream of a module label such as {@code nodejs:18:8060020…:ad008a3a}. */
  private static String stream(Component component) {
    String label = component.purl().qualifiers().getOrDefault("rpmmod", "");
    int first = label.indexOf(':');
    int second = first < 0 ? -1 : label.indexOf(':', first + 1);
    return second < 0 ? label : label.substring(0, second);
  }

  private void uncovered(String ecosystem) {
    notCovered.merge(ecosystem, 1, Integer::sum);
  }
}
