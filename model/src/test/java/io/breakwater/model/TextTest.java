package io.breakwater.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void argumentsStandWhereTheTextSaysSo() {
    var text = new Text("{1} of {0}", "{0} 中的 {1}");
    assertThat(text.in(Language.ENGLISH, 9, 3)).isEqualTo("3 of 9");
    assertThat(text.in(Language.CHINESE, 9, 3)).isEqualTo("9 中的 3");
  }

  @Test
  void aPlaceholderWithoutAnArgumentStays() {
    assertThat(new Text("{0} {7} {x}", "一").in(Language.ENGLISH, "a")).isEqualTo("a {7} {x}");
  }

  @Test
  void aTextWithoutOneLanguageIsRefused() {
    assertThatThrownBy(() -> new Text("words", " ")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyProblemIsToldInBothLanguages() {
    for (ProblemCode code : ProblemCode.values()) {
      var problem = Problem.of(code, "x", "1", "2", "3");
      for (Language language : Language.values()) {
        assertThat(problem.headline(language)).isNotBlank().doesNotContain("{");
        assertThat(problem.cause(language)).isNotBlank().doesNotContain("{");
        assertThat(problem.remedy(language)).isNotBlank().doesNotContain("{");
      }
    }
  }
}
