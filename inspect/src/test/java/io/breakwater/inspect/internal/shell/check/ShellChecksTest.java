package io.breakwater.inspect.internal.shell.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inspect.internal.dockerfile.DockerfileLinter;
import io.breakwater.inspect.lint.InvalidConfigurationException;
import io.breakwater.inspect.lint.LintFinding;
import io.breakwater.inspect.lint.TextEdit;
import io.breakwater.model.Check;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each check finds its bad examples, leaves its good ones alone, and mends what it can. */
final class ShellChecksTest {
  private static final Set<String> INSTRUCTIONS =
      Set.of("RUN", "FROM", "ENV", "SHELL", "CMD", "ARG", "ONBUILD", "ENTRYPOINT");

  private record Example(String check, char kind, String code) {}

  @Test
  void everyExampleIsJudgedAsItsTableSays() throws Exception {
    var wrong = new ArrayList<String>();
    for (Example e : examples()) {
      switch (e.kind()) {
        case '-' -> {
          if (findings(e.code(), e.check()).isEmpty()) wrong.add("silent: " + e);
        }
        case '+' -> {
          if (!findings(e.code(), e.check()).isEmpty()) wrong.add("fires: " + e);
        }
        default -> {
          String[] sides = e.code().split(" => ", 2);
          String fixed = fixed(file(sides[0]), findings(sides[0], e.check()));
          if (!fixed.equals(file(sides[1]))) wrong.add("becomes " + fixed + ": " + e);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyCheckHasGoodAndBadExamplesAndAnIdOfItsOwn() throws IOException {
    var good = new HashSet<String>();
    var bad = new HashSet<String>();
    var ids = new HashSet<String>();
    for (Example e : examples()) (e.kind() == '-' ? bad : good).add(e.check());
    for (Check check : ShellChecks.all()) {
      assertThat(ids.add(check.id())).as(check.id()).isTrue();
      assertThat(check.references()).as(check.id()).isNotEmpty();
      assertThat(check.title().english()).as(check.id()).isNotEqualTo("-");
      assertThat(check.why().english()).as(check.id()).isNotEqualTo("-");
      assertThat(check.remedy().english()).as(check.id()).isNotEqualTo("-");
    }
    assertThat(good).isEqualTo(ids);
    assertThat(bad).isEqualTo(ids);
  }

  @Test
  void aFixInCodeWithinQuotesLandsWhereTheCommandStands() throws Exception {
    String code = "bash -c 'x && apt-get install curl=1'";
    String fixed = fixed(file(code), findings(code, "apt-without-yes"));
    assertThat(fixed).isEqualTo(file("bash -c 'x && apt-get install -y curl=1'"));
  }

  @Test
  void aFixAcrossContinuedLinesKeepsThem() throws Exception {
    String code =
        "apt-get update \\\\\\n && apt-get install -y \\\\\\n    curl".replace("\\\\", "\\");
    String fixed = fixed(file(code), findings(code, "apt-lists-left"));
    assertThat(fixed).isEqualTo(file(code + " && rm -rf /var/lib/apt/lists/*"));
  }

  private static List<LintFinding> findings(String code, String check)
      throws InvalidConfigurationException {
    var linted = new DockerfileLinter().lint("Dockerfile", file(code), Optional.empty());
    return linted.findings().stream().filter(f -> f.check().id().equals(check)).toList();
  }

  private static String file(String code) {
    String text = code.replace("\\n", "\n");
    String first = code.split(" ", 2)[0];
    if (first.equals("FROM")) return text + "\n";
    return "FROM debian\n" + (INSTRUCTIONS.contains(first) ? "" : "RUN ") + text + "\n";
  }

  private static String fixed(String text, List<LintFinding> findings) {
    var edits = new ArrayList<TextEdit>();
    for (LintFinding f : findings) edits.addAll(f.fix());
    edits.sort(Comparator.comparingInt(TextEdit::start).reversed());
    String out = text;
    for (TextEdit e : edits) {
      out = out.substring(0, e.start()) + e.replacement() + out.substring(e.end());
    }
    return out;
  }

  private static List<Example> examples() throws IOException {
    List<Example> out = new ArrayList<>();
    String check = "";
    try (var in = ShellChecksTest.class.getResourceAsStream("examples.txt")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : all.lines().toList()) {
        if (line.startsWith("[") && line.endsWith("]"))
          check = line.substring(1, line.length() - 1);
        else if (!line.isBlank() && "-+~".indexOf(line.charAt(0)) >= 0) {
          out.add(new Example(check, line.charAt(0), line.substring(2)));
        }
      }
    }
    return out;
  }
}
