package io.breakwater.advisory.internal.match;

import io.breakwater.advisory.Explanation;
import io.breakwater.advisory.Explanation.Answer;
import io.breakwater.advisory.Explanation.Named;
import io.breakwater.advisory.Explanation.Outcome;
import io.breakwater.advisory.Explanation.Saying;
import io.breakwater.advisory.Explanation.Verdict;
import io.breakwater.advisory.KnownHole;
import io.breakwater.advisory.MatchRequest;
import io.breakwater.advisory.internal.Ecosystems;
import io.breakwater.advisory.internal.Versions;
import io.breakwater.advisory.internal.store.DatabaseReader;
import io.breakwater.advisory.internal.store.HoleView;
import io.breakwater.advisory.internal.store.Statement;
import io.breakwater.model.Advisory;
import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.FixState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells why a hole is, or is not, found in packages. It asks the same judges as a scan does, and
 * only writes down what they were asked and answered.
 */
public final class Explainer {
  private final DatabaseReader database;
  private final ImageMatcher image;
  private final PackageMatcher packages;
  private final FindingWriter writer;
  private final List<Component> components;

  /** An explainer for one image. */
  public Explainer(DatabaseReader database, MatchRequest request, Set<String> byRedHat) {
    this.database = database;
    this.image = new ImageMatcher(database, request, byRedHat);
    var around = new Surroundings(request.os(), request.components());
    this.packages = new PackageMatcher(database, around::holdsOne, Set.of());
    this.writer = new FindingWriter(database, request);
    this.components = request.components();
  }

  /** What is known about a hole, and what comes of each package; nothing for an unknown id. */
  public List<Explanation> explain(String id) {
    var out = new ArrayList<Explanation>();
    for (HoleView hole : database.holes(id.strip())) out.add(explain(hole));
    return out;
  }

  private Explanation explain(HoleView hole) {
    List<Advisory> records = hole.records().stream().map(database::advisory).toList();
    var named = new TreeSet<>(Comparator.comparing(Named::ecosystem).thenComparing(Named::name));
    for (Advisory record : records) {
      for (Advisory.Affected affected : record.affected()) {
        named.add(new Named(affected.ecosystem(), affected.name()));
      }
    }
    var names = new Names(named);
    var answers = new ArrayList<Answer>();
    Set<Named> present = new HashSet<>();
    for (Component component : components) {
      answer(component, hole, names, present).ifPresent(answers::add);
    }
    named.removeIf(one -> present.contains(one) || !image.speaksOf(one.ecosystem()));
    List<String> aliases = hole.ids().subList(1, hole.ids().size());
    var known = new KnownHole(hole.id(), aliases, hole.malicious(), hole.facts(), records);
    return new Explanation(known, answers, List.copyOf(named));
  }

  /** What records name, by name alone. */
  private record Names(Set<Named> all) {
    /** The ecosystems in which a package of this name is named. */
    List<String> ecosystems(String name) {
      var out = new TreeSet<String>();
      for (Named one : all) {
        if (Ecosystems.foldName(one.ecosystem(), name).equals(one.name())) out.add(one.ecosystem());
      }
      return List.copyOf(out);
    }
  }

  private Optional<Answer> answer(
      Component component, HoleView hole, Names names, Set<Named> present) {
    var sayings = new ArrayList<Saying>();
    List<Lookup> lookups = image.lookups(component);
    for (Lookup lookup : lookups) sayings.addAll(sayings(lookup, hole));
    var elsewhere = new TreeSet<>(names.ecosystems(component.name()));
    component.source().ifPresent(s -> elsewhere.addAll(names.ecosystems(s.name())));
    elsewhere.removeIf(e -> !isSameKind(e, component));
    if (sayings.isEmpty() && elsewhere.isEmpty()) return Optional.empty();
    for (Saying one : sayings) present.add(new Named(one.ecosystem(), one.name()));
    if (!sayings.isEmpty()) {
      Optional<Finding.AboutPackage> finding = finding(component, lookups, hole);
      Outcome outcome = finding.isPresent() ? Outcome.AFFECTED : outcome(sayings);
      return Optional.of(new Answer(component, outcome, sayings, List.of(), finding));
    }
    return Optional.of(
        new Answer(
            component,
            image.unasked(component).orElse(Outcome.OTHER_ECOSYSTEM),
            List.of(),
            List.copyOf(elsewhere),
            Optional.empty()));
  }

  /** A distribution's name means a distribution's package, a language's a package of its own. */
  private static boolean isSameKind(String ecosystem, Component component) {
    return Languages.isDistributions(component.type())
        ? Ecosystems.isDistribution(ecosystem)
        : Languages.ecosystem(component).filter(ecosystem::equals).isPresent();
  }

  private Optional<Finding.AboutPackage> finding(
      Component component, List<Lookup> lookups, HoleView hole) {
    for (Hit hit : packages.match(lookups).hits()) {
      if (hit.hole().number() != hole.number()) continue;
      return Optional.of(writer.write(component, List.of(hit)).getFirst());
    }
    return Optional.empty();
  }

  private List<Saying> sayings(Lookup lookup, HoleView hole) {
    String name = Ecosystems.scheme(lookup.ecosystem());
    Versions scheme = Versions.of(name);
    var out = new ArrayList<Saying>();
    for (Statement statement : database.statements(lookup.ecosystem(), lookup.name())) {
      if (!hole.records().contains(statement.record())) continue;
      Advisory record = database.record(statement.record()).advisory();
      out.add(
          new Saying(
              new Finding.Source(record.provider(), record.id()),
              lookup.ecosystem(),
              lookup.name(),
              lookup.version(),
              name,
              verdict(statement, lookup, scheme),
              statement.fixState(),
              statement.severity(),
              Trace.of(statement, scheme, lookup.version())));
    }
    return out;
  }

  private Verdict verdict(Statement statement, Lookup lookup, Versions scheme) {
    return switch (packages.standing(statement, lookup)) {
      case OTHER_LINE -> Verdict.OTHER_STREAM;
      case UNMET -> Verdict.UNMET;
      case COUNTS -> {
        Judge.Verdict verdict = Judge.judge(statement, scheme, lookup.version());
        if (PackageMatcher.isElsewhere(lookup, verdict)) yield Verdict.SILENT;
        yield switch (verdict) {
          case AFFECTED -> Verdict.AFFECTED;
          case SAFE -> Verdict.SAFE;
          case SILENT -> Verdict.SILENT;
          case UNDECIDED -> Verdict.UNDECIDED;
        };
      }
    };
  }

  /** What kept a package from being a finding. */
  private static Outcome outcome(List<Saying> sayings) {
    if (has(sayings, Verdict.AFFECTED)) return Outcome.OVERRULED;
    for (Saying one : sayings) {
      boolean safe = one.verdict() == Verdict.SAFE;
      if (safe && one.fixState() == FixState.NOT_AFFECTED) return Outcome.NOT_AFFECTED;
    }
    if (has(sayings, Verdict.SAFE)) return Outcome.FIXED;
    if (has(sayings, Verdict.UNDECIDED)) return Outcome.UNDECIDED;
    if (has(sayings, Verdict.SILENT)) return Outcome.OUTSIDE;
    return has(sayings, Verdict.UNMET) ? Outcome.UNMET : Outcome.OTHER_STREAM;
  }

  private static boolean has(List<Saying> sayings, Verdict verdict) {
    for (Saying one : sayings) if (one.verdict() == verdict) return true;
    return false;
  }
}
