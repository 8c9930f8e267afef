package io.breakwater.inventory.internal.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickManifestTest {
  private static final String DOCUMENT =
      """
      {"name": "a", "version":"1.0", "license": "MIT", "x": {"name": "no", "y": [1, "]", {}]},
       "z": -1.5e3, "t": true, "n": null, "e": "\\"}", "o": {}, "name": "b",
       "dependencies": {"p": "^1", "@q/r": {"x": 1}, "s": ""}, "optionalDependencies": {"t": "*"}}
      """;

  private static QuickManifest read(String text) {
    return QuickManifest.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  @Test
  void onlyTheMembersOfTheDocumentItselfCount() {
    QuickManifest manifest = read(DOCUMENT);
    assertThat(manifest.name()).isEqualTo("b");
    assertThat(manifest.version()).isEqualTo("1.0");
    assertThat(manifest.license()).isEqualTo("MIT");
    assertThat(manifest.needs()).containsExactly("p", "@q/r", "s", "t");
    assertThat(read("{}").name()).isEmpty();
    assertThat(read("{\"name\":\"\u00e9\"}").name()).isEqualTo("\u00e9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"name\":5}",
        "{\"name\":\"\\u0061\"}",
        "{\"name\":\"a",
        "{\"license\":{\"type\":\"MIT\"}}",
        "{\"licenses\":[]}",
        "{\"a\":1}x",
        "{\"a\":}",
        "{\"dependencies\":[]}",
        "{\"dependencies\":{},\"dependencies\":{}}",
        "{\"a\" 1}"
      })
  void whatIsNotPlainIsLeftToTheRealReader(String text) {
    assertThat(QuickManifest.read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void whereBothReadersReadADocumentTheyAgree() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = DOCUMENT.getBytes(StandardCharsets.UTF_8);
      for (int n = random.nextInt(4); n >= 0; n--) {
        int at = random.nextInt(bytes.length);
        bytes[at] = bytes[random.nextInt(bytes.length)];
      }
      Json.Obj real;
      try {
        real = Json.parseObject(bytes);
      } catch (InvalidJsonException notJson) {
        continue;
      }
      String context = "seed " + seed + ": " + new String(bytes, StandardCharsets.UTF_8);
      QuickManifest.read(bytes)
          .ifPresent(
              quick -> {
                assertThat(quick.name()).as(context).isEqualTo(real.text("name"));
                assertThat(quick.version()).as(context).isEqualTo(real.text("version"));
              });
    }
  }
}
