package io.breakwater.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.Digest;
import io.breakwater.model.Finding;
import io.breakwater.model.FixState;
import io.breakwater.model.HoleFacts;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.Judged;
import io.breakwater.model.Location;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Origin;
import io.breakwater.model.Platform;
import io.breakwater.model.Priority;
import io.breakwater.model.Reach;
import io.breakwater.model.ScanReport;
import io.breakwater.model.Severity;
import io.breakwater.model.Suppressions;
import io.breakwater.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeverityGateTest {
  private static final SeverityGate GATE = new SeverityGate(Severity.HIGH);

  @Test
  void aFindingAtTheThresholdIsDenied() {
    Verdict verdict = GATE.judge(report(List.of(hole(Severity.HIGH)), List.of(), List.of()));
    assertThat(verdict).isInstanceOf(Verdict.Deny.class);
    assertThat(((Verdict.Deny) verdict).reasons().getFirst().findings())
        .containsExactly("CVE-2024-1");
  }

  @Test
  void aFindingBelowTheThresholdPasses() {
    assertThat(GATE.judge(report(List.of(hole(Severity.MEDIUM)), List.of(), List.of())))
        .isEqualTo(new Verdict.Pass());
  }

  @Test
  void whatCouldNotBeReadIsUnknownAndNoPass() {
    var unread = new NotAnalysed("/a.war", Optional.empty(), NotAnalysed.Reason.ENCRYPTED, "a zip");
    assertThat(GATE.judge(report(List.of(), List.of(unread), List.of())))
        .isEqualTo(new Verdict.Unknown(List.of("/a.war")));
  }

  @Test
  void whatNoFeedCoversIsUnknownAndNoPass() {
    var missing = new DatabaseInfo.NotCovered("Debian:12", 88);
    assertThat(GATE.judge(report(List.of(), List.of(), List.of(missing))))
        .isEqualTo(new Verdict.Unknown(List.of("Debian:12")));
  }

  @Test
  void aDenialIsNotHiddenByMissingEvidence() {
    var missing = new DatabaseInfo.NotCovered("npm", 1);
    assertThat(GATE.judge(report(List.of(hole(Severity.CRITICAL)), List.of(), List.of(missing))))
        .isInstanceOf(Verdict.Deny.class);
  }

  private static Finding hole(Severity severity) {
    return new Finding.Vulnerability(
        "CVE-2024-1",
        List.of(),
        "",
        "",
        severity,
        new Priority(50, List.of()),
        "pkg:npm/a@1",
        "1",
        Optional.empty(),
        FixState.UNKNOWN,
        Origin.UNKNOWN,
        Location.of(Optional.empty(), "/a"),
        List.of(),
        new Finding.Source("osv", "X-1"),
        HoleFacts.NONE,
        List.of(),
        Reach.UNKNOWN);
  }

  private static ScanReport report(
      List<Finding> findings, List<NotAnalysed> unread, List<DatabaseInfo.NotCovered> notCovered) {
    return new ScanReport(
        new ImageInfo(
            "a",
            "dir",
            Optional.empty(),
            Optional.empty(),
            Platform.parse("linux/amd64"),
            OperatingSystem.UNKNOWN,
            0,
            Optional.empty(),
            ImageInfo.Settings.NONE,
            List.of()),
        List.of(),
        Judged.INSTALLED,
        findings,
        Suppressions.NONE,
        unread,
        new DatabaseInfo(Digest.sha256(new byte[32]), false, List.of(), notCovered),
        new ScanReport.Tool("breakwater", "test"),
        Instant.EPOCH,
        Duration.ZERO);
  }
}
