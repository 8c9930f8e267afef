package io.breakwater.inventory.internal.php;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.internal.RecordedFacts;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PhpAnalyserTest {
  private static final String PATH = "srv/vendor/composer/installed.json";
  private static final String PACKAGES =
      """
      [{"name":"symfony/console","version":"v5.4.2","license":["MIT"]},
       {"name":"a/b","version":"1.0.0","license":"BSD-3-Clause"},
       {"name":"novendor","version":"1"}, 7]
      """;

  private static RecordedFacts analyse(String json) throws IOException {
    return RecordedFacts.of(new PhpAnalyser(), PATH, json);
  }

  @Test
  void bothFormsOfTheListAreRead() throws IOException {
    for (String json : new String[] {PACKAGES, "{\"packages\":" + PACKAGES + ",\"dev\":true}"}) {
      var facts = analyse(json);
      assertThat(facts.purls())
          .containsExactly("pkg:composer/symfony/console@v5.4.2", "pkg:composer/a/b@1.0.0");
      assertThat(facts.packages).allSatisfy(p -> assertThat(p.licences()).hasSize(1));
      assertThat(facts.packages.getFirst().says())
          .isEqualTo("installed.json says symfony/console v5.4.2");
    }
  }

  @Test
  void anotherDocumentHoldsNothing() throws IOException {
    assertThat(analyse("\"text\"").packages).isEmpty();
    assertThat(analyse("{}").packages).isEmpty();
  }
}
