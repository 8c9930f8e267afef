package io.breakwater.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.model.json.Json.Arr;
import io.breakwater.model.json.Json.Bool;
import io.breakwater.model.json.Json.Nil;
import io.breakwater.model.json.Json.Num;
import io.breakwater.model.json.Json.Obj;
import io.breakwater.model.json.Json.Str;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static Json parse(String text) throws InvalidJsonException {
    return Json.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everyKindOfValueIsRead() throws Exception {
    assertThat(parse(" {\"a\" : [1, -2.5e+3, true, false, null, \"x\"], \"b\":{} }\n"))
        .isEqualTo(
            new Obj(
                Map.of(
                    "a",
                    new Arr(
                        List.of(
                            new Num("1"),
                            new Num("-2.5e+3"),
                            new Bool(true),
                            new Bool(false),
                            new Nil(),
                            new Str("x"))),
                    "b",
                    Obj.EMPTY)));
    assertThat(parse("[]")).isEqualTo(new Arr(List.of()));
    assertThat(parse("0")).isEqualTo(new Num("0"));
  }

  @Test
  void ofARepeatedNameTheLastValueHolds() throws Exception {
    assertThat(((Obj) parse("{\"a\":1,\"a\":2}")).number("a")).hasValue(2);
  }

  @Test
  void escapesAreResolved() throws Exception {
    assertThat(parse("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00é😀\""))
        .isEqualTo(new Str("a\"\\/\b\f\n\r\té😀é😀"));
  }

  @Test
  void halfAPairOfSurrogatesStandsForTheReplacementCharacter() throws Exception {
    assertThat(parse("\"\\ud83d x\\ude00\\ud83d\\u0041\""))
        .isEqualTo(new Str("\ufffd x\ufffd\ufffdA"));
  }

  @Test
  void bytesThatAreNoUtf8StandForTheReplacementCharacter() throws Exception {
    assertThat(Json.parse(new byte[] {'"', 'M', (byte) 0xfc, 'l', '"'}))
        .isEqualTo(new Str("M\ufffdl"));
  }

  @Test
  void aByteOrderMarkIsSkipped() throws Exception {
    assertThat(parse("\ufeff{}")).isEqualTo(Obj.EMPTY);
    assertThat(Json.parse("\ufeff[\"é\"]".getBytes(StandardCharsets.UTF_16BE)))
        .isEqualTo(new Arr(List.of(new Str("é"))));
    assertThat(Json.parse("\ufeff[\"é\"]".getBytes(StandardCharsets.UTF_16LE)))
        .isEqualTo(new Arr(List.of(new Str("é"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "{1:1}",
        "\"",
        "\"a",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u12\"",
        "\"\t\"",
        "\"\\\n\"",
        "01",
        "-",
        "+1",
        "1.",
        ".5",
        "1e",
        "1e+",
        "0x10",
        "NaN",
        "Infinity",
        "tru",
        "nulL",
        "True",
        "{} {}",
        "1 1",
        "[1]]",
        "}",
        "]",
        ":",
        "// x",
        "{}x",
        "\u00a01",
        "é"
      })
  void whatIsNoJsonIsRefused(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(InvalidJsonException.class);
  }

  @ParameterizedTest
  @CsvSource({"'[1,\n  x]', 2, 3", "'{\"é\" 1}', 1, 6", "'[', 1, 2"})
  void anErrorTellsItsPlace(String text, int line, int column) {
    assertThatThrownBy(() -> parse(text.replace("\\n", "\n")))
        .hasMessageContaining("line " + line + ", column " + column + ":");
  }

  @Test
  void commentsAndTrailingCommasAreReadWherePeopleWriteThem() throws Exception {
    byte[] text =
        "// a\n{ /* b */ \"x\": [1, // c\n 2,],\n}\n/* d */".getBytes(StandardCharsets.UTF_8);
    assertThat(Json.parseRelaxed(text).array("x")).containsExactly(new Num("1"), new Num("2"));
    for (String refused : List.of("{,}", "{\"a\":1,,}", "{} /* x", "{\"a\": /}", "{}/")) {
      assertThatThrownBy(() -> Json.parseRelaxed(refused.getBytes(StandardCharsets.UTF_8)))
          .as(refused)
          .isInstanceOf(InvalidJsonException.class);
    }
  }

  @Test
  void theDeepestNestingIsBounded() throws Exception {
    parse("[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH));
    assertThatThrownBy(() -> parse("[".repeat(1_000_000))).hasMessageContaining("nested");
    assertThatThrownBy(() -> parse("{\"a\":".repeat(1_000_000))).hasMessageContaining("nested");
    parse("[" + "[],".repeat(1_000) + "[]]");
  }

  @Test
  void theNumberOfValuesIsBounded() {
    String tooMany = "[" + "0,".repeat(Json.MAX_VALUES) + "0]";
    assertThatThrownBy(() -> parse(tooMany)).hasMessageContaining("too many values");
  }

  @Test
  void whatIsWrittenIsRead() throws Exception {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      String text = text(random);
      Json read = Json.parse(written(text));
      assertThat(read)
          .as("seed %d, text %s", seed, text)
          .isEqualTo(
              new Obj(
                  Map.of(
                      text.isEmpty() ? "n" : "n" + text,
                      new Str(text),
                      "texts",
                      new Arr(List.of(new Str(text), new Str(""))))));
    }
  }

  private static byte[] written(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var json = JsonOut.to(bytes)) {
      json.object(
          () -> {
            json.text("n" + text, text);
            json.texts("texts", List.of(text, ""));
          });
    }
    return bytes.toByteArray();
  }

  /** Characters of every length in UTF-8, and those that have to be escaped. */
  private static String text(Random random) {
    var out = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      int point =
          switch (random.nextInt(6)) {
            case 0 -> random.nextInt(0x20);
            case 1 -> random.nextInt(0x80, 0x800);
            case 2 -> random.nextInt(0x800, 0xd800);
            case 3 -> random.nextInt(0x10000, 0x110000);
            case 4 -> "\"\\/\u007f\u009b\u2028".charAt(random.nextInt(6));
            default -> random.nextInt(0x20, 0x7f);
          };
      out.appendCodePoint(point);
    }
    return out.toString();
  }

  @Test
  void documentsAreIndentedAndControlCharactersEscaped() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var json = JsonOut.to(bytes)) {
      json.object(
          () -> {
            json.text("text", "\u001b[2J\u009b\ud800");
            json.array("none", List.of(), _ -> {});
            json.array("some", List.of(1), one -> json.number("n", one));
            json.number("score", 9.8);
            json.bool("yes", true);
            json.nothing("nothing");
            json.object("empty", () -> {});
          });
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {
              "text": "\\u001b[2J\\u009b\ufffd",
              "none": [],
              "some": [
                {
                  "n": 1
                }
              ],
              "score": 9.8,
              "yes": true,
              "nothing": null,
              "empty": {}
            }
            """);
  }

  @FuzzTest
  void anyBytesAreReadOrRefused(byte[] document) {
    try {
      Json.parse(document);
    } catch (InvalidJsonException refused) {
      assertThat(refused).hasMessageContaining("line ");
    }
  }
}
