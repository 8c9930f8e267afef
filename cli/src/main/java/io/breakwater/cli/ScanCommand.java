package io.breakwater.cli;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.MatchRequest;
import io.breakwater.advisory.MatchResult;
import io.breakwater.advisory.Matcher;
import io.breakwater.advisory.Suppressor;
import io.breakwater.inspect.Inspection;
import io.breakwater.inventory.Inventory;
import io.breakwater.inventory.reach.Reachability;
import io.breakwater.model.Circumstances;
import io.breakwater.model.Component;
import io.breakwater.model.Decision;
import io.breakwater.model.Finding;
import io.breakwater.model.Judged;
import io.breakwater.model.Location;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.ScanReport;
import io.breakwater.model.Severity;
import io.breakwater.model.Verdict;
import io.breakwater.oci.collect.LayerResults;
import io.breakwater.policy.SeverityGate;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code bw scan}: what is in an image, what is wrong with it, what to fix first. */
final class ScanCommand implements Command.Action {
  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    Outputs outputs = Outputs.of(arguments, terminal);
    Optional<Severity> threshold = arguments.severity(Opt.FAIL_ON);
    boolean unknownDenies =
        arguments.oneOf(Opt.UNKNOWN, "warn", List.of("warn", "deny")).equals("deny");
    String reference = arguments.positionals().getFirst();
    Optional<PolicyGate> gate = PolicyGate.of(arguments);
    Silence silence = Silence.of(arguments, terminal);
    LayerResults cache = Caches.results(arguments, terminal);
    AdvisoryDatabase database = Databases.open(arguments, terminal);

    Scanners scanners = Scanners.of(arguments, terminal);
    Scanned scanned = scan(reference, cache, database, silence, scanners, arguments, terminal);
    ScanReport report = scanned.report();
    if (gate.isPresent()) {
      Decision decision = gate.get().judge(report, threshold);
      outputs.write(report, decision, scanned.inventory().cachedLayers(), terminal);
      boolean open = decision.answer() == Decision.Answer.UNKNOWN && unknownDenies;
      return decision.refuses() || open ? Main.REFUSED : Main.OK;
    }
    Optional<Verdict> verdict = threshold.map(t -> new SeverityGate(t).judge(report));
    outputs.write(report, verdict, scanned.inventory().cachedLayers(), terminal);
    return verdict.map(v -> exitCode(v, unknownDenies)).orElse(Main.OK);
  }

  /** What a scan makes of an image: the document, and what it does not hold. */
  record Scanned(ScanReport report, Inventory inventory) {}

  /** Looks for holes in an image or an SBOM; nothing is taken out of its findings. */
  static Scanned scan(
      String reference,
      LayerResults cache,
      AdvisoryDatabase database,
      Arguments arguments,
      Terminal terminal)
      throws IOException {
    return scan(reference, cache, database, Silence.NONE, Scanners.HOLES, arguments, terminal);
  }

  /** Scans an image or an SBOM. */
  static Scanned scan(
      String reference,
      LayerResults cache,
      AdvisoryDatabase database,
      Silence silence,
      Scanners scanners,
      Arguments arguments,
      Terminal terminal)
      throws IOException {
    Instant started = Instant.now();
    long began = System.nanoTime();
    Subjects.Subject subject =
        Subjects.take(
            arguments,
            terminal,
            reference,
            cache,
            new Subjects.Wanted(database.namesDigests(), scanners.inspection()));
    LocalDate today = LocalDate.ofInstant(started, ZoneOffset.UTC);
    Judged judged = judged(arguments, subject);
    MatchResult matched =
        scanners.vulnerabilities()
            ? new Matcher(database).match(request(subject, judged, today))
            : MatchResult.NOTHING;
    Suppressor.Outcome outcome =
        silence.apply(
            findings(matched, subject.inspected()),
            subject.image(),
            subject.inventory().components(),
            today,
            reference,
            arguments,
            terminal);
    ScanReport report =
        new ScanReport(
            subject.image(),
            subject.inventory().components(),
            judged,
            outcome.findings(),
            outcome.suppressions(),
            notAnalysed(subject, matched),
            database
                .info()
                .with(matched.notCovered())
                .with(database.endOfLife(subject.image().os())),
            new ScanReport.Tool("breakwater", Version.NUMBER),
            started,
            Duration.ofNanos(System.nanoTime() - began));
    return new Scanned(report, subject.inventory());
  }

  /** What is asked about what was found. */
  static MatchRequest request(Subjects.Subject subject, Judged judged, LocalDate today) {
    Inventory inventory = subject.inventory();
    List<Component> components = judged.of(inventory.components());
    return new MatchRequest(
        inventory.os(), components, reach(subject), Set.of(), Optional.of(today));
  }

  /** In an image a lock file tells what was meant to be there; in a project it is what there is. */
  static Judged judged(Arguments arguments, Subjects.Subject subject) {
    boolean isImage = subject.image().configDigest().isPresent();
    Judged usual = isImage ? Judged.INSTALLED : Judged.DECLARED;
    var words = Stream.of(Judged.values()).map(Judged::id).toList();
    return Judged.of(arguments.oneOf(Opt.PACKAGES, usual.id(), words));
  }

  private static Map<String, Circumstances> reach(Subjects.Subject subject) {
    var circumstances = new HashMap<String, Circumstances>();
    Reachability.of(subject.inventory(), subject.image().settings())
        .forEach((id, reach) -> circumstances.put(id, Circumstances.of(reach)));
    return circumstances;
  }

  /** Holes in packages and what else was found, the most urgent first. */
  private static List<Finding> findings(MatchResult matched, Inspection.Outcome inspected) {
    var all = new ArrayList<Finding>(matched.findings());
    all.addAll(inspected.findings());
    if (!inspected.findings().isEmpty()) { // each is in order by itself, and the sort is stable
      all.sort(Comparator.comparingInt((Finding f) -> f.priority().score()).reversed());
    }
    return all;
  }

  /** What could not be read, and what could not be judged although it was read. */
  private static List<NotAnalysed> notAnalysed(Subjects.Subject subject, MatchResult matched) {
    Inventory inventory = subject.inventory();
    var all = new ArrayList<NotAnalysed>(inventory.notAnalysed());
    all.addAll(subject.inspected().notAnalysed());
    if (matched.undecided().isEmpty()) return all;
    Map<String, Component> components =
        inventory.components().stream().collect(Collectors.toMap(Component::id, c -> c));
    for (MatchResult.Undecided open : matched.undecided()) {
      Component component = components.get(open.component());
      if (component == null) continue;
      Location at = component.locations().getFirst();
      all.add(
          new NotAnalysed(
              at.path(),
              at.layer(),
              NotAnalysed.Reason.UNSUPPORTED,
              component.name()
                  + " has the version \""
                  + open.version()
                  + "\", which cannot be ordered; advisories left open: "
                  + open.statements()));
    }
    return all;
  }

  private static int exitCode(Verdict verdict, boolean unknownDenies) {
    return switch (verdict) {
      case Verdict.Pass pass -> Main.OK;
      case Verdict.Warn warn -> Main.OK;
      case Verdict.Deny deny -> Main.REFUSED;
      case Verdict.Unknown unknown -> unknownDenies ? Main.REFUSED : Main.OK;
    };
  }
}
