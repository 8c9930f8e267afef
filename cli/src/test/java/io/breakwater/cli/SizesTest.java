package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizesTest {
  @Test
  void sizesAreWrittenInDecimalUnits() {
    assertThat(Sizes.format(0)).isEqualTo("0 B");
    assertThat(Sizes.format(999)).isEqualTo("999 B");
    assertThat(Sizes.format(1_000)).isEqualTo("1.0 kB");
    assertThat(Sizes.format(312_400_000)).isEqualTo("312 MB");
    assertThat(Sizes.format(999_999)).isEqualTo("1.0 MB");
    assertThat(Sizes.format(Long.MAX_VALUE)).isEqualTo("9.2 EB");
  }

  @Test
  void sizesAreReadWithUnits() {
    assertThat(Sizes.parse("500M")).hasValue(500_000_000);
    assertThat(Sizes.parse("2g")).hasValue(2_000_000_000);
    assertThat(Sizes.parse("1GB")).hasValue(1_000_000_000);
    assertThat(Sizes.parse("12")).hasValue(12);
    assertThat(Sizes.parse("-1")).isEmpty();
    assertThat(Sizes.parse("0")).isEmpty();
    assertThat(Sizes.parse("x")).isEmpty();
    assertThat(Sizes.parse("")).isEmpty();
    assertThat(Sizes.parse("99999999999999T")).isEmpty();
  }
}
