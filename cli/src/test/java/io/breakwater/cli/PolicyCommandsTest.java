package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Language;
import io.breakwater.model.ReportWriter;
import io.breakwater.policy.Packs;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandsTest {
  @TempDir Path folder = Path.of("unset");
  private String report = "";

  @BeforeEach
  void aReport() throws Exception {
    Path file = folder.resolve("report.json");
    try (var out = Files.newOutputStream(file)) {
      ReportWriter.write(Sample.report(), out);
    }
    report = file.toString();
  }

  @Test
  void aDeniedReportEndsWithTwoAndSaysWhyAndWhatToDo() {
    Run run = Run.bw("policy", "check", "pack:baseline", report);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("DENY", "baseline/known-exploited", "CVE-2021-44228", "→ ");
    Run chinese = Run.bw(Language.CHINESE, "", "policy", "check", "pack:baseline", report);
    assertThat(chinese.out()).contains("已知被利用");
  }

  @Test
  void theDecisionIsADocument() {
    Run run = Run.bw("policy", "check", "pack:baseline", report, "--format", "json");
    assertThat(run.out()).contains("\"answer\": \"deny\"", "\"rule\": \"known-exploited\"");
  }

  @Test
  void withTheSameReportAsBaselineNothingIsNew() {
    Run run = Run.bw("policy", "check", "pack:only-new", report, "--baseline", report);
    assertThat(run.out()).doesNotContain("new-high");
    assertThat(Run.bw("policy", "check", "pack:only-new", report).code()).isEqualTo(2);
  }

  @Test
  void aMistakeIsToldWithFileLineColumnAndASuggestion() throws Exception {
    Path policy = folder.resolve("gate.yaml");
    Files.writeString(policy, Run.bw("policy", "init").out().replace("f.severity", "f.severty"));
    Run run = Run.bw("policy", "check", policy.toString(), report);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().replaceAll("\\s+", " "))
        .contains("gate.yaml:19:13: there is no field \"severty\"; did you mean severity?");
  }

  @Test
  void everyPackIsExplainedInBothLanguages() {
    for (String name : Packs.NAMES) {
      for (Language language : Language.values()) {
        Run run = Run.bw(language, "", "policy", "explain", "pack:" + name);
        assertThat(run.code()).as(run.err()).isZero();
      }
    }
    assertThat(Run.bw("policy", "explain", "pack:production", "root").out())
        .contains("Settings.user", "only for: production")
        .doesNotContain("known-exploited");
  }

  @Test
  void casesBesideAPolicyAreRun() throws Exception {
    Files.writeString(folder.resolve("gate.yaml"), Run.bw("policy", "init").out());
    Files.writeString(
        folder.resolve("gate.test.yaml"),
        """
        now: 2026-11-22
        cases:
          - name: root may build
            report: {image: {settings: {user: root}}}
            expect: {verdict: pass, without: [no-root-in-production]}
          - name: root may not go to production
            environment: production
            report: {image: {settings: {user: root}}}
            expect: {verdict: deny, rules: [no-root-in-production]}
          - name: this one is wrong
            report: {findings: [{id: CVE-1, severity: critical, fixedVersion: "2"}]}
            expect: {verdict: pass}
        """);
    Run run = Run.bw("policy", "test", folder.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.out())
        .contains("ok  root may build", "ok  root may not go to production")
        .contains("FAILED  this one is wrong", "gate.test.yaml:10:5")
        .contains("expected pass, was deny", "3 cases, 1 failed");
  }
}
