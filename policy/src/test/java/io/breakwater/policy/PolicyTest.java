package io.breakwater.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.model.Decision;
import io.breakwater.model.Decision.Answer;
import io.breakwater.model.Decision.Item;
import io.breakwater.model.Decision.Level;
import io.breakwater.model.Decision.Waived;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
  private static final Occasion NOW =
      new Occasion("production", "build", Instant.parse("2026-11-22T10:00:00Z"));
  private static final Knowledge KNOWLEDGE =
      new Knowledge(
          (a, b, scheme) ->
              scheme.equals("odd") ? OptionalInt.empty() : OptionalInt.of(a.compareTo(b)),
          (text, allowed) -> Optional.of(allowed.contains(text)));
  private static final String HEAD =
      "apiVersion: breakwater.io/v1\nkind: Policy\nmetadata: {name: team}\n";

  private static String rule(String when) {
    return HEAD
        + "rules:\n  - id: r\n    level: deny\n    forEach: findings\n    as: f\n    when: "
        + when
        + "\n    message: ${f.id} in ${f.location.path}\n";
  }

  private static Policy read(String text) throws InvalidPolicyException {
    return new PolicyReader(KNOWLEDGE, PolicySources.NONE).read("team.yaml", text);
  }

  private static Decision judge(String policy, String report) throws InvalidPolicyException {
    return new Gate(List.of(read(policy))).judge(Subject.of(Reports.of(report)), NOW);
  }

  private static List<String> found(String when) throws InvalidPolicyException {
    Decision decision = judge(rule(when), Reports.SHOP);
    return decision.reasons().stream().flatMap(r -> r.items().stream()).map(Item::id).toList();
  }

  @Test
  void aRuleThatHoldsDeniesAndNamesWhatItFound() throws Exception {
    Decision decision =
        judge(rule("f.severity == 'critical' && has(f.fixedVersion)"), Reports.SHOP);
    assertThat(decision.answer()).isEqualTo(Answer.DENY);
    assertThat(decision.refuses()).isTrue();
    var reason = decision.reasons().getFirst();
    assertThat(reason.level()).isEqualTo(Level.DENY);
    assertThat(reason.message().english()).isEqualTo("CVE-2021-44228 in /app/a.jar");
    assertThat(reason.items().getFirst().where())
        .isEqualTo("org.apache.logging.log4j:log4j-core 2.14.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "severityAtLeast(f, 'high') | 3",
        "severityAtLeast(f, 'high') && f.sure | 2",
        "has(f.knownExploited) && f.knownExploited.ransomware | 1",
        "f.?epss.orValue(0.0) > 0.5 | 1",
        "f.cwes.size() == 0 | 3",
        "has(f.published) && age(f.published) > days(30) | 1",
        "f.location.path.glob('/app/**') | 2",
        "has(f.component) && purl(componentOf(f).purl).type == 'maven' | 1",
        "has(f.component) && version(f.installedVersion, 'deb') < version('3', 'deb') | 1",
        "has(f.component) && inRange(f.installedVersion, '>=2 <3', 'maven') | 1",
        "components.exists(c, licence(c.licences[0]).allows(['MIT'])) | 0",
        "image.repository == 'shop/cart' && image.tag == '1.8' && environment == 'production' | 3",
        "image.settings.user in ['', 'root', '0'] && f.kind == 'secret' | 1",
        "'GHSA-jfh8-c2jp-5v3q' in f.aliases | 1",
      })
  void whatRulesCanAsk(String when, int count) throws Exception {
    assertThat(found("\"" + when + "\"")).hasSize(count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "f.severty == 'high' | 9:13 | there is no field \"severty\"; did you mean severity?",
        "f.severity == 'hihg' | 9:25 | severity is never \"hihg\"; did you mean \"high\"?",
        "f.severity in ['high', 'critcal'] | 9:34 | severity is never \"critcal\"",
        "severityAtLeast(f, 'hgh') | 9:30 | there is no severity \"hgh\"; did you mean \"high\"?",
        "findngs.size() > 0 | 9:11 | nothing is called \"findngs\"; did you mean findings?",
        "f.epss > 'a' | 9:18 | found no matching overload",
        "f.id | 9:11 | it is of type string, where true or false was expected",
        "f.id.matches('[') | 9:24 | no pattern",
        "f.id == | 9:18 | ",
      })
  void mistakesInExpressionsAreToldWhereTheyStand(String when, String place, String words) {
    assertThatThrownBy(() -> read(rule(when)))
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessageStartingWith("team.yaml:" + place)
        .hasMessageContaining(words == null ? "" : words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"|\n      ", ">\n      ", "\"", "'", ""})
  void theyAreToldInEveryStyleOfYaml(String style) {
    String quote = style.length() == 1 ? style : "";
    String when = style + "f.severty == " + (quote.equals("'") ? "\"a\"" : "'a'") + quote;
    String policy = rule(when);
    String line = policy.lines().filter(l -> l.contains("severty")).findFirst().orElseThrow();
    int number = policy.substring(0, policy.indexOf("severty")).split("\n", -1).length;
    int column = line.indexOf("severty") + 1;
    assertThatThrownBy(() -> read(policy))
        .hasMessageStartingWith("team.yaml:" + number + ":" + column + ":");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "rules: [{id: a, levl: deny, when: 'true', message: m}] | 4:17 | did you mean level?",
        "rules: [{id: a, level: dney, when: 'true', message: m}] | 4:24 | did you mean deny?",
        "rules: [{id: a, level: deny, message: m}] | 4:9 | a rule needs when",
        "rules: [{id: a, level: deny, when: 'true'}] | 4:9 | a rule needs message",
        "rules: [{id: a, level: deny, when: 'true', message: 'x ${1 +}'}] | 4:61 | ",
        "rules: [{id: a, level: deny, when: 'true', message: 'x ${nam}'}] | 4:58 | nam",
        "rules: [{id: a, level: deny, when: 'true', message: m, as: f}] | 4:60 | forEach",
        "rules: [] | 1:1 | a policy needs rules",
        "include: [pack:none] | 4:11 | there is no policy",
        "rule: [] | 4:1 | did you mean rules?",
      })
  void mistakesInTheFileAreToldWhereTheyStand(String line, String place, String words) {
    assertThatThrownBy(() -> read(HEAD + line + "\n"))
        .hasMessageStartingWith("team.yaml:" + place)
        .hasMessageContaining(words == null ? "" : words);
  }

  @Test
  void anExceptionLetsPassUntilItsDayAndThenIsTold() throws Exception {
    String policy = rule("f.severity == 'critical'");
    String exception =
        """
        exceptions:
          - rules: [r]
            %s
            reason: behind a proxy
            owner: ana
            expires: %s
        """;
    for (String what :
        List.of(
            "ids: [CVE-2021-*]",
            "ids: [GHSA-jfh8-c2jp-5v3q]",
            "paths: ['/app/**']",
            "components: [pkg:maven/org.apache.logging.log4j/log4j-core]",
            "match: f.epss > 0.9")) {
      Decision now = judge(policy + exception.formatted(what, "2026-11-22"), Reports.SHOP);
      assertThat(now.answer()).as(what).isEqualTo(Answer.PASS);
      assertThat(now.waived()).extracting(Waived::owner).containsExactly("ana");
      Decision later = judge(policy + exception.formatted(what, "2026-11-21"), Reports.SHOP);
      assertThat(later.answer()).as(what).isEqualTo(Answer.DENY);
      assertThat(later.notes().getFirst().message().english())
          .contains("ana", "2026-11-21", "team.yaml:12:5");
    }
    String other = exception.formatted("paths: ['/opt/**']", "2027-01-01");
    assertThat(judge(policy + other, Reports.SHOP).answer()).isEqualTo(Answer.DENY);
    assertThatThrownBy(() -> read(policy + "exceptions: [{rules: [r], reason: x, owner: y}]\n"))
        .hasMessageContaining("an exception needs expires");
  }

  @Test
  void whatCannotBeToldIsUnknownWithItsPlaceAndNeverAPass() throws Exception {
    Decision decision = judge(rule("f.epss > 0.99"), Reports.SHOP);
    assertThat(decision.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(decision.refuses()).isFalse();
    assertThat(decision.reasons().getFirst().message().english())
        .contains("f.epss is missing here: ask has(f.epss) before", "team.yaml:9:11");
    Decision strict = judge(rule("f.epss > 0.99") + "unknown: deny\n", Reports.SHOP);
    assertThat(strict.refuses()).isTrue();
    assertThat(judge(rule("f.isNew"), Reports.SHOP).answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void missingEvidenceCountsOnlyForWhoNeedsIt() throws Exception {
    String gap =
        Reports.SHOP
            .replace("\"notAnalysed\": []", "\"notAnalysed\": [{\"path\": \"/a.war\"}]")
            .replace("2026-11-20", "2026-01-01");
    Decision holes = judge(rule("f.id == 'none'"), gap);
    assertThat(holes.reasons())
        .extracting(Decision.Reason::rule)
        .containsExactlyInAnyOrder("notAnalysed", "staleDatabase");
    String settings =
        HEAD + "rules: [{id: u, level: warn, when: image.settings.user == 'x', message: m}]\n";
    assertThat(judge(settings, gap).answer()).isEqualTo(Answer.PASS);
    Decision some =
        judge(rule("f.id == 'none'") + "unknown: {default: warn, notAnalysed: deny}\n", gap);
    assertThat(some.refuses()).isTrue();
  }

  @Test
  void aRuleIsAskedOnlyWhereItApplies() throws Exception {
    String policy =
        HEAD + "rules: [{id: u, level: deny, when: 'true', message: m, applies: {%s}}]\n";
    for (String here :
        List.of(
            "repositories: [shop/*]",
            "repositories: [registry.corp/**]",
            "environments: [production]",
            "moments: [push, build]")) {
      assertThat(judge(policy.formatted(here), Reports.SHOP).answer()).isEqualTo(Answer.DENY);
    }
    for (String elsewhere :
        List.of("repositories: [infra/*]", "environments: [test]", "moments: [run]")) {
      Decision decision = judge(policy.formatted(elsewhere), Reports.SHOP);
      assertThat(decision.answer()).isEqualTo(Answer.PASS);
      assertThat(decision.notes().getFirst().kind()).isEqualTo("not-applied");
    }
  }

  @Test
  void onlyWhatTheBaselineDoesNotHaveIsNew() throws Exception {
    String before =
        Reports.SHOP.replace("3.0.11-1", "3.0.9-1").replace("CVE-2021-44228", "CVE-2020-1");
    Decision decision =
        new Gate(List.of(read(rule("f.isNew"))))
            .judge(Subject.of(Reports.of(Reports.SHOP)).since(Subject.of(Reports.of(before))), NOW);
    assertThat(decision.reasons().getFirst().items())
        .extracting(Item::id)
        .containsExactly("CVE-2021-44228");
  }

  @Test
  void anExpressionThatTakesTooLongIsUnknownSoon() throws Exception {
    String many = "lists.range(100000)";
    String when = many + ".all(a, " + many + ".all(b, " + many + ".all(c, a + b + c >= 0)))";
    Decision decision = judge(rule("\"" + when + "\""), Reports.SHOP);
    assertThat(decision.reasons().getFirst().message().english()).contains("too many steps");
  }

  @Test
  void includedRulesAreAskedTooUnlessLeftOut() throws Exception {
    String base = rule("f.severity == 'critical'").replace("name: team", "name: base");
    PolicySources sources =
        (name, from) ->
            name.equals("base.yaml")
                ? Optional.of(new PolicySources.Source("base.yaml", base))
                : Optional.empty();
    var reader = new PolicyReader(KNOWLEDGE, sources);
    Policy all = reader.read("team.yaml", HEAD + "include: [base.yaml]\n");
    assertThat(all.summaries()).extracting(Policy.Summary::id).containsExactly("r");
    String other =
        HEAD
            + "include: [{policy: base.yaml, without: [r]}]\n"
            + "rules: [{id: r, level: warn, when: 'true', message: m}]\n";
    assertThat(reader.read("team.yaml", other).summaries().getFirst().level())
        .isEqualTo(Level.WARN);
    PolicySources circle =
        (name, from) -> Optional.of(new PolicySources.Source(name, HEAD + "include: [a.yaml]\n"));
    assertThatThrownBy(
            () -> new PolicyReader(KNOWLEDGE, circle).read("a.yaml", HEAD + "include: [a.yaml]\n"))
        .hasMessageContaining("circle");
  }

  @Test
  void everyFunctionsExampleHolds() throws Exception {
    for (var each : io.breakwater.policy.internal.cel.OwnFunctions.all(KNOWLEDGE)) {
      if (each.example().contains("licence(") || each.example().contains("versionCompare"))
        continue;
      if (each.example().contains("version(")) continue; // the order here is that of texts
      String policy =
          HEAD + "rules: [{id: e, level: deny, when: '" + each.example() + "', message: m}]\n";
      assertThat(judge(policy, Reports.SHOP).answer()).as(each.example()).isEqualTo(Answer.DENY);
    }
  }
}
