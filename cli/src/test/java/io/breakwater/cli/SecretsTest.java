package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bw secrets}: what it looks at, its outputs and exit codes, and that it keeps secrets. */
class SecretsTest {
  private static final String MIDDLE = "Qw7Zk2Xv9Lm4Rt";
  private static final String PASSWORD = "p" + MIDDLE + "8Bn3";
  private static final String LINE = "DB_PASSWORD=" + PASSWORD + "\n";
  private static final String URL = "postgres://app:" + PASSWORD + "@db.shop.test:5432/shop\n";

  @TempDir private Path folder;

  @Test
  void aFolderIsToldInGroupsWithWhatToDoOnce() throws IOException {
    Files.writeString(folder.resolve("a.env"), URL);
    Files.writeString(folder.resolve("b.env"), URL.replace("Qw7", "Aw7"));
    String english = Run.bw("secrets", folder.toString()).out();
    assertThat(english).contains("database-url", "/a.env:1", "/b.env:1", "2 secrets found");
    assertThat(english.split("→ Revoke", -1)).hasSize(2);
    String chinese = Run.bw(Language.CHINESE, "", "secrets", folder.toString()).out();
    assertThat(chinese).contains("→ 在签发处吊销", "发现 2 个密钥");
  }

  @Test
  void everyFormatKeepsTheSecret() throws IOException {
    Files.writeString(folder.resolve("a.env"), URL + LINE);
    for (String format : List.of("table", "json", "sarif")) {
      Run run = Run.bw("secrets", "--debug", "--format", format, folder.toString());
      assertThat(run.code()).as(format).isZero();
      assertThat(run.out() + run.err()).as(format).contains("a.env").doesNotContain(MIDDLE);
    }
    String sarif = Run.bw("secrets", "--format", "sarif", folder.toString()).out();
    assertThat(sarif).contains("\"ruleId\": \"database-url\"", "\"startLine\": 1");
  }

  @Test
  void aPipeIsTextOrAnImage() {
    Run run = Run.bw(Language.ENGLISH, "x\n" + URL, "secrets", "--format", "json", "-");
    assertThat(run.out()).contains("\"path\": \"/stdin\"", "\"line\": 2").doesNotContain(MIDDLE);
  }

  @Test
  void aGateRefusesOnlyWhatIsSure() throws IOException {
    Files.writeString(folder.resolve("a.env"), URL);
    assertThat(Run.bw("secrets", "--fail-on", "high", folder.toString()).code()).isEqualTo(2);
    assertThat(Run.bw("secrets", folder.toString()).code()).isZero();
    assertThat(Run.bw("secrets", folder + "/none").code()).isEqualTo(1);
  }

  @Test
  void whatGitleaksIgnoresIsIgnored() throws IOException {
    Files.writeString(folder.resolve("a.env"), "\n" + URL);
    Files.writeString(folder.resolve(".gitleaksignore"), "# known\na.env:any-rule:2\n");
    Run run = Run.bw("secrets", folder.toString());
    assertThat(run.err()).contains("using the ignore rules in .gitleaksignore");
    assertThat(run.out()).contains("No secrets found.");
    Files.writeString(folder.resolve(".gitleaksignore"), "a.env:any-rule:2 exp:2020-01-01\n");
    assertThat(Run.bw("secrets", folder.toString()).out()).contains("1 secrets found");
    Files.writeString(folder.resolve(".gitleaksignore"), "a.env\n");
    Run wrong = Run.bw("secrets", folder.toString());
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err()).contains("line 1, column 1: \"a.env\" is no fingerprint");
  }

  @Test
  void ownKindsAreReadWhereTheyLieAndWhereTheyAreNamed() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "shop-123456\n");
    String rules = "[[rules]]\nid = 'shop'\nregex = 'shop-[0-9]{6}'\n";
    Path named = Files.writeString(folder.resolve("team.toml"), rules);
    String at = folder.toString();
    assertThat(Run.bw("secrets", at).out()).contains("No secrets found.");
    Run asked = Run.bw("secrets", "--secret-config", named.toString(), at);
    assertThat(asked.out()).contains("/a.txt:1");
    Files.writeString(folder.resolve(".gitleaks.toml"), rules);
    Run found = Run.bw("secrets", at);
    assertThat(found.err()).contains("using the kinds of secrets in .gitleaks.toml");
    assertThat(found.out()).contains("/a.txt:1");
    Files.writeString(named, "[[rules]]\nid = 'shop'\nregex = '(?<=a)b'\n");
    Run wrong = Run.bw("secrets", "--secret-config", named.toString(), at);
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err()).contains("line 3, column 10: in the expression (?<=a)b");
  }

  @Test
  void secretsAreShownOnATerminalOnly() throws Exception {
    Path file = Files.writeString(folder.resolve("a.env"), URL);
    Run refused = Run.bw("secrets", "--show-secrets", folder.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out() + refused.err()).contains("refused").doesNotContain(MIDDLE);

    Path script = Path.of("/usr/bin/script");
    Assumptions.assumeTrue(Files.isExecutable(script), "skipped: there is no script(1)");
    String command =
        "t=; test -t 1 && t=1; BW_TERMINALS=$t '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s secrets --show-secrets %s"
            .formatted(
                Processes.java(),
                System.getProperty("java.class.path"),
                Main.class.getName(),
                file);
    Run shown =
        Processes.run(
            List.of(script.toString(), "-qec", command, "/dev/null"), Map.of("SHELL", "/bin/sh"));
    assertThat(shown.out()).contains(PASSWORD);
  }

  @Test
  void noCommandTellsASecretOfAnImage() throws IOException {
    Path image =
        new TestImage()
            .config(
                "{\"Entrypoint\":[\"run\",\"--password=%s\"],\"Env\":[\"%s\"],\"Labels\":{\"db\":\"%s\"}}"
                    .formatted(PASSWORD, LINE.strip(), URL.strip()))
            .layer(
                "RUN mysql -p" + PASSWORD + " && psql " + URL.strip(),
                f -> f.file("a.env", 0644, URL))
            .step("ENV " + LINE.strip())
            .save(folder.resolve("image.tar"));
    String named = "docker-archive:" + image;
    var commands =
        List.of(
            List.of("scan", "--offline", named),
            List.of("scan", "--offline", "--format", "json", named),
            List.of("scan", "--offline", "--format", "cyclonedx", named),
            List.of("scan", "--offline", "--format", "spdx", named),
            List.of("secrets", named),
            List.of("secrets", "--format", "sarif", named),
            List.of("sbom", named),
            List.of("sbom", "--format", "spdx", named),
            List.of("layers", named),
            List.of("layers", "--format", "json", named),
            List.of("files", named),
            List.of("files", "--format", "json", named));
    var leaks = new java.util.ArrayList<String>();
    for (List<String> words : commands) {
      var debug = new java.util.ArrayList<>(words);
      debug.add("--debug");
      Run run = Run.bw(debug.toArray(String[]::new));
      if (run.code() == 1) leaks.add(words + " failed: " + run.err());
      if ((run.out() + run.err()).contains(MIDDLE)) leaks.add(words.toString());
    }
    assertThat(leaks).isEmpty();
  }
}
