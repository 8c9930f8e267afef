package io.breakwater.policy;

import io.breakwater.model.Confidence;
import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.Decision.Level;
import io.breakwater.model.Finding;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.ScanReport;
import io.breakwater.model.Severity;
import io.breakwater.model.Text;
import io.breakwater.model.Verdict;
import io.breakwater.policy.internal.Condition;
import io.breakwater.policy.internal.Message;
import io.breakwater.policy.internal.Rule;
import io.breakwater.policy.internal.document.Rec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The gate behind {@code --fail-on}: denies an image with a finding of a severity or worse, of
 * which its check is sure. Where something could not be read, or no feed speaks about a component,
 * an image without such a finding is UNKNOWN, not PASS.
 *
 * @param threshold the least severity that is refused
 */
public record SeverityGate(Severity threshold) {

  /** Judges a report. Never throws. */
  public Verdict judge(ScanReport report) {
    var refused = new ArrayList<String>();
    for (Finding finding : report.findings()) {
      if (finding.severity().atLeast(threshold) && isSure(finding)) refused.add(finding.id());
    }
    if (!refused.isEmpty()) {
      int count = refused.size();
      var message =
          new Text(
              count
                  + (count == 1 ? " finding is " : " findings are ")
                  + threshold.id()
                  + " or worse",
              count + " 个发现达到 " + threshold.id() + " 或更高");
      return new Verdict.Deny(
          List.of(
              new Verdict.Reason(
                  "fail-on-" + threshold.id(), message, refused.stream().distinct().toList())));
    }
    List<String> missing = missing(report);
    return missing.isEmpty() ? new Verdict.Pass() : new Verdict.Unknown(missing);
  }

  /** The same as a policy, to be asked beside others; no expression has to be read for it. */
  public Policy policy() {
    String name = "fail-on-" + threshold.id();
    var findings =
        new Condition(
            "findings",
            frame -> List.<Object>copyOf(frame.document().findings()),
            1,
            Set.of("findings"),
            "--fail-on");
    var when =
        new Condition(
            "severityAtLeast(f, \"" + threshold.id() + "\") && f.sure",
            frame ->
                frame.get(0) instanceof Rec finding
                    && Severity.parse(finding.text("severity"))
                        .orElse(Severity.UNKNOWN)
                        .atLeast(threshold)
                    && Boolean.TRUE.equals(finding.get("sure")),
            1,
            Set.of("findings", "Finding.severity", "Finding.sure"),
            "--fail-on");
    var id =
        new Condition(
            "f.id",
            frame -> frame.get(0) instanceof Rec finding ? finding.text("id") : "",
            1,
            Set.of("Finding.id"),
            "--fail-on");
    var words =
        new Text(
            "a finding is " + threshold.id() + " or worse: ", "发现达到 " + threshold.id() + " 或更高：");
    var message = new Message(words, List.of(words.english(), id), List.of(words.chinese(), id));
    var rule =
        new Rule(
            name,
            Level.DENY,
            message,
            Rule.Applies.EVERYWHERE,
            Optional.of(findings),
            "f",
            when,
            Optional.empty(),
            List.of());
    return new Policy(
        name, "", List.of(rule), List.of(), new Policy.Unknowns(Set.of(), Integer.MAX_VALUE));
  }

  /** A check that is not sure asks for a look, it stops nobody. */
  private static boolean isSure(Finding finding) {
    return switch (finding) {
      case Finding.AboutPackage about -> true;
      case Finding.OfCheck found -> found.confidence() == Confidence.HIGH;
    };
  }

  private static List<String> missing(ScanReport report) {
    var missing = new ArrayList<String>();
    for (NotAnalysed what : report.notAnalysed()) missing.add(what.path());
    for (DatabaseInfo.NotCovered what : report.database().notCovered()) {
      missing.add(what.ecosystem());
    }
    return missing;
  }
}
