package io.breakwater.inventory.internal.golang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainVersionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -X main.version=1.2.3                          | v1.2.3
          "-s -w -X main.Version=v1.2.3-rc.1 -X a.b=c"   | v1.2.3-rc.1
          -X 'example.org/x/pkg/build.GitVersion=v0.9.0' | v0.9.0
          -X=main.buildVersion=10.20.30                  | v10.20.30
          -X main.commit=1.2.3                           | (devel)
          -X main.version=dev                            | (devel)
          -X main.version=                               | (devel)
          -X main.version                                | (devel)
          -X                                             | (devel)
          -extldflags=-Xlinker                           | (devel)
          """)
  void linkerFlagsTellTheVersion(String flags, String version) {
    var info = BuildInfo.parse("go1.22", "mod\ta\t(devel)\nbuild\t-ldflags=" + flags + "\n");
    assertThat(MainVersion.of(info)).isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource({
    "0123456789abcdef,2023-01-02T15:04:05Z,v0.0.0-20230102150405-0123456789ab",
    "0123,2023-01-02T15:04:05Z,(devel)",
    "0123456789abcdef,today,(devel)"
  })
  void theRevisionMakesAPseudoVersion(String revision, String time, String version) {
    String text = "mod\ta\t(devel)\nbuild\tvcs.revision=" + revision + "\nbuild\tvcs.time=" + time;
    assertThat(MainVersion.of(BuildInfo.parse("go1.22", text))).isEqualTo(version);
  }
}
