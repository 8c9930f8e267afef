package io.breakwater.policy;

import io.breakwater.model.Confidence;
import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.Finding;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.ScanReport;
import io.breakwater.model.Severity;
import io.breakwater.model.Text;
import io.breakwater.model.Verdict;
import java.util.ArrayList;
import java.util.List;

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
