package io.breakwater.cli;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.MatchResult;
import io.breakwater.advisory.Matcher;
import io.breakwater.inventory.Inventory;
import io.breakwater.model.Component;
import io.breakwater.model.Location;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.ProblemException;
import io.breakwater.model.ScanReport;
import io.breakwater.model.Severity;
import io.breakwater.model.Verdict;
import io.breakwater.policy.SeverityGate;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code bw scan}: what is in an image, what is wrong with it, what to fix first. */
final class ScanCommand implements Command.Action {
  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    Instant started = Instant.now();
    long began = System.nanoTime();
    Outputs outputs = Outputs.of(arguments);
    Optional<Severity> threshold = arguments.severity(Opt.FAIL_ON);
    boolean unknownDenies =
        arguments.oneOf(Opt.UNKNOWN, "warn", List.of("warn", "deny")).equals("deny");
    String reference = arguments.positionals().getFirst();
    AdvisoryDatabase database = Databases.open(arguments, terminal);
    Subjects.Subject subject = Subjects.take(arguments, terminal, reference);
    ScanReport report = report(subject, database, started, began);
    int cachedLayers = subject.inventory().cachedLayers();
    Optional<Verdict> verdict = threshold.map(t -> new SeverityGate(t).judge(report));
    outputs.write(report, verdict, cachedLayers, terminal);
    return verdict.map(v -> exitCode(v, unknownDenies)).orElse(Main.OK);
  }

  private static ScanReport report(
      Subjects.Subject subject, AdvisoryDatabase database, Instant started, long began)
      throws ProblemException {
    Inventory inventory = subject.inventory();
    MatchResult matched = new Matcher(database).match(inventory.os(), inventory.components());
    return new ScanReport(
        subject.image(),
        inventory.components(),
        List.copyOf(matched.findings()),
        notAnalysed(inventory, matched),
        database.info().with(matched.notCovered()),
        new ScanReport.Tool("breakwater", Version.NUMBER),
        started,
        Duration.ofNanos(System.nanoTime() - began));
  }

  /** What could not be read, and what could not be judged although it was read. */
  private static List<NotAnalysed> notAnalysed(Inventory inventory, MatchResult matched) {
    var all = new ArrayList<NotAnalysed>(inventory.notAnalysed());
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
