package io.breakwater.advisory;

import static io.breakwater.advisory.TestFeeds.affected;
import static io.breakwater.advisory.TestPackages.DEBIAN_12;
import static io.breakwater.advisory.TestPackages.binary;
import static io.breakwater.advisory.TestPackages.language;
import static io.breakwater.advisory.TestPackages.owned;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.advisory.Explanation.Answer;
import io.breakwater.advisory.Explanation.Boundary;
import io.breakwater.advisory.Explanation.Outcome;
import io.breakwater.model.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a hole is, or is not, found: the answers, and that they never contradict a scan. */
class ExplainTest {
  @TempDir private Path folder;
  private Matcher matcher;

  @BeforeEach
  void oneHoleOfManyRecords() throws IOException {
    Map<String, String> alias = Map.of("aliases", "[\"CVE-2024-1\"]");
    matcher =
        new TestFeeds(folder)
            .withOsv("GHSA-1", alias, affected("npm", "left", "introduced 1.2.0, fixed 1.4.0"))
            .withOsv("PYSEC-1", alias, affected("PyPI", "left", "introduced 0, last_affected 2"))
            .withOsv("DSA-1", alias, affected("Debian:12", "left-src", "introduced 0, fixed 1.4-2"))
            .withOsv("DSA-2", alias, affected("Debian:11", "other", "introduced 0, fixed 2"))
            .withOsv("GHSA-2", Map.of(), affected("RubyGems", "gem", "introduced 0"))
            .matcher();
  }

  @Test
  void everyPackageThatARecordNamesHasAnAnswer() throws IOException {
    check(language("npm", "left", "1.3.0"), Outcome.AFFECTED);
    check(language("npm", "left", "1.4.0"), Outcome.FIXED);
    check(language("npm", "left", "1.1.0"), Outcome.OUTSIDE);
    check(language("npm", "left", "latest"), Outcome.UNDECIDED);
    check(owned("npm", "left", "1.3.0"), Outcome.OWNED);
    check(binary("deb", "libleft", "1.4-1", "left-src", "1.4-1"), Outcome.AFFECTED);
    check(binary("deb", "libleft", "1.4-2", "left-src", "1.4-2"), Outcome.FIXED);
    check(binary("deb", "other", "1", "other", "1"), Outcome.OTHER_ECOSYSTEM);
  }

  private void check(Component component, Outcome outcome) throws IOException {
    var request = new MatchRequest(DEBIAN_12, List.of(component));
    Explanation explanation = matcher.explain(request, "CVE-2024-1").getFirst();
    assertThat(explanation.answers()).as(component.id()).hasSize(1);
    Answer answer = explanation.answers().getFirst();
    assertThat(answer.outcome()).as(component.id() + component.version()).isEqualTo(outcome);
    boolean found =
        matcher.match(request).vulnerabilities().stream()
            .anyMatch(v -> v.id().equals("CVE-2024-1"));
    assertThat(answer.finding().isPresent()).isEqualTo(found);
    assertThat(found).isEqualTo(outcome == Outcome.AFFECTED);
  }

  @Test
  void eachComparisonIsToldInOrder() throws IOException {
    var request = new MatchRequest(DEBIAN_12, List.of(language("npm", "left", "1.3.0")));
    var saying =
        matcher.explain(request, "GHSA-1").getFirst().answers().getFirst().sayings().getFirst();
    assertThat(saying.scheme()).isEqualTo("npm");
    assertThat(saying.steps())
        .extracting(Explanation.Step::boundary)
        .containsExactly(Boundary.INTRODUCED, Boundary.FIXED);
    assertThat(saying.steps().get(0).order().orElseThrow()).isPositive();
    assertThat(saying.steps().get(1).order().orElseThrow()).isNegative();
  }

  @Test
  void whatIsNotInTheImageIsToldForItsDistributionAndLanguagesOnly() throws IOException {
    var request = new MatchRequest(DEBIAN_12, List.of(language("npm", "left", "1.3.0")));
    assertThat(matcher.explain(request, "CVE-2024-1").getFirst().absent())
        .containsExactly(
            new Explanation.Named("Debian:12", "left-src"), new Explanation.Named("PyPI", "left"));
    assertThat(matcher.explain(request, "CVE-1999-1")).isEmpty();
  }
}
