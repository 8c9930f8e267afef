package io.breakwater.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {
  @ParameterizedTest
  @CsvSource({"expire, expires", "reasno, reason", "ids, id", "purls, purl", "nothing, ''"})
  void aWordThatIsAlmostKnownIsMeant(String written, String meant) {
    assertThat(NearestWord.of(written, List.of("id", "purl", "reason", "expires")).orElse(""))
        .isEqualTo(meant);
  }

  @Test
  void aVeryLongWordMeansNothing() {
    assertThat(NearestWord.of("a".repeat(100), List.of("a".repeat(99)))).isEmpty();
  }
}
