package io.breakwater.inventory.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceExpressionTest {
  @ParameterizedTest
  @CsvSource({
    "MIT, MIT",
    "mit, MIT",
    "apache-2.0 or mit, Apache-2.0 OR MIT",
    "(MIT), MIT",
    "((MIT AND Zlib)), MIT AND Zlib",
    "(MIT) AND (Zlib), (MIT) AND (Zlib)",
    "GPL-2.0-only WITH Classpath-exception-2.0, GPL-2.0-only WITH Classpath-exception-2.0",
    "LGPL-2.1+, LGPL-2.1+",
    "GPL-2.0+, GPL-2.0+",
    "LicenseRef-own AND MIT, LicenseRef-own AND MIT",
    "MIT/X11, ''",
    "MIT AND, ''",
    "AND MIT, ''",
    "MIT Zlib, ''",
    "(MIT, ''",
    "MIT), ''",
    "(), ''",
    "Classpath-exception-2.0, ''",
    "MIT WITH MIT, ''",
    "LicenseRef-, ''",
    "GPL-2+, ''",
  })
  void anExpressionIsToldFromOtherWords(String words, String canonical) {
    assertThat(LicenceExpression.canonical(words).orElse("")).isEqualTo(canonical);
  }

  @Test
  void theOutermostAndsSplit() {
    assertThat(LicenceExpression.conjuncts("MIT AND (Zlib OR ISC) AND LicenseRef-x"))
        .isEqualTo(List.of("MIT", "Zlib OR ISC", "LicenseRef-x"));
    assertThat(LicenceExpression.conjuncts("MIT OR Zlib AND ISC"))
        .isEqualTo(List.of("MIT OR Zlib AND ISC"));
    assertThat(LicenceExpression.conjuncts("no licence at all"))
        .isEqualTo(List.of("no licence at all"));
  }

  @Test
  void depthIsBounded() {
    String deep = "(".repeat(900) + "MIT AND ISC" + ")".repeat(900);
    assertThat(LicenceExpression.canonical(deep)).hasValue("MIT AND ISC");
    String crooked = "(MIT AND ".repeat(200) + "ISC" + ")".repeat(200);
    assertThat(LicenceExpression.canonical(crooked)).isEmpty();
    assertThat(LicenceExpression.canonical("MIT OR ".repeat(5_000) + "MIT")).isEmpty();
  }
}
