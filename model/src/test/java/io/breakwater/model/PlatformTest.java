package io.breakwater.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {
  @ParameterizedTest
  @CsvSource({
    "linux/amd64,    linux/amd64",
    "Linux/X86_64,   linux/amd64",
    "linux/x86-64,   linux/amd64",
    "linux/amd64/v1, linux/amd64",
    "linux/amd64/v3, linux/amd64/v3",
    "linux/aarch64,  linux/arm64",
    "linux/arm64/v8, linux/arm64",
    "linux/arm64/8,  linux/arm64",
    "linux/arm64/v9, linux/arm64/v9",
    "linux/arm,      linux/arm/v7",
    "linux/arm/7,    linux/arm/v7",
    "linux/arm/6,    linux/arm/v6",
    "linux/armhf,    linux/arm/v7",
    "linux/armel,    linux/arm/v6",
    "linux/i386,     linux/386",
    "linux/i686,     linux/386",
    "macos/arm64,    darwin/arm64",
    "windows/amd64,  windows/amd64",
    "unknown/unknown, unknown/unknown",
    "arm64,          linux/arm64",
    "x86_64,         linux/amd64",
    "s390x,          linux/s390x"
  })
  void commonSpellingsMeanOnePlatform(String text, String canonical) {
    var platform = Platform.parse(text);
    assertThat(platform).hasToString(canonical);
    assertThat(Platform.parse(platform.toString())).isEqualTo(platform);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "linux",
        "/",
        "linux/",
        "/amd64",
        "linux//v7",
        "linux/arm/",
        "linux/arm/v7/x",
        "linux/arm 64",
        "windows(10.0.17763)/amd64",
        "*/*",
        "a/\u0000",
        "linux/\u0130"
      })
  void whatIsNoPlatformIsRefused(String text) {
    assertThatExceptionOfType(InvalidPlatformException.class)
        .isThrownBy(() -> Platform.parse(text));
  }

  @Test
  void anOverlongPartIsRefused() {
    assertThatExceptionOfType(InvalidPlatformException.class)
        .isThrownBy(() -> Platform.of("linux", "a".repeat(65), ""));
  }

  @ParameterizedTest
  @CsvSource({
    "linux/amd64,    linux/amd64,    true",
    "linux/amd64,    linux/arm64,    false",
    "linux/amd64,    windows/amd64,  false",
    "linux/arm64,    linux/arm64/v8, true",
    "linux/arm/v7,   linux/arm/v6,   true",
    "linux/arm/v6,   linux/arm/v7,   false",
    "linux/amd64/v3, linux/amd64/v2, true",
    "linux/amd64/v3, linux/amd64,    true",
    "linux/amd64,    linux/amd64/v3, false",
    "linux/mips/x,   linux/mips/x,   true",
    "linux/mips/x,   linux/mips/y,   false"
  })
  void anImageRunsOnItsPlatformAndOnNewerGenerations(String here, String image, boolean runs) {
    assertThat(Platform.parse(here).matches(Platform.parse(image))).isEqualTo(runs);
  }

  @Test
  void thisMachineHasAPlatform() {
    assertThat(Platform.current().matches(Platform.current())).isTrue();
  }
}
