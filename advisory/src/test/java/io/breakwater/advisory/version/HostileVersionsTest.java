package io.breakwater.advisory.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions made to hurt. None of this may take long; there is no stopwatch, only patience. */
class HostileVersionsTest {
  private static final int LONG = 100_000;

  /** Long enough that the square of it would be felt over all schemes and pieces. */
  private static final int FELT = 30_000;

  static Collection<String> schemes() {
    return VersionSchemes.names();
  }

  /** Those whose versions are made of numbers; dates have bounds. */
  static Collection<String> numbered() {
    return schemes().stream().filter(name -> !name.equals("date")).toList();
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void longTextsAreComparedOrRefused(String name) {
    var scheme = VersionSchemes.byName(name).orElseThrow();
    for (String piece :
        List.of(
            "1",
            "0",
            "0.",
            "1.",
            "1-",
            "a",
            "a.",
            "a1",
            "-",
            "~",
            "^",
            "_p1",
            ".a",
            "0.0-",
            "é",
            "!",
            ":",
            "-.",
            "+",
            "_",
            " ",
            "\0",
            "-final-",
            "-0",
            "#",
            "%",
            "1.0-alpha.",
            "\ud83d")) {
      for (String start : List.of("", "1.0", "1.0.0-", "1.0.0+")) {
        String version = start + piece.repeat(FELT / piece.length());
        scheme.isValid(version);
        String answer = VersionComparison.answer(scheme, version, version);
        assertThat(answer).isIn("=", "!");
        assertThat(VersionComparison.answer(scheme, version, version + "1"))
            .isIn("<", "=", ">", "!");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("numbered")
  void numbersOfAnyLengthAreComparedByValue(String name) {
    var scheme = VersionSchemes.byName(name).orElseThrow();
    String small = "1." + "8".repeat(LONG) + ".0";
    String large = "1." + "9".repeat(LONG) + ".0";

    assertThat(scheme.compare(small, large)).isNegative();
    assertThat(scheme.compare(large, small)).isPositive();
    assertThat(scheme.compare(large, large)).isZero();
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void theEmptyTextIsNeverACrash(String name) {
    var scheme = VersionSchemes.byName(name).orElseThrow();

    scheme.isValid("");
    assertThat(VersionComparison.answer(scheme, "", "")).isIn("=", "!");
    assertThat(VersionComparison.answer(scheme, "", "1.0.0")).isIn("<", "!");
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void longConstraintsAreReadOrRefused(String name) {
    var scheme = VersionSchemes.byName(name).orElseThrow();
    for (String piece :
        List.of(">=1.0,", "1||", "[1,2],", "~1.0 ", "^", "*", "<", "1 - ", "|", "9")) {
      String text = piece.repeat(FELT / piece.length());
      try {
        Constraint.parse(scheme, text).contains("1.0.0");
      } catch (InvalidConstraintException e) {
        assertThat(e).hasMessageContaining(name);
      }
    }
  }

  @Test
  void aRefusalShowsAShortAndPrintableText() {
    var refusal = new InvalidVersionException("npm", "\u001b[31m" + "x".repeat(LONG), "it is odd");

    assertThat(refusal).hasMessageStartingWith("not a valid npm version: \"\ufffd[31mxxx");
    assertThat(refusal.getMessage()).hasSizeLessThan(200).endsWith("…\": it is odd");
  }
}
