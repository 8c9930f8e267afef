package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
  @Test
  void theLanguageIsWhatIsTypedThenWhatTheLocaleSays() {
    assertThat(language(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo(Language.CHINESE);
    assertThat(language(Map.of("LANG", "zh_CN.UTF-8"), "scan", "--lang", "en"))
        .isEqualTo(Language.ENGLISH);
    assertThat(language(Map.of("LANG", "en_US.UTF-8"), "--lang=zh")).isEqualTo(Language.CHINESE);
    assertThat(language(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "C"))).isEqualTo(Language.ENGLISH);
    assertThat(language(Map.of("LANG", "fr_FR.UTF-8"))).isEqualTo(Language.ENGLISH);
    assertThat(language(Map.of())).isEqualTo(Language.ENGLISH);
  }

  @Test
  void coloursNeedATerminalAndNoObjection() {
    assertThat(terminal(Map.of("BW_TERMINALS", "012")).colour()).isTrue();
    assertThat(terminal(Map.of("BW_TERMINALS", "02")).colour()).isFalse();
    assertThat(terminal(Map.of("BW_TERMINALS", "012", "NO_COLOR", "1")).colour()).isFalse();
    assertThat(terminal(Map.of("BW_TERMINALS", "012", "TERM", "dumb")).colour()).isFalse();
  }

  @Test
  void theWidthIsTheTerminalsOrThatOfAPage() {
    assertThat(terminal(Map.of("COLUMNS", "80")).width()).isEqualTo(80);
    assertThat(terminal(Map.of("COLUMNS", "no")).width()).isEqualTo(100);
    assertThat(terminal(Map.of("COLUMNS", "7")).width()).isEqualTo(100);
    assertThat(terminal(Map.of()).width()).isEqualTo(100);
  }

  private static Language language(Map<String, String> environment, String... arguments) {
    return Terminal.language(environment, arguments);
  }

  private static Terminal terminal(Map<String, String> environment) {
    return Terminal.ofProcess(environment, new String[0]);
  }
}
