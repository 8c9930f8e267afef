package io.breakwater.inventory.internal.os;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.recording.Recorded;
import io.breakwater.model.OperatingSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each distribution by the files that its images have. */
class DistributionsTest {
  private static OperatingSystem judged(Map<String, String> files) throws IOException {
    Map<String, OperatingSystem> told = new HashMap<>();
    for (var file : files.entrySet()) {
      var found = Recorded.of(new OsReleaseAnalyser(), file.getKey(), file.getValue());
      if (!found.systems.isEmpty()) told.put(file.getKey(), found.systems.getFirst());
    }
    return ReleaseFiles.judge(told);
  }

  /** The lines of os-release with semicolons between them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ID=debian;VERSION_ID=\"12\" | debian 12 debian",
        "PRETTY_NAME=\"Distroless\";ID=\"debian\";VERSION_ID=\"12\" | debian 12 debian",
        "ID=ubuntu;VERSION_ID=\"24.04\";ID_LIKE=debian | ubuntu 24.04 debian",
        "ID=alpine;VERSION_ID=3.20.3 | alpine 3.20.3 alpine",
        "ID=wolfi;VERSION_ID=\"20230201\" | wolfi 20230201 alpine",
        "ID=chainguard;VERSION_ID=\"20230214\" | chainguard 20230214 alpine",
        "ID=\"rhel\";VERSION_ID=\"9.4\" | rhel 9.4 redhat",
        "ID=\"centos\";VERSION_ID=\"7\" | centos 7 redhat",
        "NAME=\"CentOS Stream\";ID=\"centos\";VERSION_ID=\"9\" | centos 9 redhat",
        "ID=\"almalinux\";VERSION_ID=\"9.3\" | almalinux 9.3 redhat",
        "ID=\"rocky\";VERSION_ID=\"9.4\" | rocky 9.4 redhat",
        "ID=\"ol\";VERSION_ID=\"8.10\" | ol 8.10 redhat",
        "ID=\"amzn\";VERSION_ID=\"2018.03\" | amzn 2018.03 redhat",
        "ID=\"amzn\";VERSION_ID=\"2\" | amzn 2 redhat",
        "ID=\"amzn\";VERSION_ID=\"2023\" | amzn 2023 redhat",
        "ID=\"sles\";VERSION_ID=\"15.6\" | sles 15.6 suse",
        "ID=\"opensuse-leap\";VERSION_ID=\"15.6\" | opensuse-leap 15.6 suse",
        "ID=\"opensuse-tumbleweed\";VERSION_ID=\"20241120\" | opensuse-tumbleweed 20241120 suse",
        "ID=\"sle-micro\";VERSION_ID=\"5.5\" | sle-micro 5.5 suse",
        "ID=\"sl-micro\";VERSION_ID=\"6.0\" | sl-micro 6.0 suse",
        "ID=fedora;VERSION_ID=41 | fedora 41 redhat",
        "ID=photon;VERSION_ID=5.0 | photon 5.0 redhat",
        "ID=mariner;VERSION_ID=\"2.0\" | mariner 2.0 redhat",
        "ID=azurelinux;VERSION_ID=\"3.0\" | azurelinux 3.0 redhat",
        "ID=\"openEuler\";VERSION_ID=\"22.03\" | openEuler 22.03 redhat",
        "ID=\"anolis\";VERSION_ID=\"8.8\" | anolis 8.8 redhat",
        "ID=\"alinux\";VERSION_ID=\"3\" | alinux 3 redhat",
        "ID=\"kylin\";VERSION_ID=\"V10\" | kylin V10 kylin",
        "ID=uos;VERSION_ID=\"20\" | uos 20 uos",
        "ID=arch;BUILD_ID=rolling | arch - arch",
        "ID=gentoo;VERSION_ID=\"2.15\" | gentoo 2.15 gentoo",
        "ID=bottlerocket;VERSION_ID=1.20.0 | bottlerocket 1.20.0 bottlerocket",
        "ID=neverheard;VERSION_ID=7 | neverheard 7 neverheard",
        "VERSION_ID=7 | unknown - unknown",
      })
  void osReleaseNamesIt(String lines, String expected) throws IOException {
    var os = judged(Map.of("etc/os-release", lines.replace(';', '\n') + "\n"));
    String version = os.version().isEmpty() ? "-" : os.version();
    assertThat(os.id() + " " + version + " " + os.family()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "etc/uos-release | UnionTech OS Server release 20 (kongzi) | uos 20",
        "etc/kylin-release | Kylin Linux Advanced Server release V10 (Lance) | kylin V10",
        "etc/anolis-release | Anolis OS release 8.8 | anolis 8.8",
        "etc/alinux-release | Alibaba Cloud Linux release 3 (Soaring Falcon) | alinux 3",
        "etc/redhat-release | Aliyun Linux release 2.1903 LTS (Hunting Beagle) | alinux 2.1903",
        "etc/tencentos-release | TencentOS Server 3.1 (Final) | tencentos 3.1",
      })
  void olderFilesNameIt(String path, String line, String expected) throws IOException {
    var os = judged(Map.of(path, line + "\n"));
    assertThat(os.id() + " " + os.version()).isEqualTo(expected);
  }

  @Test
  void whatHasBusyBoxAndNothingElseIsBusyBox() throws IOException {
    String program = "\u007fELF" + "\0".repeat(999) + "BusyBox vX\0BusyBox v1.36.1 (2023-11-07)\0";
    for (String path : List.of("bin/busybox", "usr/bin/busybox")) {
      assertThat(judged(Map.of(path, program)))
          .isEqualTo(new OperatingSystem("busybox", "1.36.1", "BusyBox 1.36.1"));
      assertThat(judged(Map.of(path, program, "etc/os-release", "ID=alpine\n")).id())
          .isEqualTo("alpine");
    }
    assertThat(judged(Map.of("bin/busybox", "#!/bin/sh\necho BusyBox v\n")).known()).isFalse();
  }

  @Test
  void ubuntuIsEnrolledInEsmOnlyWhenAFileSaysSo() throws IOException {
    String status = "{\"attached\":true,\"services\":[{\"name\":\"esm-infra\",\"status\":\"%s\"}]}";
    assertThat(programme(UbuntuPro.STATUS, status.formatted("enabled"))).isEqualTo("ESM");
    assertThat(programme(UbuntuPro.STATUS, status.formatted("disabled"))).isEmpty();
    assertThat(programme(UbuntuPro.STATUS, "{")).isEmpty();
    String line = "deb https://esm.ubuntu.com/infra/ubuntu bionic-infra-security main\n";
    assertThat(programme(UbuntuPro.LIST, line)).isEqualTo("ESM");
    assertThat(programme(UbuntuPro.LIST, "# " + line)).isEmpty();
    String sources = "Types: deb\nURIs: https://esm.ubuntu.com/infra/ubuntu\n";
    assertThat(programme(UbuntuPro.SOURCES, sources)).isEqualTo("ESM");
    assertThat(programme(UbuntuPro.SOURCES, "Enabled: no\n" + sources)).isEmpty();
    assertThat(judged(Map.of(UbuntuPro.LIST, line)).known()).isFalse();
  }

  private static String programme(String path, String text) throws IOException {
    String release = "ID=ubuntu\nVERSION_ID=\"18.04\"\n";
    return judged(Map.of("etc/os-release", release, path, text)).programme();
  }

  @Test
  void bytesThatAreNoTextAreNoDistribution() throws IOException {
    byte[] noise = "\0\1\2=\3\n".repeat(9).getBytes(StandardCharsets.ISO_8859_1);
    var found = Recorded.of(new OsReleaseAnalyser(), "etc/os-release", noise);
    assertThat(found.systems).isEmpty();
  }
}
