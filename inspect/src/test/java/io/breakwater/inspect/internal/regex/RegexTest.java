package io.breakwater.inspect.internal.regex;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {
  @Test
  void findsWhatTheLibraryFindsInEveryGroup() {
    long seed = 20261122;
    var random = new Random(seed);
    for (int round = 0; round < 5_000; round++) {
      String source = expression(random, 3);
      String text = text(random);
      Matcher expected = Pattern.compile(source).matcher(text);
      int[] found =
          Regex.of(source).find(text.getBytes(ISO_8859_1), 0, text.length(), 0, text.length());
      String told = "seed " + seed + ", round " + round + ": " + source + " in " + text;
      boolean finds = expected.find();
      if (found == null) {
        assertThat(finds).as(told).isFalse();
      } else {
        assertThat(finds).as(told).isTrue();
        assertThat(found[0]).as(told).isEqualTo(expected.start());
        assertThat(found[1]).as(told).isEqualTo(expected.end());
      }
    }
  }

  private static String expression(Random random, int depth) {
    if (depth == 0) {
      return new String[] {"a", "b", "[ab]", "[^a]", ".", "\\b", "\\w", "c"}[random.nextInt(8)];
    }
    String one = expression(random, depth - 1);
    String other = expression(random, depth - 1);
    return switch (random.nextInt(7)) {
      case 0 -> "(" + one + ")" + other;
      case 1 -> "(?:" + one + "|" + other + ")";
      case 2 -> "[abc]*" + one;
      case 3 -> "(?:" + one + "x){1,3}?";
      case 4 -> "[bc]+?" + other;
      case 5 -> "(?:" + one + ")?" + other;
      default -> one + other;
    };
  }

  private static String text(Random random) {
    var out = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) out.append("abcx -".charAt(random.nextInt(6)));
    return out.toString();
  }

  @Test
  void takesLinearTimeWhereBacktrackingTakesAges() {
    byte[] text = "a".repeat(5_000).getBytes(UTF_8);

    assertThat(Regex.of("(?:a*)*(?:a|aa)*b").isIn(text)).isFalse();
    assertThat(Regex.of("(x+x+)+y").isIn("x".repeat(5_000).getBytes(UTF_8))).isFalse();
  }

  @Test
  void knowsFlagsNamesClassesAndLines() {
    assertThat(Regex.of("(?i)KEY(?-i)X").isIn("keyX".getBytes(UTF_8))).isTrue();
    assertThat(Regex.of("(?i)KEY(?-i:X)").isIn("keyx".getBytes(UTF_8))).isFalse();
    assertThat(Regex.of("(?P<n>[[:alpha:]\\d-]{3})").groups()).isEqualTo(1);
    assertThat(Regex.of("(?m)^b$").isIn("a\nb\nc".getBytes(UTF_8))).isTrue();
    assertThat(Regex.of("^b$").isIn("a\nb\nc".getBytes(UTF_8))).isFalse();
    assertThat(Regex.of("密码\\x3d").isIn("密码=".getBytes(UTF_8))).isTrue();
    assertThat(Regex.of("a{,3}").isIn("a{,3}".getBytes(UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a",
        "a)",
        "[a",
        "*a",
        "a{5,2}",
        "a{2000}",
        "(?=a)",
        "(?<!a)b",
        "(a)\\1",
        "\\",
        "[z-a]",
        "\\q",
        "((((a{99}){99}){99}){99})",
        "[[:nothing:]]",
        "(?<n",
        "\\x{110000}"
      })
  void refusesWhatIsWrongOrNotRegular(String source) {
    assertThatThrownBy(() -> Regex.of(source)).isInstanceOf(InvalidRegexException.class);
  }
}
