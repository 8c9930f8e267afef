package io.breakwater.advisory.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.AffectedRange;
import io.breakwater.model.AffectedRange.End;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What publishers write about versions, as ranges: {@code [a, b)} with a fix, {@code [a, b]}
 * without.
 */
class NotationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "none",
      value = {
        "npm; <2.0.0; [, 2.0.0)",
        "npm; <=1.0.4; [, 1.0.4]",
        "npm; >=1.2.0 <1.3.0 || >=2 <2.1; [1.2.0, 1.3.0) [2.0.0, 2.1.0)",
        "npm; 8.x || 7.x; [7.0.0-0, 9.0.0-0) limit",
        "npm; 1.2.3 - 2; [1.2.3, 3.0.0-0) limit",
        "npm; ~1.6.5; [1.6.5, 1.7.0-0) limit",
        "npm; ^0.2.3; [0.2.3, 0.3.0-0) limit",
        "npm; >1.2.3 <2.0.0; [1.2.4-0, 2.0.0)",
        "npm; >1.2.3-rc.1; [1.2.3-rc.1.0, )",
        "npm; <=v2.0.0-alpha7; [, 2.0.0-alpha7]",
        "npm; *; [, )",
        "npm; >2.0.0 <1.0.0; ''",
        "npm; certainly not; none",
        "cargo; 1.2; [1.2.0, 2.0.0-0) limit",
        "cargo; >= 1.0, < 1.5.1; [1.0.0, 1.5.1)",
        "gem; ~> 3.2.15; [3.2.15, 3.3.a)",
        "gem; ~> 3.2; [3.2, 4.a)",
        "maven; >= 2.5.0, < 2.5.16; [2.5.0, 2.5.16)",
        "maven; > 2.5, <= 3.0; [2.5-sp, 3.0]",
        "composer; = 1.2; [1.2, 1.2]",
        "generic; > 1.1.1k; [1.1.1k-a, )",
        "maven; ; none"
      })
  void aTextIsTheseRanges(String scheme, String text, String expected) {
    String given = text == null ? "" : text;

    var runs = new Notation(scheme).read(given);

    if (expected == null && given.isEmpty()) {
      assertThat(runs).as("an empty text holds every version").contains(List.of(Span.ALL));
      return;
    }
    assertThat(runs.map(all -> written(new Spans(scheme).ranges(all, List.of()))).orElse(null))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "cargo; >= 0.9.0; [, 0.9.0)",
        "cargo; >= 0.10.9 || < 0.10.8; [0.10.8, 0.10.9)",
        "cargo; ^0.9.5 || >= 0.10.2; [, 0.9.5) [0.10.0-0, 0.10.2)",
        "cargo; > 1.0.0; [, 1.0.0]",
        "gem; ~> 3.2.15 || >= 4.0.1 || < 3; [3, 3.2.15) [3.3.a, 4.0.1)"
      })
  void whatIsSafeLeavesTheRestAffected(String scheme, String safe, String expected) {
    var spans = new Spans(scheme);
    var runs = new Notation(scheme).any(List.of(safe.split(" \\|\\| ", -1))).orElseThrow();

    assertThat(written(spans.ranges(spans.complement(runs), List.of()))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<2.0.18 || <3.0.16; ^2.0.18 || ^3.0.16; [, 2.0.18) [3.0.0-0, 3.0.16)",
        "<=1.0.4; >=1.0.5; [, 1.0.5)",
        "<=1.0.4 || >=2.0.0 <=2.0.1; >=2.0.2; [, 1.0.4] [2.0.0, 2.0.2)"
      })
  void aPatchedVersionIsTheFixOfTheRunBeforeIt(String vulnerable, String patched, String expected) {
    var notation = new Notation("npm");
    var spans = new Spans("npm");
    var fixed = notation.read(patched).orElseThrow();
    var affected = spans.without(notation.read(vulnerable).orElseThrow(), fixed);

    assertThat(written(spans.ranges(affected, fixed))).isEqualTo(expected);
  }

  private static String written(List<AffectedRange> ranges) {
    return ranges.stream().map(NotationTest::written).collect(Collectors.joining(" "));
  }

  private static String written(AffectedRange range) {
    return "["
        + range.introduced()
        + ", "
        + switch (range.end()) {
          case End.Fixed(String version) -> version + ")";
          case End.Limit(String version) -> version + ") limit";
          case End.LastAffected(String version) -> version + "]";
          case End.Open() -> ")";
        };
  }
}
