package io.breakwater.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndOfLifeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "debian | 12 | Debian GNU/Linux 12.5 (bookworm) | 2026-07-11 | Supported[until=2026-07-11]",
        "debian | 12 | | 2026-07-12 | Extended[until=2028-06-30, programme=LTS]",
        "debian | 8 | | 2026-01-01 | Ended[since=2020-06-30]",
        "debian | 13 | | 2026-01-01 | Supported[until=2028-08-09]",
        "debian | 1 | | 2026-01-01 | Unknown[]",
        "ubuntu | 18.04 | | 2026-01-01 | Extended[until=2028-04-26, programme=ESM]",
        "ubuntu | 23.10 | | 2026-01-01 | Ended[since=2024-07-11]",
        "alpine | 3.18.9 | | 2026-01-01 | Ended[since=2025-05-09]",
        "alpine | 3.1.4 | | 2026-01-01 | Ended[since=2016-11-01]",
        "centos | 8 | CentOS Linux 8 | 2022-01-01 | Ended[since=2021-12-31]",
        "centos | 9 | CentOS Stream 9 | 2026-01-01 | Supported[until=2027-05-31]",
        "centos | 9 | CentOS Linux 9 | 2026-01-01 | Unknown[]",
        "rhel | 7.9 | | 2026-01-01 | Extended[until=2028-06-30, programme=ELS]",
        "amzn | 2018.03 | | 2026-01-01 | Ended[since=2023-12-31]",
        "amzn | 2 | | 2026-01-01 | Supported[until=2026-06-30]",
        "amzn | 2023 | | 2026-01-01 | Supported[until=2029-06-30]",
        "sles | 15.5 | | 2026-01-01 | Extended[until=2027-12-31, programme=LTSS]",
        "sles | 15 | | 2026-01-01 | Ended[since=2022-12-31]",
        "openEuler | 22.03 | openEuler 22.03 (LTS-SP3) | 2026-01-01 | Ended[since=2025-12-31]",
        "openEuler | 22.03 | openEuler 22.03 (LTS) | 2024-01-01 | Supported[until=2024-03-31]",
        "arch | | Arch Linux | 2026-01-01 | Supported[until=]",
        "wolfi | 20230201 | | 2026-01-01 | Supported[until=]",
        "opensuse-tumbleweed | 20240101 | | 2026-01-01 | Supported[until=]",
        "opensuse | 13.2 | | 2026-01-01 | Ended[since=2017-01-17]",
        "uos | 20 | | 2026-01-01 | Unknown[]",
        "unknown | | | 2026-01-01 | Unknown[]",
      })
  void aReleaseIsSupportedExtendedOrEnded(
      String id, String version, String name, LocalDate day, String expected) {
    var os = new OperatingSystem(id, version == null ? "" : version, name == null ? "" : name);
    String state = EndOfLife.of(os).on(day).toString();
    assertThat(state.replace("Optional.empty", "").replaceAll("Optional\\[([^]]*)]", "$1"))
        .isEqualTo(expected);
  }

  @Test
  void everyLineIsWellFormedAndTold() throws IOException {
    List<String> lines;
    try (InputStream in = EndOfLife.class.getResourceAsStream("end-of-life.txt")) {
      assertThat(in).isNotNull();
      lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    var seen = new HashSet<String>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) continue;
      String[] cells = line.split(" \\| ", -1);
      assertThat(cells).as(line).hasSize(5);
      assertThat(seen.add(cells[0] + " " + cells[1])).as("told twice: " + line).isTrue();
      if (cells[2].equals("rolling")) continue;
      var standard = LocalDate.parse(cells[2]);
      assertThat(cells[3].equals("-")).as(line).isEqualTo(cells[4].equals("-"));
      if (!cells[3].equals("-")) assertThat(LocalDate.parse(cells[3])).isAfter(standard);
    }
  }
}
