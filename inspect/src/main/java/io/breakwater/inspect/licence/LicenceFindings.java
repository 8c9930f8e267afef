package io.breakwater.inspect.licence;

import io.breakwater.inspect.Subject;
import io.breakwater.inspect.internal.ImageJudge;
import io.breakwater.inspect.internal.Inspector;
import io.breakwater.inspect.internal.Judgement;
import io.breakwater.inspect.internal.Seen;
import io.breakwater.inspect.internal.licence.LicenceFileInspector;
import io.breakwater.inspect.licence.LicencePolicy.Answer;
import io.breakwater.model.Check;
import io.breakwater.model.Component;
import io.breakwater.model.Confidence;
import io.breakwater.model.Digest;
import io.breakwater.model.Finding;
import io.breakwater.model.Judged;
import io.breakwater.model.Layer;
import io.breakwater.model.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Licences of components as findings: what a policy refuses or warns of. Without a policy, what few
 * people want to ship unawares: licences that reach over a network or forbid uses, and packages of
 * applications of which nobody knows the licence, those in one row. Of a distribution's packages
 * the main licence alone counts then.
 */
public final class LicenceFindings {
  private static final Set<String> DISTRIBUTION = Set.of("deb", "rpm", "apk", "alpm", "ebuild");

  /** What most packages state, and nobody minds: spares reading the list of licences. */
  private static final Set<String> PLAIN =
      Set.of(
          "MIT",
          "ISC",
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "0BSD",
          "Unlicense",
          "CC0-1.0",
          "BlueOak-1.0.0",
          "MIT License",
          "BSD",
          "Apache License 2.0",
          "Python-2.0",
          "PSF-2.0",
          "MPL-2.0",
          "GPL-2.0-only",
          "GPL-2.0-or-later",
          "GPL-3.0-only",
          "GPL-3.0-or-later",
          "Ruby",
          "MIT OR Apache-2.0",
          "Apache 2.0",
          "Apache License, Version 2.0",
          "EPL-2.0");

  private static final int MOST_NAMES = 12;

  private final Optional<LicencePolicy> policy;

  private LicenceFindings(Optional<LicencePolicy> policy) {
    this.policy = policy;
  }

  /** Who looks at licences. */
  public static Inspector inspector(Optional<LicencePolicy> policy) {
    ImageJudge judge = new LicenceFindings(policy)::judge;
    return new Inspector(Check.Area.LICENCE, List.of(new LicenceFileInspector()), judge);
  }

  private List<Judgement> judge(Subject subject, List<Seen> seen) {
    LicenceFiles files = LicenceFiles.seen(seen);
    Map<Digest, Integer> layers = new HashMap<>();
    for (Layer layer : subject.image().layers()) layers.put(layer.diffId(), layers.size());
    var found = new ArrayList<Judgement>();
    var unknown = new ArrayList<Component>();
    for (Component each : Judged.INSTALLED.of(subject.components())) {
      if (policy.isPresent()) {
        ruled(files.licence(each), policy.get(), subject, layers).ifPresent(found::add);
      } else if (DISTRIBUTION.contains(each.type())) {
        shipped(each, files, layers).ifPresent(found::add);
      } else {
        brought(each, files, layers, unknown).ifPresent(found::add);
      }
    }
    if (!unknown.isEmpty()) found.add(unknown(unknown, layers));
    return found;
  }

  private static Optional<Judgement> ruled(
      ComponentLicence of, LicencePolicy policy, Subject subject, Map<Digest, Integer> layers) {
    LicencePolicy.Decision decision = policy.judge(of, subject.day());
    if (decision.answer() == Answer.ALLOW) return Optional.empty();
    Check check = decision.answer() == Answer.DENY ? LicenceChecks.DENIED : LicenceChecks.WARNED;
    String chosen = of.licence().map(l -> policy.choose(l.expression()).text()).orElse("");
    String choice = chosen.isEmpty() || chosen.equals(of.text()) ? "" : ", chosen " + chosen;
    String rule = ", rule " + decision.because();
    return Optional.of(
        judgement(check, of.component(), layers, told(of) + choice + rule, Confidence.HIGH));
  }

  /** A distribution's package, by the licence of what it is mainly made of. */
  private static Optional<Judgement> shipped(
      Component component, LicenceFiles files, Map<Digest, Integer> layers) {
    boolean plain = component.licences().stream().noneMatch(LicenceFindings::isNotable);
    boolean file = files.of(component).stream().anyMatch(f -> isNotable(f.family()));
    if (plain && !file) return Optional.empty();
    ComponentLicence of = files.licence(component);
    if (of.licence().isEmpty()) return Optional.empty();
    LicenceExpression whole = of.licence().get().expression();
    LicenceExpression main =
        whole instanceof LicenceExpression.And(List<LicenceExpression> parts)
            ? parts.getFirst()
            : whole;
    return LicenceClass.of(main) == LicenceClass.NETWORK
        ? Optional.of(judgement(LicenceChecks.NETWORK, component, layers, told(of), Confidence.LOW))
        : Optional.empty();
  }

  private static Optional<Judgement> brought(
      Component component,
      LicenceFiles files,
      Map<Digest, Integer> layers,
      List<Component> unknown) {
    List<String> stated = component.licences();
    if (!stated.isEmpty() && PLAIN.containsAll(stated)) return Optional.empty();
    ComponentLicence of = files.licence(component);
    return switch (of.family()) {
      case NETWORK -> Optional.of(row(LicenceChecks.NETWORK, of, layers));
      case PROPRIETARY ->
          stated.contains("UNLICENSED") // npm's word for what is nobody else's business
              ? Optional.empty()
              : Optional.of(row(LicenceChecks.RESTRICTED, of, layers));
      case UNKNOWN -> {
        if (tells(component)) unknown.add(component);
        yield Optional.empty();
      }
      case PERMISSIVE, WEAK, STRONG -> Optional.empty();
    };
  }

  /** Whether its own facts lie in the image, where a licence would be, and it is not the user's. */
  private static boolean tells(Component component) {
    if (component.version().isEmpty() || component.ownedBy().isPresent()) return false;
    String path = component.locations().getFirst().path();
    return switch (component.type()) {
      case "npm" -> path.contains("/node_modules/");
      case "pypi" -> path.contains(".dist-info/") || path.contains(".egg-info");
      case "gem", "composer" -> true;
      default -> false;
    };
  }

  /** Words of distributions' own names for what is notable; quick, so that none is read for it. */
  private static boolean isNotable(String stated) {
    String lower = stated.toLowerCase(Locale.ROOT);
    return lower.contains("agpl") || lower.contains("affero") || lower.contains("eupl");
  }

  private static boolean isNotable(LicenceClass family) {
    return family == LicenceClass.NETWORK;
  }

  private static Judgement row(Check check, ComponentLicence of, Map<Digest, Integer> layers) {
    Confidence sure = of.licence().orElseThrow().how().confidence();
    return judgement(check, of.component(), layers, told(of), sure);
  }

  private static Judgement unknown(List<Component> all, Map<Digest, Integer> layers) {
    var names = new StringBuilder();
    names.append(all.size()).append(all.size() == 1 ? " package: " : " packages: ");
    for (int i = 0; i < Math.min(all.size(), MOST_NAMES); i++) {
      Component each = all.get(i);
      names.append(i == 0 ? "" : ", ").append(each.name()).append(' ').append(each.version());
    }
    if (all.size() > MOST_NAMES) names.append(", …");
    String part = all.size() == 1 ? all.getFirst().purl().toString() : "";
    Judgement first =
        judgement(
            LicenceChecks.UNKNOWN, all.getFirst(), layers, names.toString(), Confidence.MEDIUM);
    return new Judgement(
        first.check(),
        first.severity(),
        first.confidence(),
        first.layer(),
        all.size() == 1 ? first.path() : "/",
        0,
        part,
        first.standing(),
        first.evidence());
  }

  private static String told(ComponentLicence of) {
    return of.text() + ", class " + of.family().id();
  }

  private static Judgement judgement(
      Check check, Component of, Map<Digest, Integer> layers, String evidence, Confidence sure) {
    Location at = of.locations().getFirst();
    return new Judgement(
        check,
        check.severity(),
        sure,
        at.layer().map(digest -> layers.getOrDefault(digest, -1)).orElse(-1),
        at.path(),
        0,
        of.purl().toString(),
        Finding.Standing.PRESENT,
        evidence);
  }
}
