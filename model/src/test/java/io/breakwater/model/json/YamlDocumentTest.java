package io.breakwater.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.model.json.Json.Bool;
import io.breakwater.model.json.Json.Nil;
import io.breakwater.model.json.Json.Num;
import io.breakwater.model.json.Json.Obj;
import io.breakwater.model.json.Json.Str;
import io.breakwater.model.json.YamlDocument.RepeatedKey;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentTest {
  private static Json value(String text) throws InvalidYamlException {
    return YamlDocument.parse("v: " + text + "\n").getFirst().value() instanceof Obj object
        ? object.get("v").orElseThrow()
        : new Nil();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "00, 0",
    "010, 8",
    "08, 8",
    "0o17, 15",
    "0x1F, 31",
    "-0b11, -3",
    "+7, 7",
    "1_000, 1000",
    "0.0, 0",
    "1e3, 1000",
    "1.5, 1.5",
    "1e999999999, 1e999999999",
    "99999999999999999999, 99999999999999999999"
  })
  void numbersAreReadAsGoReadsThem(String written, String digits) throws Exception {
    assertThat(value(written)).isEqualTo(new Num(digits));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.2.3", "0x", "0xg", "0x-1", "1:30", "10.0.0.1", "2024-01-01", "+x", "1Gi", "e"})
  void wordsThatOnlyBeginLikeNumbersAreTexts(String written) throws Exception {
    assertThat(value(written)).isEqualTo(new Str(written));
  }

  @Test
  void wordsForTruthAndNothingAreThoseOfYaml11() throws Exception {
    for (String word : new String[] {"true", "Yes", "on", "y"}) {
      assertThat(value(word)).as(word).isEqualTo(new Bool(true));
    }
    for (String word : new String[] {"FALSE", "no", "Off", "n"}) {
      assertThat(value(word)).as(word).isEqualTo(new Bool(false));
    }
    for (String word : new String[] {"", "~", "null"}) {
      assertThat(value(word)).as(word).isEqualTo(new Nil());
    }
    assertThat(value("'true'")).isEqualTo(new Str("true"));
    assertThat(value("!!str 1")).isEqualTo(new Str("1"));
  }

  @Test
  void theLastOfARepeatedKeyHoldsAndIsTold() throws Exception {
    YamlDocument read = YamlDocument.parse("a: 1\nb: {c: 1, c: 2}\na: 3\n").getFirst();
    assertThat(read.value())
        .isEqualTo(new Obj(Map.of("a", new Num("3"), "b", new Obj(Map.of("c", new Num("2"))))));
    assertThat(read.repeated())
        .containsExactly(new RepeatedKey("c", 2, 11), new RepeatedKey("a", 3, 1));
  }

  @Test
  void documentsHaveTheirOwnAnchorsAndPlaces() throws Exception {
    var read = YamlDocument.parse("\ufeff--- &a\nx: 1\n---\n- y\n- {z: 1}\n---\n");
    assertThat(read).hasSize(3);
    YamlSpot z = read.get(1).spot().element(1).flatMap(second -> second.member("z")).orElseThrow();
    assertThat(z.line() + ":" + z.column()).isEqualTo("5:4");
    assertThat(read.get(2).value()).isEqualTo(new Nil());
    assertThat(YamlDocument.parse("")).isEmpty();
    assertThatThrownBy(() -> YamlDocument.parse("--- &a\nx: 1\n---\n- *a\n"))
        .hasMessage("line 4, column 3: an alias of nothing: *a");
  }

  @Test
  void theNestingIsBounded() {
    assertThatThrownBy(() -> YamlDocument.parse("- ".repeat(1000) + "x"))
        .hasMessageContaining("nested");
  }
}
