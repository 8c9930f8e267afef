package io.breakwater.inspect.internal.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inspect.internal.dockerfile.LintSettings.LabelForm;
import io.breakwater.inspect.lint.LintFinding;
import io.breakwater.inspect.lint.LintResult;
import io.breakwater.inspect.lint.Linter;
import io.breakwater.inspect.lint.Neighbours;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each check finds what it is about, keeps silent about the right way, and its fix removes it. */
class ChecksTest {
  private static final Neighbours BESIDE =
      name -> name.equals(".dockerignore") ? Optional.of("left-*\n") : Optional.empty();

  private static final LintSettings SETTINGS =
      new LintSettings(
          Set.of(),
          Map.of(),
          List.of("docker.io"),
          Map.of(
              "need.text", LabelForm.TEXT,
              "need.url", LabelForm.URL,
              "need.time", LabelForm.TIME,
              "need.spdx", LabelForm.SPDX,
              "need.hash", LabelForm.HASH,
              "need.version", LabelForm.SEMVER,
              "need.email", LabelForm.EMAIL),
          true);

  /** A check, a file that has what it is about, and one that has not. */
  record Example(String id, String bad, String good) {}

  static List<Example> examples() throws IOException {
    var out = new ArrayList<Example>();
    try (var in = ChecksTest.class.getResourceAsStream("examples.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : all.lines().toList()) {
        if (line.startsWith("#") || line.isBlank()) continue;
        String[] parts = line.split(" ~ ", -1);
        out.add(new Example(parts[0], text(parts[1]), text(parts[2])));
      }
    }
    return out;
  }

  private static String text(String written) {
    String text = written.replace("\\\\n", "\\\n").replace("\\n", "\n") + "\n";
    boolean shortened = text.startsWith("F") && !text.startsWith("FROM ");
    return shortened ? "FROM debian:13\n" + text.substring(1) : text;
  }

  private static LintResult lint(String text) throws Exception {
    return new DockerfileLinter(SETTINGS).lint("Dockerfile", text, Optional.empty(), BESIDE);
  }

  private static Set<String> ids(String text) throws Exception {
    var ids = new HashSet<String>();
    for (LintFinding each : lint(text).findings()) ids.add(each.check().id());
    return ids;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aCheckFindsItsBadExampleOnly(Example example) throws Exception {
    assertThat(ids(example.bad())).as(example.bad()).contains(example.id());
    assertThat(ids(example.good())).as(example.good()).doesNotContain(example.id());
  }

  @Test
  void everyCheckHasWordsLogicAndExamples() throws Exception {
    var words = Catalogue.all().stream().map(e -> e.check().id()).toList();
    assertThat(Rules.all().stream().map(r -> r.check().id()).toList())
        .containsExactlyInAnyOrderElementsOf(words);
    assertThat(examples().stream().map(Example::id).toList())
        .containsExactlyInAnyOrderElementsOf(words);
    assertThat(DockerfileLinter.checks()).hasSizeGreaterThanOrEqualTo(100);
    assertThat(DockerfileLinter.checks().stream().map(c -> c.id()).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void fixingTwiceIsFixingOnceAndLeavesNothingToFix() throws Exception {
    List<Example> examples = examples();
    var linter = new Linter(Optional.empty());
    for (long seed = 1; seed <= 150; seed++) {
      var random = new Random(seed);
      var text = new StringBuilder(random.nextBoolean() ? "" : "\ufeff");
      int parts = 1 + random.nextInt(4);
      for (int i = 0; i < parts; i++) {
        text.append(examples.get(random.nextInt(examples.size())).bad());
      }
      String before = text.toString();
      if (random.nextInt(4) == 0) before = before.replace("\n", "\r\n");
      Dockerfile parsed;
      try {
        parsed = DockerfileParser.parse(before);
      } catch (io.breakwater.inspect.lint.InvalidConfigurationException refused) {
        continue;
      }
      Linter.Fixed once = linter.fix("Dockerfile", "Dockerfile", before, Neighbours.NONE);
      Linter.Fixed twice = linter.fix("Dockerfile", "Dockerfile", once.text(), Neighbours.NONE);
      assertThat(twice.text()).as("seed %d:\n%s", seed, before).isEqualTo(once.text());
      assertThat(twice.count()).as("seed %d", seed).isZero();
      for (var left : linter.lint("Dockerfile", "Dockerfile", once.text()).findings()) {
        assertThat(left.fix()).as("seed %d: %s\n%s", seed, left, once.text()).isEmpty();
      }
      assertThat(DockerfileParser.parse(once.text()).instructions())
          .as("seed %d", seed)
          .hasSameSizeAs(parsed.instructions());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "FROM a:1 as B\\nMAINTAINER Jane ~ FROM a:1 AS b\\nLABEL org.opencontainers.image.authors=\"Jane\"",
        "FROM a:1\\nADD x /x\\nENV A b c ~ FROM a:1\\nCOPY x /x\\nENV A=\"b c\"",
        "FROM a:1\\nCMD node app.js ~ FROM a:1\\nCMD [\"node\", \"app.js\"]",
        "FROM a:1\\nCMD echo $HOME ~ FROM a:1\\nCMD echo $HOME",
        "FROM a:1\\nCMD cd /x ~ FROM a:1\\nCMD cd /x",
        "FROM a:1\\nADD *.tar* /x ~ FROM a:1\\nADD *.tar* /x",
        "FROM a:1\\nEXPOSE 80/TCP ~ FROM a:1\\nEXPOSE 80/tcp",
        "FROM a:1\\nCOPY a \\\\\\n\\n  /b ~ FROM a:1\\nCOPY a \\\\\\n  /b"
      })
  void aFixChangesWhatIsWrongAndNothingElse(String before, String after) throws Exception {
    String text = before.replace("\\\\", "\u0001").replace("\\n", "\n").replace('\u0001', '\\');
    String wanted = after.replace("\\\\", "\u0001").replace("\\n", "\n").replace('\u0001', '\\');
    var fixed = new Linter(Optional.empty()).fix("Dockerfile", "Dockerfile", text, Neighbours.NONE);
    assertThat(fixed.text()).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# hadolint ignore=DL3006\nFROM a",
        "# hadolint global ignore=DL3006\nARG B\nFROM a",
        "# check=skip=all\n# breakwater ignore=dockerfile-from-untagged why\nFROM a",
        "# breakwater ignore=DL3006 built here\nFROM a",
      })
  void whatACommentSilencesIsNotReported(String text) throws Exception {
    assertThat(ids(text)).doesNotContain("dockerfile-from-untagged");
  }

  @Test
  void settingsOfHadolintBesideTheFileHold() throws Exception {
    Neighbours beside =
        name ->
            name.equals(".hadolint.yaml")
                ? Optional.of(
                    "ignored: [DL3006]\noverride:\n  error: [DL3025]\ntrustedRegistries: [good.example]\n")
                : Optional.empty();
    var found =
        new Linter(Optional.empty()).lint("Dockerfile", "Dockerfile", "FROM a\nCMD x\n", beside);
    var ids = found.findings().stream().map(f -> f.check().id() + " " + f.severity().id()).toList();
    assertThat(ids)
        .contains("dockerfile-shell-form-command high", "dockerfile-from-untrusted-registry high")
        .doesNotContain("dockerfile-from-untagged medium");
  }

  @Test
  void placesAreExactBehindContinuationsCommentsAndMarks() throws Exception {
    String text = "\ufeffFROM debian:13\r\nEXPOSE 80 \\\r\n  # why\r\n\r\n    22\r\n";
    var ports =
        lint(text).findings().stream()
            .filter(f -> f.check().id().equals("dockerfile-expose-administration"))
            .map(f -> f.line() + ":" + f.column())
            .toList();
    assertThat(ports).containsExactly("5:5");
  }
}
