package io.breakwater.inspect.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A script that was written from its commands has the same commands. */
final class PrinterTest {
  private static final String[] WORDS = {
    "a",
    "'b c'",
    "\"d $e\"",
    "$f",
    "${g:-h}",
    "\\ i",
    "j*",
    "-k",
    "$(l m)",
    "`n`",
    "$((1+2))",
    "\"$(o \"$p\")\"",
    "{q,r}",
    "s=t",
    "${#u}",
    "$'v\\n'",
    "<(w)",
    "x\"y\"'z'"
  };

  @Test
  void randomScriptsSurviveWritingAndReading() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      String text = list(random, 4);
      same(text, "seed " + seed);
    }
  }

  static Stream<String> scripts() {
    return Stream.of(
        "cat <<X && a\n$(b) \"c\n\\$d\nX\ne", "cat <<'X'\n$(b)\nX\n", "x=(a b) y+=c f() { a; }");
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void hereDocumentsKeepTheirCommands(String text) {
    Script script = Script.parse(text);
    assertThat(ParserTest.started(Script.parse(Printer.print(script))))
        .isEqualTo(ParserTest.started(script));
  }

  private static void same(String text, String hint) {
    Script script = Script.parse(text);
    assertThat(script.unparsed()).as("%s: %s", hint, text).isEmpty();
    String printed = Printer.print(script);
    Script again = Script.parse(printed);
    assertThat(again.unparsed()).as("%s: %s became %s", hint, text, printed).isEmpty();
    assertThat(ParserTest.started(again))
        .as("%s: %s became %s", hint, text, printed)
        .isEqualTo(ParserTest.started(script));
    assertThat(Printer.print(again)).as(hint).isEqualTo(printed);
  }

  private static String list(Random r, int depth) {
    var out = new StringBuilder(command(r, depth));
    for (int n = r.nextInt(3); n > 0; n--) {
      out.append(one(r, "; ", "\n", " && ", " || ", " | ", " & ")).append(command(r, depth));
    }
    return out.toString();
  }

  private static String command(Random r, int depth) {
    if (depth == 0) return simple(r);
    int d = depth - 1;
    return switch (r.nextInt(14)) {
      case 0 -> "( " + list(r, d) + " )";
      case 1 -> "{ " + list(r, d) + "; } > " + word(r);
      case 2 -> "if " + list(r, d) + "; then " + list(r, d) + "; else " + list(r, d) + "; fi";
      case 3 -> "while " + list(r, d) + "; do " + list(r, d) + "; done";
      case 4 -> "for i in " + word(r) + " b; do " + list(r, d) + "\ndone";
      case 5 -> "case " + word(r) + " in a|b) " + list(r, d) + ";; *) " + list(r, d) + "; esac";
      case 6 -> "[[ -f " + word(r) + " && " + word(r) + " == x ]]";
      case 7 -> "f() { " + list(r, d) + "; }";
      case 8 -> "x $(" + list(r, d) + ") \"$(" + list(r, d) + ")\"";
      default -> simple(r);
    };
  }

  private static String simple(Random r) {
    var out = new StringBuilder(one(r, "X=1 ", "", "", "") + one(r, "cmd", "sudo make", "echo"));
    for (int n = r.nextInt(4); n > 0; n--) out.append(' ').append(word(r));
    return out + one(r, "", "", " >f", " 2>&1", " <<< \"$x\"", " &>> g");
  }

  private static String word(Random r) {
    return one(r, WORDS);
  }

  private static String one(Random r, String... choices) {
    return choices[r.nextInt(choices.length)];
  }
}
