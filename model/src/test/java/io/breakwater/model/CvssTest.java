package io.breakwater.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CvssTest {
  private static final String LOG4SHELL = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H";

  @Test
  void aVectorTellsItsVersionScoreAndSeverity() {
    var cvss = Cvss.parse(LOG4SHELL);
    assertThat(cvss.version()).isEqualTo("3.1");
    assertThat(cvss.score()).isEqualTo(10.0);
    assertThat(cvss.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(cvss.metric("AV")).hasValue("N");
    assertThat(cvss.metric("MAV")).isEmpty();
    assertThat(cvss.metric("nonsense")).isEmpty();
  }

  @Test
  void vectorsOfVersion2StandAloneOrInParentheses() {
    var alone = Cvss.parse("AV:N/AC:L/Au:N/C:N/I:N/A:C");
    assertThat(Cvss.parse("(AV:N/AC:L/Au:N/C:N/I:N/A:C)")).isEqualTo(alone);
    assertThat(alone.version()).isEqualTo("2.0");
    assertThat(alone).hasToString("AV:N/AC:L/Au:N/C:N/I:N/A:C");
    assertThat(alone.temporalScore()).isEmpty();
    assertThat(alone.environmentalScore()).isEmpty();
  }

  @Test
  void theMostSpecificScoreCounts() {
    assertThat(Cvss.parse(LOG4SHELL + "/E:U").score()).isEqualTo(9.1);
    assertThat(Cvss.parse(LOG4SHELL + "/E:U/MAV:P").score()).isEqualTo(7.1);
    assertThat(Cvss.parse(LOG4SHELL + "/E:U/MAV:P").baseScore()).isEqualTo(10.0);
    var threatened =
        Cvss.parse("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U");
    assertThat(threatened.baseScore()).isEqualTo(9.3);
    assertThat(threatened.score()).isEqualTo(8.1);
  }

  @Test
  void theOrderOfMetricsIsFreeInVersion3AndFixedInVersion4() {
    assertThat(Cvss.parse("CVSS:3.1/A:H/I:H/C:H/S:C/UI:N/PR:N/AC:L/AV:N")).hasToString(LOG4SHELL);
    refused("CVSS:4.0/AC:L/AV:N/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", "out of order");
  }

  @Test
  void aMetricThatIsNotDefinedIsAsGoodAsAbsent() {
    assertThat(Cvss.parse(LOG4SHELL + "/E:X/MAV:X")).isEqualTo(Cvss.parse(LOG4SHELL));
    assertThat(Cvss.parse(LOG4SHELL)).isNotEqualTo(Cvss.parse(LOG4SHELL.replace("3.1", "3.0")));
  }

  @ParameterizedTest
  @CsvSource({
    "'',                                            is no metric:value",
    "CVSS:3.1/,                                     is no metric:value",
    "CVSS:3.2/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H,  'come 3.0, 3.1 or 4.0'",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H,      A is missing",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/, is no metric:value",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:h,  A cannot be \"h\"",
    "CVSS:3.1/AV:N/AV:N/PR:N/UI:N/S:C/C:H/I:H/A:H,  AV is there twice",
    "CVSS:3.1/QQ:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H,  there is no metric \"QQ\"",
    "AV:N/AC:L/Au:N/C:N/I:N/A:C/E:H,                RL is missing",
    "(AV:N/AC:L/Au:N/C:N/I:N/A:C,                   there is no metric \"(AV\"",
    "(,                                             is no metric:value",
    "CVSS,                                          'come 3.0, 3.1 or 4.0'"
  })
  void aRefusedVectorIsToldWhy(String vector, String problem) {
    refused(vector, problem);
  }

  @Test
  void anOverlongVectorIsRefused() {
    refused("CVSS:3.1/" + "AV:N/".repeat(1000), "longer than 512");
  }

  @Test
  void everyVectorOfVersion4HasAScoreThatWorseMetricsNeverLower() {
    var seed = new Random().nextLong();
    var random = new Random(seed);
    for (int i = 0; i < 4_000; i++) {
      String vector = random4(random);
      double score = Cvss.parse(vector).score();
      assertThat(score).as("seed %d: %s", seed, vector).isBetween(0.0, 10.0);
      String worse = vector.replace("AV:P", "AV:N").replace("PR:H", "PR:N").replace("E:U", "E:A");
      assertThat(Cvss.parse(worse).score())
          .as("seed %d: %s than %s", seed, worse, vector)
          .isGreaterThanOrEqualTo(score);
    }
  }

  private static String random4(Random random) {
    return "CVSS:4.0/"
        + choice(random, "AV:N AV:A AV:L AV:P")
        + choice(random, "/AC:L /AC:H")
        + choice(random, "/AT:N /AT:P")
        + choice(random, "/PR:N /PR:L /PR:H")
        + choice(random, "/UI:N /UI:P /UI:A")
        + choice(random, "/VC:H /VC:L /VC:N")
        + choice(random, "/VI:H /VI:L /VI:N")
        + choice(random, "/VA:H /VA:L /VA:N")
        + choice(random, "/SC:H /SC:L /SC:N")
        + choice(random, "/SI:H /SI:L /SI:N")
        + choice(random, "/SA:H /SA:L /SA:N")
        + choice(random, "/E:X /E:A /E:P /E:U")
        + choice(random, "/CR:H /CR:M /CR:L")
        + choice(random, "/IR:H /IR:M /IR:L")
        + choice(random, "/AR:H /AR:M /AR:L")
        + choice(random, "/MSI:X /MSI:S /MSI:N")
        + choice(random, "/U:X /U:Red");
  }

  @Test
  void whatIsWrittenIsReadAsTheSame() {
    var seed = new Random().nextLong();
    var random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      var metrics =
          new ArrayList<>(
              List.of(
                  choice(random, "AV:N AV:A AV:L AV:P"),
                  choice(random, "AC:L AC:H"),
                  choice(random, "PR:N PR:L PR:H"),
                  choice(random, "UI:N UI:R"),
                  choice(random, "S:U S:C"),
                  choice(random, "C:H C:L C:N"),
                  choice(random, "I:H I:L I:N"),
                  choice(random, "A:H A:L A:N"),
                  choice(random, "E:X E:U E:H"),
                  choice(random, "MS:X MS:U MS:C"),
                  choice(random, "MA:X MA:H MA:N")));
      Collections.shuffle(metrics, random);
      String vector = choice(random, "CVSS:3.0/ CVSS:3.1/") + String.join("/", metrics);
      var cvss = Cvss.parse(vector);
      assertThat(Cvss.parse(cvss.toString())).as("seed %d: %s", seed, vector).isEqualTo(cvss);
      assertThat(cvss.score()).as("seed %d: %s", seed, vector).isBetween(0.0, 10.0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"AV:N", "CVSS:4.0/AV:N", "CVSS:3.0/AV:N"})
  void aVectorWithoutAllBaseMetricsIsRefused(String vector) {
    refused(vector, "is missing");
  }

  private static String choice(Random random, String words) {
    String[] all = words.split(" ", -1);
    return all[random.nextInt(all.length)];
  }

  private static void refused(String vector, String problem) {
    assertThatExceptionOfType(InvalidCvssException.class)
        .isThrownBy(() -> Cvss.parse(vector))
        .withMessageContaining(problem);
  }
}
