package io.breakwater.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Finding.KnownExploited;
import io.breakwater.model.FixState;
import io.breakwater.model.Origin;
import io.breakwater.model.Priority;
import io.breakwater.model.Severity;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RankerTest {
  private static final Optional<KnownExploited> NOT_KNOWN = Optional.empty();

  @Test
  void theWorstThatCanBeIsAHundred() {
    var ransomware = Optional.of(new KnownExploited(Optional.empty(), true));

    Priority worst =
        Ranker.rank(
            Severity.CRITICAL, ransomware, OptionalDouble.of(1), FixState.FIXED, Origin.OWN);

    assertThat(worst.score()).isEqualTo(100);
    assertThat(worst.terms())
        .extracting(Priority.Term::name)
        .containsExactly("severity", "exploited", "ransomware", "epss", "fix", "origin");
  }

  @Test
  void anExploitedHoleOfMediumSeverityComesBeforeAHighOneThatNobodyUses() {
    var exploited = Optional.of(new KnownExploited(Optional.empty(), false));

    assertThat(score(Severity.MEDIUM, exploited)).isGreaterThan(score(Severity.HIGH, NOT_KNOWN));
  }

  @Test
  void everySeverityCountsMoreThanTheOneBelow() {
    assertThat(score(Severity.CRITICAL, NOT_KNOWN)).isGreaterThan(score(Severity.HIGH, NOT_KNOWN));
    assertThat(score(Severity.HIGH, NOT_KNOWN)).isGreaterThan(score(Severity.MEDIUM, NOT_KNOWN));
    assertThat(score(Severity.MEDIUM, NOT_KNOWN)).isGreaterThan(score(Severity.LOW, NOT_KNOWN));
    assertThat(score(Severity.LOW, NOT_KNOWN)).isGreaterThan(score(Severity.NEGLIGIBLE, NOT_KNOWN));
  }

  @Test
  void theTermsAddUpToTheScore() {
    Priority some =
        Ranker.rank(
            Severity.LOW, NOT_KNOWN, OptionalDouble.of(0.3), FixState.NOT_FIXED, Origin.BASE);

    int sum = some.terms().stream().mapToInt(Priority.Term::points).sum();
    assertThat(some.score()).isEqualTo(sum);
  }

  private static int score(Severity severity, Optional<KnownExploited> exploited) {
    return Ranker.rank(severity, exploited, OptionalDouble.empty(), FixState.FIXED, Origin.UNKNOWN)
        .score();
  }
}
