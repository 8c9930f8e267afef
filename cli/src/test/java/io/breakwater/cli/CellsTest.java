package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CellsTest {
  @Test
  void chineseCharactersTakeTwoColumns() {
    assertThat(Cells.width("修复 fix")).isEqualTo(8);
    assertThat(Cells.width("e\u0301")).isEqualTo(1);
  }

  @Test
  void aNameFromAnImageCannotSteerTheTerminal() {
    assertThat(Cells.clean("a\u001b[31mb\rc\u009bd\u202ee"))
        .isEqualTo("a\ufffd[31mb c\ufffdd\ufffde");
  }

  @Test
  void aTextThatFitsIsNotCut() {
    assertThat(Cells.cut("12345", 5)).isEqualTo("12345");
    assertThat(Cells.cut("123456", 5)).isEqualTo("1234…");
    assertThat(Cells.cut("优先修复", 5)).isEqualTo("优先…");
  }

  @Test
  void pathsAreWrappedAfterASlash() {
    assertThat(Cells.wrap("/app/cart.jar!/BOOT-INF/lib/a.jar", 16))
        .containsExactly("/app/cart.jar!/", "BOOT-INF/lib/", "a.jar");
  }

  @Test
  void wrappedLinesFitAndLoseNothing() {
    long seed = 20_261_121;
    var random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(80); i > 0; i--) {
        text.append("ab c/d!修 复é".charAt(random.nextInt(11)));
      }
      int columns = 2 + random.nextInt(30);
      var lines = Cells.wrap(text.toString(), columns);
      assertThat(lines)
          .as("seed %d, round %d", seed, round)
          .allSatisfy(line -> assertThat(Cells.width(line)).isLessThanOrEqualTo(columns));
      assertThat(String.join("", lines).replace(" ", ""))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(text.toString().replace(" ", ""));
    }
  }
}
