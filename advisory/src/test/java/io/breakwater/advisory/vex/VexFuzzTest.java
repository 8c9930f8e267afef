package io.breakwater.advisory.vex;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.advisory.ignore.IgnoreFile;
import io.breakwater.advisory.ignore.InvalidIgnoreException;
import java.nio.charset.StandardCharsets;

/** Whatever a document holds, it is read, or refused for one reason. */
class VexFuzzTest {
  /** Input: a VEX document of any form. */
  @FuzzTest
  void documents(byte[] content) {
    try {
      VexDocument document = VexReader.read("some.json", content);
      assertThat(document.statements())
          .allSatisfy(s -> assertThat(s.vulnerabilities()).isNotEmpty());
    } catch (InvalidVexException expected) {
      assertThat(expected.reason()).isNotBlank().doesNotContain("\n");
    }
  }

  /** Input: a file of ignore rules. */
  @FuzzTest
  void ignoreRules(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    for (String name : new String[] {"rules.yaml", ".trivyignore"}) {
      try {
        assertThat(IgnoreFile.read(name, text)).allSatisfy(r -> assertThat(r.line()).isPositive());
      } catch (InvalidIgnoreException expected) {
        assertThat(expected.reason()).isNotBlank().doesNotContain("\n");
      }
    }
  }
}
