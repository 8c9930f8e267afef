package io.breakwater.inspect.internal.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.inspect.Inspection;
import io.breakwater.inspect.InspectionOptions;
import io.breakwater.inspect.InvalidSecretConfigException;
import io.breakwater.inspect.SecretConfig;
import io.breakwater.model.Check;
import io.breakwater.model.Finding;
import io.breakwater.oci.Content;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What gitleaks' and Trivy's files say is done; what is wrong in them is told with its place. */
class UserSecretsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final String TOKEN = new MadeUp(7).fill("ghp_{crc}");
  private static final String RULES =
      """
      [[rules]]
      id = "shop-token"
      description = "Shop token"
      regex = '''(?i)shop_(?:key|token)\\s*[=:]\\s*['"]?([a-z0-9]{20,40})\\b'''
      entropy = 3.0
      keywords = ["SHOP_KEY", "shop_token"]
        [[rules.allowlists]]
        regexes = ['''^abc''']
        stopwords = ["sample"]
        [[rules.allowlists]]
        condition = "AND"
        regexTarget = "line"
        paths = ['''(^|/)test/''']
        regexes = ['''dummy''']
      [[rules]]
      id = "internal-url"
      regex = '''https?://(?P<user>[[:alnum:]]+):(?P<pw>[^@\\s'"]{4,})@[\\w.-]+\\.corp\\b'''
      secretGroup = 2
      keywords = ["https://", "http://"]
      [[rules]]
      id = "no-keyword"
      regex = '''\\bZZ-[A-F0-9]{8}-[\\pL]{3}\\b'''
      [[rules]]
      id = "by-path"
      path = '''(?i)\\.secretbox$'''
      [[rules]]
      id = "conf-only"
      regex = '''pin=(\\d{6})'''
      path = '''(^|/)conf/'''
      keywords = ["pin="]
      [[allowlists]]
      paths = ['''node_modules/''']
      """;

  @Test
  void kindsOfGitleaksFindWhatTheyFindThere() throws IOException {
    SecretConfig config = toml(RULES);
    String key = "shop_key = \"q9w8e7r6t5y4u3i2o1p0a\"";
    assertThat(ids(config, "src/a.py", "\n" + key)).containsExactly("shop-token:2");
    assertThat(ids(config, "node_modules/a.py", key)).isEmpty();
    assertThat(ids(config, "test/a.py", "# dummy\n" + key)).containsExactly("shop-token:2");
    assertThat(ids(config, "test/a.py", key + " # dummy")).isEmpty();
    assertThat(ids(config, "a", "SHOP_TOKEN: abcq9w8e7r6t5y4u3i2o1")).isEmpty();
    assertThat(ids(config, "a", "shop_key=aaaaaaaaaaaaaaaaaaaaaaaaa")).isEmpty();
    assertThat(ids(config, "a", "shop_key=samplesample9w8e7r6t5y4u")).isEmpty();
    assertThat(ids(config, "a", key + " # gitleaks:allow")).isEmpty();
    assertThat(ids(config, "b", "https://bob:s3cr3tPw@git.corp/x"))
        .containsExactly("internal-url:1");
    assertThat(ids(config, "b", "ZZ-0A1B2C3D-abc\nZZ-0A1B2C3D-Xyz\nZZ-0A1B2C3D-x1x"))
        .containsExactly("no-keyword:1", "no-keyword:2");
    assertThat(ids(config, "src/a.secretbox", "0123456789abcdef")).containsExactly("by-path:0");
    assertThat(ids(config, "conf/c.ini", "pin=123456")).containsExactly("conf-only:1");
    assertThat(ids(config, "src/c.ini", "pin=123456")).isEmpty();
  }

  @Test
  void ourOwnKindsAreLookedForWhenTheyAreExtended() throws IOException {
    String line = "GITHUB_TOKEN=" + TOKEN;
    assertThat(ids(SecretConfig.NONE, "a.env", line)).containsExactly("github-token:1");
    assertThat(ids(toml(RULES), "a.env", line)).isEmpty();
    assertThat(toml(RULES).notices()).anyMatch(n -> n.contains("useDefault"));
    String extend = "[extend]\nuseDefault = true\n";
    assertThat(ids(toml(extend + RULES), "a.env", line)).containsExactly("github-token:1");
    String off = extend + "disabledRules = [\"github-pat\"]\n";
    assertThat(ids(toml(off), "a.env", line)).isEmpty();
    String allowed = "[[rules]]\nid = \"github-pat\"\n[[rules.allowlists]]\npaths = ['^ci/']\n";
    assertThat(ids(toml(extend + allowed), "ci/a.env", line)).isEmpty();
    assertThat(ids(toml(extend + allowed), "a.env", line)).containsExactly("github-token:1");
  }

  @Test
  void oneFileExtendsAnother() throws IOException {
    String base = "[[rules]]\nid = \"one\"\nregex = 'ONE-[0-9]{6}'\n";
    String own =
        "[extend]\npath = \"base.toml\"\n[[rules]]\nid = \"one\"\nregex = 'TWO-[0-9]{6}'\n";
    SecretConfig config =
        SecretConfig.read(
            "own.toml", own, path -> Optional.ofNullable(Map.of("base.toml", base).get(path)));
    assertThat(ids(config, "a", "ONE-123456 TWO-123456")).containsExactly("one:1");
    assertThatThrownBy(() -> SecretConfig.read("own.toml", own, path -> Optional.empty()))
        .hasMessageContaining("line 2, column 9: there is no file base.toml");
  }

  @Test
  void kindsOfTrivyFindWhatTheyFindThere() throws IOException {
    SecretConfig config =
        yaml(
            """
            rules:
              - id: shop
                category: general
                title: Shop key
                severity: CRITICAL
                keywords: [shop]
                regex: shop-(?P<secret>[0-9a-f]{12})
                secret-group-name: secret
                allow-rules:
                  - id: none
                    regex: "^000"
            exclude-block:
              regexes: ["(?s)BEGIN SKIP.*?END SKIP"]
            allow-rules:
              - id: docs
                path: \\.rst$
            disable-rules: [github-pat]
            """);
    assertThat(ids(config, "a", "shop-000456789abc")).isEmpty();
    assertThat(ids(config, "a", "x\nshop-a123456789ab")).containsExactly("shop:2");
    assertThat(ids(config, "a", "BEGIN SKIP\nshop-a123456789ab\nEND SKIP")).isEmpty();
    assertThat(ids(config, "a.rst", "shop-a123456789ab")).isEmpty();
    assertThat(ids(config, "a", "GITHUB_TOKEN=" + TOKEN)).isEmpty();
    SecretConfig only = yaml("enable-builtin-rules: [npm-token]\n");
    assertThat(ids(only, "a", "GITHUB_TOKEN=" + TOKEN)).isEmpty();
    assertThat(ids(yaml(""), "a", "GITHUB_TOKEN=" + TOKEN)).containsExactly("github-token:1");
  }

  @Test
  void whatIsWrongIsToldWithItsPlace() {
    var cases =
        List.of(
            List.of("[[rules]]\nregex = 'a'\n", "line 1, column 1: a rule has no id"),
            List.of(
                "[[rules]]\nid='x'\nregex = 'a(?=b)'\n",
                "line 3, column 10: in the expression a(?=b): a group (?=, which is not regular, at"
                    + " character 4"),
            List.of("[[rules]]\nid='x'\nregexp = 'a'\n", "line 3, column 1: there is no key"),
            List.of("[[rules]\n", "not TOML at line 1"),
            List.of("[[rules]]\nid='x'\nregex='(a)'\nsecretGroup=2\n", "line 4, column 1: the"),
            List.of("[extend]\nurl='https://x'\n", "line 2, column 1: nothing is fetched"));
    for (List<String> each : cases) {
      assertThatThrownBy(() -> toml(each.getFirst()))
          .as(each.getFirst())
          .isInstanceOf(InvalidSecretConfigException.class)
          .hasMessageContaining(each.getLast());
    }
    assertThatThrownBy(() -> yaml("rules:\n  - id: x\n    regex: a(\n"))
        .hasMessageContaining("line 3, column 12: in the expression a(: ");
    assertThatThrownBy(() -> yaml("rules:\n  - id: x\n    regx: a\n"))
        .hasMessageContaining("line 3, column 5: there is no key \"regx\"; did you mean regex?");
  }

  @Test
  void aCommentAllowsUntilItsDay() throws IOException {
    String line = "t = " + TOKEN + " # breakwater:allow rotated soon until ";
    assertThat(ids(SecretConfig.NONE, "a", line + "2026-11-22")).isEmpty();
    assertThat(ids(SecretConfig.NONE, "a", line + "2026-11-21")).containsExactly("github-token:1");
    assertThat(ids(SecretConfig.NONE, "a", line + "2026-02-31")).containsExactly("github-token:1");
    assertThat(ids(SecretConfig.NONE, "a", line + "the end")).isEmpty();
  }

  @Test
  void aLongFileIsSearchedPieceByPiece() throws IOException {
    SecretConfig config = toml("[[rules]]\nid = \"k\"\nregex = '^kk-[0-9]{6}$|kk-(7{4})z'\n");
    String filler = ("x".repeat(1_000) + "\n").repeat(3_000);
    assertThat(ids(config, "a", filler + "kk-7777z\n" + filler)).containsExactly("k:3001");
    assertThat(ids(config, "a", filler + "kk-123456\n")).isEmpty();
  }

  private static SecretConfig toml(String text) throws IOException {
    return SecretConfig.read("gitleaks.toml", text, path -> Optional.empty());
  }

  private static SecretConfig yaml(String text) throws IOException {
    return SecretConfig.read("trivy-secret.yaml", text, path -> Optional.empty());
  }

  private static List<String> ids(SecretConfig config, String path, String text)
      throws IOException {
    var options = InspectionOptions.NONE.with(config);
    return new Inspection(Set.of(Check.Area.SECRET), options)
        .file(path, Content.of(text.getBytes(UTF_8)), DAY).findings().stream()
            .map(UserSecretsTest::told)
            .toList();
  }

  private static String told(Finding.OfCheck found) {
    return found.id() + ":" + found.location().line();
  }
}
