package io.breakwater.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Vectors that others have scored; each file is one test. */
class CvssVectorsTest {
  private static final String VECTORS = "vectors/cvss/";

  @TestFactory
  Stream<DynamicTest> scoresOfRedHatAreOurs() {
    return Vectors.files(VECTORS + "redhat", ".tsv").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      var lines = Vectors.lines(file);
                      assertThat(lines).hasSizeGreaterThan(1);
                      for (String line : lines.subList(1, lines.size())) {
                        var cells = List.of(line.split("\t", -1));
                        var cvss = Cvss.parse(cells.getFirst());
                        if (cells.size() == 2) {
                          assertThat(cvss.score()).as(line).isEqualTo(score(cells.get(1)));
                        } else {
                          assertThat(cvss.baseScore()).as(line).isEqualTo(score(cells.get(1)));
                          assertThat(cvss.temporalScore()).as(line).isEqualTo(maybe(cells.get(2)));
                          assertThat(cvss.environmentalScore())
                              .as(line)
                              .isEqualTo(maybe(cells.get(3)));
                        }
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> scoresOfClaircoreAreOurs() {
    return lists(
        "_score.list",
        (version, line) -> {
          var words = List.of(line.replaceFirst("#.*", "").strip().split(" +", -1));
          assertThat(Cvss.parse(words.getFirst()).score())
              .as(line)
              .isEqualTo(score(words.getLast()));
        });
  }

  @TestFactory
  Stream<DynamicTest> vectorsOfClaircoreAreWrittenAsTheyWereRead() {
    return lists(
        "_roundtrip.list",
        (version, line) -> {
          String vector = line.replaceFirst("#.*", "").strip();
          assertThat(Cvss.parse(vector)).hasToString(vector);
        });
  }

  @TestFactory
  Stream<DynamicTest> whatClaircoreRefusesIsRefused() {
    return lists(
        "_error.list",
        (version, line) -> {
          String vector = line.replaceFirst(" *#.*", "");
          if (line.endsWith("#OK") || isOfAnotherVersion(vector, version)) {
            assertThat(Cvss.parse(vector)).hasToString(vector);
          } else {
            assertThatExceptionOfType(InvalidCvssException.class)
                .as(line)
                .isThrownBy(() -> Cvss.parse(vector));
          }
        });
  }

  /** The list for 4.0 has a good vector of 3.1, which a parser for 4.0 alone would refuse. */
  private static boolean isOfAnotherVersion(String vector, String version) {
    return version.equals("v4") && vector.startsWith("CVSS:3.1/");
  }

  @TestFactory
  Stream<DynamicTest> partialScoresOfStackroxAreOurs() {
    return Vectors.files(VECTORS + "stackrox", ".tsv").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      var lines = Vectors.lines(file);
                      for (String line : lines.subList(1, lines.size())) {
                        var cells = List.of(line.split("\t", -1));
                        var cvss = Cvss.parse(cells.get(3));
                        assertThat(cvss.baseScore()).as(line).isEqualTo(score(cells.get(0)));
                        assertThat(cvss.exploitabilityScore())
                            .as(line)
                            .isEqualTo(maybe(cells.get(1)));
                        assertThat(cvss.impactScore()).as(line).isEqualTo(maybe(cells.get(2)));
                      }
                    }));
  }

  private interface LineCheck {
    void check(String version, String line);
  }

  private static Stream<DynamicTest> lists(String ending, LineCheck check) {
    return Vectors.files(VECTORS + "claircore", ending).stream()
        .map(
            file -> {
              String name = file.getFileName().toString();
              return DynamicTest.dynamicTest(
                  name,
                  () -> {
                    for (String line : Vectors.lines(file)) {
                      if (!line.isBlank()) check.check(name.substring(0, name.indexOf('_')), line);
                    }
                  });
            });
  }

  private static double score(String text) {
    return Double.parseDouble(text);
  }

  private static OptionalDouble maybe(String text) {
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(score(text));
  }
}
