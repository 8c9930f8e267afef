package io.breakwater.advisory.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreFileTest {
  @Test
  void aRuleSaysWhatWhyWhoAndUntilWhen() throws IOException {
    IgnoreRule rule =
        IgnoreFile.read(
                "team.yaml",
                """
                # ours
                - id: CVE-2024-1
                  purl: pkg:npm/lodash
                  path: /app/**/lodash
                  image: shop/*
                  digest: sha256:%s
                  reason: not called
                  owner: team-cart
                  expires: 2027-01-31
                  justification: vulnerable_code_not_in_execute_path
                """
                    .formatted("a".repeat(64)))
            .getFirst();
    assertThat(rule.line()).isEqualTo(2);
    assertThat(rule.text())
        .startsWith(
            "CVE-2024-1 purl=pkg:npm/lodash path=/app/**/lodash image=shop/* digest=sha256");
    assertThat(rule.owner()).hasValue("team-cart");
    assertThat(rule.isTooBroad()).isFalse();
    assertThat(rule.isExpired(LocalDate.of(2027, 1, 31))).isFalse();
    assertThat(rule.isExpired(LocalDate.of(2027, 2, 1))).isTrue();
    assertThat(IgnoreFile.read("empty.yaml", "# nothing yet\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          id: x                             | line 1, column 1: a list of rules was expected
          - id: x                           | line 1, column 3: a rule needs a reason
          - reason: x                       | line 1, column 3: a rule names an id, purl, path
          - {id: x, resaon: y}              | line 1, column 11: there is no key "resaon"; did you mean reason?
          - {id: x, reason: y, zzzzzzz: 1}  | line 1, column 22: there is no key "zzzzzzz"; did you mean one of
          - {id: [x], reason: y}            | line 1, column 8: id is one text, not a list
          - {id: "", reason: y}             | line 1, column 8: id is empty
          - {id: x, id: y, reason: y}       | line 1, column 11: id is given twice
          - {id: x, reason: y, expires: May} | line 1, column 31: "May" is no date
          - {purl: lodash, reason: y}       | line 1, column 10: "lodash" is no package URL
          - {digest: abc, reason: y}        | line 1, column 12: "abc" is no digest
          - {id: *, reason: y}              | line 1, column
          - [x]                             | line 1, column 3: a rule was expected
          """)
  void aMistakeIsToldWithLineAndColumn(String text, String words) {
    assertThatThrownBy(() -> IgnoreFile.read("team.yaml", text))
        .isInstanceOf(InvalidIgnoreException.class)
        .hasMessageStartingWith(words);
  }

  @Test
  void trivysFileIsReadLineByLine() throws IOException {
    List<IgnoreRule> rules =
        IgnoreFile.read(
            "a/.trivyignore",
            """
            # accepted
            # by the team
            CVE-2024-1 exp:2027-01-31

            CVE-2024-2
            GHSA-3  # of no use here
            """);
    assertThat(rules)
        .extracting(IgnoreRule::id)
        .containsExactly("CVE-2024-1", "CVE-2024-2", "GHSA-3");
    assertThat(rules)
        .extracting(IgnoreRule::reason)
        .containsExactly("accepted by the team", "", "of no use here");
    assertThat(rules.getFirst().expires()).hasValue(LocalDate.of(2027, 1, 31));
    assertThatThrownBy(() -> IgnoreFile.read(".trivyignore", "CVE-2024-1 until:2027"))
        .hasMessage(
            "line 1, column 12: what is \"until:2027\"? An id may be followed by exp:2027-01-31");
  }

  @ParameterizedTest
  @CsvSource({
    "/app/*, /app/a.jar, true",
    "/app/*, /app/lib/a.jar, false",
    "/app/**, /app/lib/a.jar, true",
    "/app/**/a.jar, /app/x/y/a.jar, true",
    "**/a.?ar, /app/x/a.war, true",
    "/app/a?b, /app/a/b, false",
    "**a**a**a**, /aaaaaaaaaaaaaaaaaaaaaaaa, true",
    "**a**b, /aaaaaaaaaaaaaaaaaaaaaaaa, false",
    "/app, /app, true",
    "/app, /app/, false",
  })
  void starsStandForParts(String pattern, String path, boolean matches) {
    assertThat(Glob.matches(pattern, path)).isEqualTo(matches);
  }
}
