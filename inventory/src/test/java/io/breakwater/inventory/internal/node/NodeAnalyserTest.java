package io.breakwater.inventory.internal.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.inventory.internal.RecordedFacts;
import io.breakwater.model.json.InvalidJsonException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeAnalyserTest {
  private static final String PATH = "app/node_modules/x/package.json";

  private static RecordedFacts analyse(String path, String json) throws IOException {
    return RecordedFacts.of(new NodeAnalyser(), path, json);
  }

  @Test
  void aPackageHasNameVersionAndLicence() throws IOException {
    var facts =
        analyse(PATH, "{\"name\":\"left-pad\",\"version\":\"1.3.0\",\"license\":\"WTFPL\"}");
    assertThat(facts.purls()).containsExactly("pkg:npm/left-pad@1.3.0");
    assertThat(facts.packages.getFirst().licences()).containsExactly("WTFPL");
    assertThat(facts.packages.getFirst().says()).isEqualTo("package.json says left-pad@1.3.0");
  }

  @Test
  void aScopedPackageKeepsItsScope() throws IOException {
    var facts = analyse(PATH, "{\"name\":\"@babel/core\",\"version\":\"7.0.0\"}");
    assertThat(facts.purls()).containsExactly("pkg:npm/%40babel/core@7.0.0");
    assertThat(facts.packages.getFirst().name()).isEqualTo("@babel/core");
  }

  @Test
  void oldFormsOfLicencesAreRead() throws IOException {
    String json =
        "{\"name\":\"a\",\"version\":\"1\",\"licenses\":[{\"type\":\"MIT\",\"url\":\"u\"},\"BSD\"]}";
    assertThat(analyse(PATH, json).packages.getFirst().licences()).containsExactly("MIT", "BSD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"module\"}",
        "{\"name\":\"rxjs/operators\",\"version\":\"1.0.0\"}",
        "{\"name\":\"a\"}",
        "{\"version\":\"1\"}",
        "{\"name\":\"<%= name %>\",\"version\":\"1\"}",
        "{\"name\":5,\"version\":[]}",
        "[]"
      })
  void whatNamesNoPackageIsNone(String json) throws IOException {
    assertThat(analyse(PATH, json).packages).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node_modules/resolve/test/resolver/baz/package.json",
        "node_modules/@a/b/fixtures/package.json",
        "node_modules/a/lib/__tests__/c/package.json",
        "app/package.json5",
        "app/my-package.json",
      })
  void testDataIsNotWanted(String path) {
    assertThat(RecordedFacts.wants(new NodeAnalyser(), path, new byte[0])).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package.json",
        "srv/test/package.json",
        "node_modules/test/package.json",
        "node_modules/@test/tests/package.json",
        "usr/lib/node_modules/npm/node_modules/abbrev/package.json",
        "node_modules/.pnpm/a@1.0.0/node_modules/a/package.json",
        "node_modules/next/dist/compiled/acorn/package.json",
      })
  void packagesAndApplicationsAreWanted(String path) {
    assertThat(RecordedFacts.wants(new NodeAnalyser(), path, new byte[0])).isTrue();
  }

  @Test
  void aCopyInsideAnotherPackageMayHaveLostItsVersion() throws IOException {
    String folder = "node_modules/next/dist/compiled/";
    String copy = "{\"name\":\"@a/arg\",\"main\":\"index.js\",\"license\":\"MIT\"}";
    assertThat(analyse(folder + "@a/arg/package.json", copy).purls())
        .containsExactly("pkg:npm/%40a/arg");
    assertThat(analyse(folder + "other/package.json", copy).packages).isEmpty();
    assertThat(analyse("srv/@a/arg/package.json", copy).packages).isEmpty();
  }

  @Test
  void whatIsNoJsonIsAnErrorOfThatFile() {
    assertThatThrownBy(() -> analyse(PATH, "{")).isInstanceOf(InvalidJsonException.class);
  }
}
