package io.breakwater.inspect.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a script starts is seen whatever it is written in. */
final class ParserTest {
  record Case(String script, String started) {
    @Override
    public String toString() {
      return script;
    }
  }

  static Stream<Case> scripts() {
    return Stream.of(
        new Case(
            "apt-get update && apt-get install -y curl", "apt-get update; apt-get install -y curl"),
        new Case("a; b & c\nd || e | f |& g", "a; b; c; d; e; f; g"),
        new Case("X=1 Y='a b' cmd \"x y\"z", "cmd x yz"),
        new Case("echo a \\\n  b # c\nd", "echo a b; d"),
        new Case("echo a#b '#' \"#\"", "echo a#b # #"),
        new Case("if a; then b; elif c; then d; else e; fi", "a; b; c; d; e"),
        new Case("while read -r x; do y \"$x\"; done < f", "read -r x; y ?"),
        new Case("for i in a b; do c $i; done", "c ?"),
        new Case("for i\ndo c; done", "c"),
        new Case("for ((i=0;i<3;i++)); do c; done", "c"),
        new Case("case $x in a|b) c;; (d) e; f ;; *) g; esac; h", "c; e; f; g; h"),
        new Case("f() { a; }; function g { b; }; f", "a; b; f"),
        new Case("[[ -f a && $x == y* ]] && b; (( x > 1 )) || c", "b; c"),
        new Case("(a; b) > f 2>&1; { c; } 2>/dev/null", "a; b; c"),
        new Case("a $(b \"$(c)\") `d \\`e\\``", "a ? ?; b ?; c; d ?; e"),
        new Case("diff <(a) <(b)", "diff ? ?; a; b"),
        new Case("a $((1+(2*3))) ${x:-$(b)} ${#y}", "a ? ? ?; b"),
        new Case("cat <<EOF\nx $(a) 'y\nEOF\nb", "cat; a; b"),
        new Case("cat <<'EOF' && b\n$(a)\nEOF\nc", "cat; b; c"),
        new Case("cat <<-A <<B\n\tx\n\tA\ny\nB\nc", "cat; c"),
        new Case("a <<< \"$x\" 2>/dev/null &>f", "a"),
        new Case("arr=(a b\n c); a=1; $x y", "? y"),
        new Case(
            "sudo -u root env A=b timeout -k 5 10 make all",
            "sudo -u root env A=b timeout -k 5 10 make all; env A=b timeout -k 5 10 make all;"
                + " timeout -k 5 10 make all; make all"),
        new Case("bash -exc 'cd /x; make'", "bash -exc cd /x; make; cd /x; make"),
        new Case("sh -c \"a \\\"$X\\\" && b\"", "sh -c a \"?\" && b; a ?; b"),
        new Case("find . -name x -exec rm -f {} \\;", "find . -name x -exec rm -f {} ;; rm -f {}"),
        new Case("x | xargs -n 1 rm", "x; xargs -n 1 rm; rm"),
        new Case("$'a\\tb' $\"c\" /usr/bin/apt x", "a\tb c /usr/bin/apt x"),
        new Case("! a | b", "a; b"),
        new Case("echo }; echo {a,b} !x", "echo }; echo {a,b} !x"),
        new Case("a\r\nb\r\n", "a; b"));
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void seesEveryProgramThatAScriptStarts(Case c) {
    Script script = Script.parse(c.script());
    assertThat(script.unparsed()).as("unparsed").isEmpty();
    assertThat(String.join("; ", started(script))).isEqualTo(c.started());
  }

  @Test
  void keepsWhatComesBeforeAMistakeAndSaysWhereItIs() {
    for (String broken :
        List.of("a && b; c )", "a && b; if x; the", "a && b; echo 'x", "a; b; x &&")) {
      Script script = Script.parse(broken);
      assertThat(script.unparsed()).as(broken).isPresent();
      assertThat(started(script)).as(broken).startsWith("a", "b");
    }
  }

  @Test
  void pointsAtWhatItFoundEvenInsideQuotedCode() {
    String text = "x && bash -c \"echo \\\"hi\\\"; curl `sudo y`\"";
    for (Invocation i : Analysis.of(Script.parse(text), Map.of()).invocations()) {
      assertThat(text.substring(i.start())).startsWith(i.name());
    }
  }

  @Test
  void holdsOutAgainstNestingWithoutEnd() {
    for (String piece :
        List.of(
            "$(",
            "(",
            "((",
            "{ ",
            "\"$(",
            "${x:-",
            "`\\`",
            "if ",
            "f() ",
            "! ",
            "a && ",
            "a | ",
            "cat <<X\n",
            "case x in a) ",
            "[[ ",
            "<(",
            "x=(",
            "@(",
            "sh -c '",
            "$((",
            "eval \"")) {
      String text = piece.repeat(20_000);
      Analysis analysis = Analysis.of(Script.parse(text), Map.of());
      assertThat(analysis.commands().size()).as(piece).isLessThan(25_000);
    }
  }

  static List<String> started(Script script) {
    List<String> out = new ArrayList<>();
    for (Invocation i : Analysis.of(script, Map.of()).invocations()) {
      var line = new StringBuilder(i.word().shape(Map.of()));
      for (Invocation.Argument a : i.arguments()) line.append(' ').append(a.text());
      out.add(line.toString().replace(Word.UNKNOWN, '?'));
    }
    return out;
  }
}
