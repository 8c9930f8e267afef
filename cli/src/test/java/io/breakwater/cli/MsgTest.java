package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Language;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MsgTest {
  @ParameterizedTest
  @EnumSource
  void everyMessageIsWrittenInBothLanguagesWithTheSamePlaceholders(Msg message) {
    String english = message.text().in(Language.ENGLISH);
    String chinese = message.text().in(Language.CHINESE);
    assertThat(english).isNotBlank();
    assertThat(chinese).isNotBlank();
    assertThat(placeholders(chinese)).isEqualTo(placeholders(english));
  }

  @ParameterizedTest
  @EnumSource
  void aChineseMessageIsChinese(Msg message) {
    String chinese = message.text().in(Language.CHINESE);
    boolean onlySymbols =
        chinese.replaceAll("\\{\\d}", "").chars().noneMatch(Character::isLetter)
            || chinese.startsWith("EPSS")
            || chinese.startsWith("deb、");
    assertThat(onlySymbols || chinese.codePoints().anyMatch(Character::isIdeographic))
        .as(chinese)
        .isTrue();
  }

  private static Set<String> placeholders(String text) {
    var found = new TreeSet<String>();
    for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
      found.add(text.substring(at, Math.min(text.length(), at + 3)));
    }
    return found;
  }
}
