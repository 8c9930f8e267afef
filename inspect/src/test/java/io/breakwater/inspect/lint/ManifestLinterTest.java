package io.breakwater.inspect.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.inspect.internal.pods.Workloads;
import io.breakwater.inspect.lint.LintResult.Kind;
import io.breakwater.model.Check;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestLinterTest {
  private static final Linter LINTER = new Linter(Optional.empty());

  private static LintResult lint(String text) throws InvalidConfigurationException {
    return new ManifestLinter().lint("x.yaml", text, Optional.empty());
  }

  private static List<String> ids(String text) throws InvalidConfigurationException {
    return lint(text).findings().stream().map(f -> f.check().id()).toList();
  }

  @Test
  void everyCheckFindsWhatItIsForAndLeavesTheRest() throws Exception {
    var unproven = new ArrayList<>(Workloads.checks().stream().map(Check::id).toList());
    var wrong = new ArrayList<String>();
    for (String row : examples()) {
      String[] parts = row.split(" ~ ", -1);
      assertThat(parts).as(row).hasSize(3);
      unproven.remove(parts[0]);
      if (!ids(manifest(parts[1])).contains(parts[0])) wrong.add("not found: " + row);
      if (ids(manifest(parts[2])).contains(parts[0])) wrong.add("found: " + row);
    }
    assertThat(wrong).isEmpty();
    assertThat(unproven).as("checks without an example").isEmpty();
  }

  private static List<String> examples() throws Exception {
    try (InputStream in = ManifestLinterTest.class.getResourceAsStream("rule-examples.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }

  private static String manifest(String example) {
    String rest = example.substring(2);
    return switch (example.charAt(0)) {
      case 'P' -> "kind: Pod\nspec: {containers: [{name: a, image: x}], " + rest + "}\n";
      case 'C' ->
          "kind: Pod\nspec:\n  containers:\n  - "
              + (rest.startsWith("{") ? rest : "{name: a, " + rest + "}")
              + "\n";
      case 'O' -> rest;
      default -> "services:\n  web: {" + rest + "}\n";
    };
  }

  @Test
  void everyCheckIsWrittenWholeInBothLanguages() {
    List<Check> checks = Workloads.checks();
    assertThat(checks).hasSizeGreaterThan(80);
    for (Check check : checks) {
      assertThat(check.references())
          .as(check.id())
          .isNotEmpty()
          .allMatch(r -> r.startsWith("https://"));
      for (var text : List.of(check.title(), check.why(), check.remedy())) {
        assertThat(text.english()).as(check.id()).doesNotContain("{").isNotEqualTo(text.chinese());
        assertThat(text.chinese()).as(check.id()).matches("(?s).*\\p{IsHan}.*");
      }
    }
  }

  @Test
  void findingsTellTheirPlaceInTheDocumentTheyAreIn() throws Exception {
    String text =
        """
        # rendered by helm
        ---
        apiVersion: v1
        kind: ConfigMap
        data: {a: b}
        ---
        apiVersion: v1
        kind: List
        items:
        - kind: Service
          spec:
            type: NodePort
        - {kind: Pod, spec: {hostPID: true}}
        """;
    var places =
        lint(text).findings().stream()
            .filter(f -> f.check().id().matches("k8s-service-node-port|k8s-host-pid"))
            .map(f -> f.line() + ":" + f.column() + " " + f.field())
            .toList();
    assertThat(places).containsExactly("12:5 items[0].spec.type", "13:22 items[1].spec.hostPID");
  }

  @Test
  void objectsThatAreDeployedTogetherAreJudgedTogether() throws Exception {
    String deployment =
        "apiVersion: apps/v1\nkind: Deployment\nspec: {template: {spec: {serviceAccountName: a}}}\n";
    String account =
        "---\nkind: ServiceAccount\nmetadata: {name: a}\nautomountServiceAccountToken: false\n";
    String budget = "---\napiVersion: policy/v1\nkind: PodDisruptionBudget\n";
    assertThat(ids(deployment)).contains("k8s-service-account-token", "k8s-single-replica");
    assertThat(ids(deployment + account + budget))
        .doesNotContain("k8s-service-account-token", "k8s-single-replica");
  }

  @Test
  void itemsOfTypedListsNeedNoKind() throws Exception {
    assertThat(ids("apiVersion: v1\nkind: PodList\nitems: [{spec: {hostPID: true}}]\n"))
        .contains("k8s-host-pid");
  }

  @Test
  void jsonIsReadAsYamlIs() throws Exception {
    String text =
        "{\n\t\"apiVersion\": \"v1\",\n\t\"kind\": \"Pod\",\n\t\"spec\": {\"hostIPC\": true}\n}\n";
    assertThat(LINTER.knows("pod.json", text)).isTrue();
    assertThat(ids(text)).contains("k8s-host-ipc");
  }

  @Test
  void anchorsAndMergesAreFollowed() throws Exception {
    String text =
        """
        x-common: &common {privileged: true, read_only: true}
        services:
          a:
            <<: *common
            privileged: false
          b:
            <<: [*common]
        """;
    LintResult result = lint(text);
    assertThat(result.kind()).isEqualTo(Kind.COMPOSE);
    assertThat(result.findings())
        .filteredOn(f -> f.check().id().equals("compose-privileged"))
        .extracting(f -> f.field() + " " + f.line())
        .containsExactly("services.b.privileged 1");
  }

  @ParameterizedTest
  @CsvSource({
    "deploy.yaml, 'apiVersion: v1\nkind: Pod\n', true",
    "deploy.json, '{\"apiVersion\" : \"v1\", \"kind\": \"Pod\"}', true",
    "-, '# x\n---\napiVersion: v1\nkind: Pod\n', true",
    "docker-compose.yml, 'x', true",
    "compose.prod.yaml, 'x', true",
    "stack.yml, 'version: 3\nservices:\n  a: {}\n', true",
    "ci.yml, 'jobs:\n  build:\n    services: x\n', false",
    "package.json, '{\"name\": \"x\"}', false",
    "Dockerfile, 'FROM a\nRUN <<E\napiVersion: v1\nkind: Pod\nE\n', false",
    "notes.md, 'apiVersion: v1\nkind: Pod\n in words', true",
    "notes.txt, 'write\napiVersion: v1\nkind: Pod\n', false",
  })
  void filesAreKnownByNameAndBeginning(String name, String text, boolean known) {
    assertThat(new ManifestLinter().accepts(name, text)).isEqualTo(known);
  }

  @Test
  void templatesThatWereNotRenderedAreToldSo() {
    assertThatThrownBy(
            () -> lint("apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n"))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("4:9: this is a template with {{ }}");
  }

  @ParameterizedTest
  @CsvSource({
    "'kind: Pod\nspec: [', 2",
    "'kind: Pod\nspec: *nothing', 2",
    "'kind: Pod\n{a: b}: c', 2",
  })
  void whatIsNoYamlIsRefusedWithItsLine(String text, int line) {
    assertThatThrownBy(() -> lint(text))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class,
            refused -> assertThat(refused.line()).isEqualTo(line));
  }

  @Test
  void whatGrowsWithoutEndIsRefused() {
    var laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String last = "*a" + (i - 1);
      laughs.append("a%d: &a%d [%s]\n".formatted(i, i, (last + ", ").repeat(9) + last));
    }
    assertThatThrownBy(() -> lint(laughs.toString())).hasMessageContaining("too many parts");
    assertThatThrownBy(() -> lint("[".repeat(100_000))).hasMessageContaining("nested");
    assertThatThrownBy(() -> lint("a: &a [*a]")).hasMessageContaining("an alias of nothing");
  }

  @FuzzTest(maxDuration = "60s")
  void anyTextIsLintedOrRefused(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    var asked = Optional.of(new PodSecurityLevel("restricted", "latest"));
    new ManifestLinter().accepts("a.yaml", text);
    try {
      LintResult result = new ManifestLinter().lint("a.yaml", text, asked);
      assertThat(result.podSecurity()).isPresent();
      for (LintFinding one : result.findings()) assertThat(one.line()).isPositive();
    } catch (InvalidConfigurationException refused) {
      assertThat(refused.reason()).isNotBlank();
    }
  }
}
