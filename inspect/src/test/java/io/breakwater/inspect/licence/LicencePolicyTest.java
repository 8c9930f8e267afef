package io.breakwater.inspect.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.inspect.licence.LicencePolicy.Answer;
import io.breakwater.model.Component;
import io.breakwater.model.Location;
import io.breakwater.model.Origin;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Purl;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicencePolicyTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final String POLICY =
      """
      default: warn
      allow: [permissive, GPL-3.0-only, "pkg:npm/own-*"]
      warn:
        - weak
      deny: [strong, network, proprietary, GPL-2.0]
      exceptions:
        - purl: pkg:npm/bought
          licence: SSPL-1.0
          reason: we have a contract
          owner: legal@example.com
          expires: 2026-06-01
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pkg:npm/a@1     | MIT                      | ALLOW | permissive",
        "pkg:npm/a@1     | GPL-3.0                  | ALLOW | GPL-3.0-only",
        "pkg:npm/a@1     | GPL-3.0+                 | ALLOW | GPL-3.0-only",
        "pkg:npm/a@1     | MIT OR GPL-2.0           | ALLOW | permissive",
        "pkg:npm/a@1     | MIT AND GPL-2.0          | DENY  | GPL-2.0-only",
        "pkg:npm/a@1     | MPL-2.0                  | WARN  | weak",
        "pkg:npm/a@1     | whatever                 | WARN  | default",
        "pkg:npm/a@1     | ''                       | WARN  | default",
        "pkg:npm/own-x@1 | AGPL-3.0                 | ALLOW | pkg:npm/own-*",
        "pkg:npm/bought@1 | SSPL-1.0                | ALLOW | we have a contract",
        "pkg:npm/bought@1 | BUSL-1.1                | DENY  | proprietary",
        "pkg:npm/boughtx@1 | SSPL-1.0               | DENY  | proprietary",
      })
  void theMostSpecificRuleDecides(String purl, String licence, Answer answer, String because)
      throws Exception {
    LicencePolicy policy = LicencePolicyFile.read(POLICY);
    assertThat(policy.judge(ComponentLicence.of(component(purl, licence)), TODAY))
        .isEqualTo(new LicencePolicy.Decision(answer, because));
  }

  @Test
  void anExceptionEnds() throws Exception {
    LicencePolicy policy = LicencePolicyFile.read(POLICY);
    var bought = ComponentLicence.of(component("pkg:npm/bought@1", "SSPL-1.0"));
    assertThat(policy.judge(bought, TODAY.plusDays(1)).answer()).isEqualTo(Answer.DENY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "alow: [MIT]                  | line 1, column 1: there is no key \"alow\"; did you mean"
            + " allow?",
        "deny: [strnog]               | line 1, column 8: \"strnog\" is no class, SPDX id or"
            + " package URL; did you mean strong?",
        "deny: [Apache 2]             | did you mean Apache-2.0?",
        "deny: MIT                    | deny is a list",
        "default: maybe               | allow, warn or deny was expected",
        "{deny: [MIT], allow: [MIT]}  | has two answers",
        "exceptions: [{purl: pkg:npm/a, reason: x}] | an exception needs owner",
        "exceptions: [{purl: pkg:npm/a, reason: x, owner: y, expires: soon}] | is no date",
        "deny: [MIT OR ISC]           | one licence was expected",
        "[]                           | a mapping",
      })
  void mistakesAreTold(String text, String reason) {
    assertThatThrownBy(() -> LicencePolicyFile.read(text))
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessageContaining(reason);
  }

  static Component component(String purl, String licence) throws Exception {
    Purl parsed = Purl.parse(purl);
    return new Component(
        purl,
        parsed,
        parsed.name(),
        "1",
        List.of(Location.of(Optional.empty(), "/app/package.json")),
        Optional.empty(),
        licence.isEmpty() ? List.of() : List.of(licence),
        Optional.empty(),
        Optional.empty(),
        Origin.UNKNOWN,
        List.of(),
        PackageTraits.INSTALLED);
  }
}
