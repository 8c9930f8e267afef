package io.breakwater.inspect.internal.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.inspect.lint.InvalidConfigurationException;
import io.breakwater.inspect.lint.LintFinding;
import io.breakwater.inspect.lint.LintResult;
import io.breakwater.inspect.lint.TextEdit;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Any text is linted or refused with the one error, and every place lies in the text. */
class DockerfileFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void anyTextIsLintedOrRefused(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    try {
      LintResult result = new DockerfileLinter().lint("Dockerfile", text, Optional.empty());
      long lines = text.chars().filter(c -> c == '\n').count() + 1;
      for (LintFinding each : result.findings()) {
        assertThat((long) each.line()).isLessThanOrEqualTo(lines);
        for (TextEdit edit : each.fix()) assertThat(edit.end()).isLessThanOrEqualTo(text.length());
      }
    } catch (InvalidConfigurationException refused) {
      assertThat(refused.reason()).isNotBlank();
    }
  }
}
