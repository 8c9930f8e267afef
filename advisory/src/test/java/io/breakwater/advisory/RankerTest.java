package io.breakwater.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Circumstances;
import io.breakwater.model.Circumstances.Known;
import io.breakwater.model.Exploit;
import io.breakwater.model.Exploit.Maturity;
import io.breakwater.model.Finding.CvssRating;
import io.breakwater.model.Finding.KnownExploited;
import io.breakwater.model.FixState;
import io.breakwater.model.HoleFacts;
import io.breakwater.model.Origin;
import io.breakwater.model.Priority;
import io.breakwater.model.Reach;
import io.breakwater.model.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankerTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final List<Severity> SEVERITIES = List.of(Severity.values());
  private static final List<Maturity> MATURITIES = List.of(Maturity.values());
  private static final Circumstances WORST =
      new Circumstances(
          new Reach(Reach.State.REACHED, "/app needs it"), Known.YES, Known.YES, Known.YES);

  @Test
  void theWorstThatCanBeIsAHundredAndEachTermIsShown() {
    Priority worst =
        Ranker.rank(
            situation(
                Severity.CRITICAL,
                facts(10, true, 1, Maturity.USED, TODAY.minusDays(2)),
                WORST,
                Optional.of(FixDistance.PATCH)));
    assertThat(worst.score()).isEqualTo(100);
    assertThat(worst.terms())
        .extracting(t -> t.name() + " " + t.value() + " " + t.points())
        .containsExactly(
            "severity critical 30",
            "exploited known 30",
            "ransomware known 5",
            "exploit used 18",
            "epss 1.0000 25",
            "fix patch 6",
            "age 2 days 3",
            "origin own 3",
            "reach reached 6",
            "in-use yes 8",
            "exposed yes 8",
            "privileged yes 4");
  }

  @Test
  void anExploitedHoleOfMediumSeverityComesBeforeACriticalOneThatNobodyUses() {
    assertThat(score(Severity.MEDIUM, facts(5, true, 0.02, null, null)))
        .isGreaterThan(score(Severity.CRITICAL, facts(10, false, 0.02, null, null)));
  }

  @Test
  void everySeverityCountsMoreThanTheOneBelowWhateverScoreOthersGave() {
    var before = -1;
    for (Severity severity :
        List.of(
            Severity.NEGLIGIBLE, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL)) {
      int score = score(severity, facts(6.1, false, 0, null, null));
      assertThat(score).as(severity.id()).isGreaterThan(before);
      before = score;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.3, 1.2.4, PATCH",
    "1.2.3, 1.3.0, MINOR",
    "1.2.3, 2.0, MAJOR",
    "v1.2.3, v1.2.9, PATCH",
    "3.0.11-1~deb12u2, 3.0.14-1~deb12u1, PATCH",
    "1:1.2.3, 1.2.3, MAJOR",
    "1:9.16.1-0ubuntu2, 1:9.16.1-0ubuntu2.8, PATCH",
    "2024.1, 2024.2, MINOR",
    "weird, odd, PATCH"
  })
  void aFixIsAsFarAsTheFirstNumberThatDiffers(String from, String to, FixDistance distance) {
    assertThat(FixDistance.between(from, to)).isEqualTo(distance);
  }

  @Test
  void evidenceNeverWorksAgainstItsMeaning() {
    var random = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      Severity severity = SEVERITIES.get(random.nextInt(SEVERITIES.size()));
      double cvss = random.nextInt(101) / 10.0;
      double epss = random.nextDouble();
      Maturity maturity = MATURITIES.get(random.nextInt(4));
      int plain = score(severity, facts(cvss, false, epss, null, null));
      assertThat(score(severity, facts(cvss, true, epss, null, null))).isGreaterThan(plain);
      assertThat(score(severity, facts(cvss, false, epss, maturity, null))).isGreaterThan(plain);
      assertThat(score(severity, facts(cvss, false, Math.min(1, epss + 0.2), null, null)))
          .isGreaterThanOrEqualTo(plain);
      var unreached = Circumstances.of(new Reach(Reach.State.UNREACHED, ""));
      Priority far =
          Ranker.rank(
              situation(
                  severity, facts(cvss, false, epss, null, null), unreached, Optional.empty()));
      assertThat(far.score()).isLessThanOrEqualTo(plain);
      int sum = far.terms().stream().mapToInt(Priority.Term::points).sum();
      assertThat(far.score()).isEqualTo(Math.clamp(sum, 0, 100));
    }
  }

  private static int score(Severity severity, HoleFacts facts) {
    return Ranker.rank(situation(severity, facts, Circumstances.UNKNOWN, Optional.empty())).score();
  }

  private static Ranker.Situation situation(
      Severity severity, HoleFacts facts, Circumstances known, Optional<FixDistance> fix) {
    return new Ranker.Situation(
        severity,
        facts,
        fix.isPresent() ? FixState.FIXED : FixState.NOT_FIXED,
        fix,
        known.inUse() == Known.YES ? Origin.OWN : Origin.BASE,
        known,
        Optional.of(TODAY));
  }

  private static HoleFacts facts(
      double cvss,
      boolean exploited,
      double epss,
      @org.jspecify.annotations.Nullable Maturity maturity,
      @org.jspecify.annotations.Nullable LocalDate published) {
    var exploits = new ArrayList<Exploit>();
    if (maturity != null) exploits.add(new Exploit("somebody", maturity, ""));
    return new HoleFacts(
        exploited ? Optional.of(new KnownExploited(Optional.empty(), true)) : Optional.empty(),
        OptionalDouble.of(epss),
        List.of(new CvssRating("nvd", "CVSS:3.1/AV:N", cvss)),
        List.of(),
        exploits,
        Optional.ofNullable(published));
  }
}
