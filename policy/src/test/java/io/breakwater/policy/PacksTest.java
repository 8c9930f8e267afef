package io.breakwater.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Decision;
import io.breakwater.model.Decision.Level;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class PacksTest {
  private static final List<String> NAMES = Packs.NAMES;
  private static final Occasion PRODUCTION =
      new Occasion("production", "admission", Instant.parse("2026-11-22T10:00:00Z"));

  /** An image that no pack has a word against. */
  private static final String CLEAN =
      Reports.SHOP
          .replaceAll(
              "(?s)\"findings\": \\[.*\\],\n  \"notAnalysed\"",
              "\"findings\": [],\n  \"notAnalysed\"")
          .replace("\"user\": \"\", \"ports\": [\"8080/tcp\", \"22/tcp\"]", "\"user\": \"1000\"")
          .replace("\"layers\": []", "\"layers\": [], \"base\": {\"name\": \"debian:12\"}");

  private static Policy pack(String name) throws InvalidPolicyException {
    PolicySources.Source source = Packs.find("pack:" + name).orElseThrow();
    return new PolicyReader(Knowledge.NONE, (n, from) -> Packs.find(n))
        .read(source.file(), source.text());
  }

  private static Decision judge(String name, String report) throws InvalidPolicyException {
    Subject subject = Subject.of(Reports.of(report)).since(Subject.of(Reports.of(CLEAN)));
    return new Gate(List.of(pack(name))).judge(subject, PRODUCTION);
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void aPackLetsACleanImagePassWithoutAWord(String name) throws Exception {
    Decision decision = judge(name, CLEAN);
    assertThat(decision.reasons()).isEmpty();
    assertThat(decision.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "baseline, critical-with-fix known-exploited",
    "strict, high known-exploited root",
    "production, critical-with-fix known-exploited remote-shell root",
    "no-known-exploited, known-exploited",
    "only-new, new-high",
    "grace-period, overdue",
    "approved-base-images, base-known",
    "cis-docker-4, cis-4.1-user cis-4.4-scanned",
    "mlps, mlps-8.1.4.2-least-privilege mlps-8.1.4.4-holes",
  })
  void aPackDeniesWhatItIsFor(String name, String rules) throws Exception {
    Set<String> denied = new TreeSet<>();
    for (Decision.Reason each : judge(name, Reports.SHOP).reasons()) {
      if (each.level() == Level.DENY) denied.add(each.rule());
    }
    assertThat(denied).containsExactly(rules.split(" "));
  }

  @Test
  void everythingThatAPackSaysIsSaidInBothLanguages() throws Exception {
    for (String name : NAMES) {
      for (Policy.Summary rule : pack(name).summaries()) {
        assertThat(rule.message().chinese().codePoints().anyMatch(Character::isIdeographic))
            .as(name + " " + rule.id())
            .isTrue();
      }
    }
  }

  @Test
  void onlyNewWantsABaseline() throws Exception {
    Decision decision =
        new Gate(List.of(pack("only-new"))).judge(Subject.of(Reports.of(CLEAN)), PRODUCTION);
    assertThat(decision.answer()).isEqualTo(Decision.Answer.UNKNOWN);
    assertThat(decision.refuses()).isTrue();
  }
}
