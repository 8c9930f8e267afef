package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Language;
import io.breakwater.model.Severity;
import io.breakwater.model.Verdict;
import io.breakwater.policy.SeverityGate;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTableTest {
  @ParameterizedTest
  @CsvSource({"ENGLISH,100", "ENGLISH,60", "CHINESE,100", "CHINESE,60"})
  void theTableIsWhatItShouldBe(Language language, int width) throws Exception {
    List<String> lines = table(language, width, false);
    assertThat(lines).allSatisfy(l -> assertThat(Cells.width(l)).isLessThanOrEqualTo(width));
    String name = "table-" + language.name().toLowerCase(Locale.ROOT) + "-" + width + ".txt";
    Golden.check(
        name, String.join("\n", lines.stream().map(String::stripTrailing).toList()) + "\n");
  }

  @Test
  void coloursChangeNoWord() {
    String coloured = String.join("\n", table(Language.ENGLISH, 100, true));
    String plain = String.join("\n", table(Language.ENGLISH, 100, false));
    assertThat(coloured).contains("\u001b[");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @Test
  void nothingFromAnImageReachesTheTerminalAsControl() {
    assertThat(String.join("\n", table(Language.ENGLISH, 100, false))).doesNotContain("\u001b");
  }

  private static List<String> table(Language language, int width, boolean colour) {
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            System.out,
            System.err,
            java.util.Map.of(),
            language,
            width,
            colour,
            false);
    Verdict verdict = new SeverityGate(Severity.HIGH).judge(Sample.report());
    return new ReportTable(Sample.report(), Optional.of(verdict), 1, false, true, terminal).lines();
  }
}
