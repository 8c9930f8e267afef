package io.breakwater.inventory.internal.os;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.recording.Recorded;
import io.breakwater.model.OperatingSystem;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseFilesTest {

  /** Paths and texts, one after the other. */
  private static OperatingSystem judged(String... pathsAndTexts) throws IOException {
    Map<String, OperatingSystem> told = new HashMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      var found = Recorded.of(new OsReleaseAnalyser(), pathsAndTexts[i], pathsAndTexts[i + 1]);
      if (!found.systems.isEmpty()) told.put(pathsAndTexts[i], found.systems.getFirst());
    }
    return ReleaseFiles.judge(told);
  }

  private static String idAndVersion(String... pathsAndTexts) throws IOException {
    var os = judged(pathsAndTexts);
    return os.id() + " " + os.version();
  }

  @Test
  void osReleaseIsReadAsAShellReadsIt() throws IOException {
    var os =
        judged(
            "etc/os-release",
            """
            # a comment
            NAME='Some "Linux"'
            ID="openEuler"
             VERSION_ID=22.03
            PRETTY_NAME="Some \\"Linux\\" 22.03 \\$x \\n" trailing
            nonsense
            """);
    assertThat(os)
        .isEqualTo(new OperatingSystem("openEuler", "22.03", "Some \"Linux\" 22.03 $x \\n"));
  }

  @Test
  void withoutAPrettyNameTheNameAndVersionAre() throws IOException {
    assertThat(judged("usr/lib/os-release", "ID=sles\nNAME=SLES\nVERSION=\"15-SP3\"\n").name())
        .isEqualTo("SLES 15-SP3");
  }

  @Test
  void etcIsBelievedBeforeUsr() throws IOException {
    assertThat(
            idAndVersion(
                "usr/lib/os-release", "ID=debian\nVERSION_ID=12", "etc/os-release", "ID=x\n"))
        .isEqualTo("x ");
  }

  @Test
  void debianBeforeItsReleaseIsTheReleaseToCome() throws IOException {
    String release = "PRETTY_NAME=\"Debian GNU/Linux trixie/sid\"\nID=debian\n";
    var os = judged("etc/os-release", release, "etc/debian_version", "trixie/sid\n");
    assertThat(os).isEqualTo(new OperatingSystem("debian", "13", "Debian GNU/Linux trixie/sid"));
  }

  @Test
  void theNameOfDebianHasItsPointRelease() throws IOException {
    String release = "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\nVERSION_ID=12\n";
    var os = judged("etc/os-release", release, "etc/debian_version", "12.5\n");
    assertThat(os)
        .isEqualTo(new OperatingSystem("debian", "12", "Debian GNU/Linux 12.5 (bookworm)"));
  }

  @Test
  void debianOfOldHasNoOtherFile() throws IOException {
    assertThat(judged("etc/debian_version", "6.0.10\n"))
        .isEqualTo(new OperatingSystem("debian", "6", "Debian GNU/Linux 6.0.10"));
  }

  @Test
  void theDebianVersionOfUbuntuSaysNothing() throws IOException {
    assertThat(
            idAndVersion(
                "etc/lsb-release",
                "DISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=12.04\nDISTRIB_DESCRIPTION=\"Ubuntu 12.04\"\n",
                "etc/debian_version",
                "wheezy/sid\n"))
        .isEqualTo("ubuntu 12.04");
  }

  @Test
  void centosHasItsPointReleaseInAnOlderFile() throws IOException {
    assertThat(
            judged(
                "etc/os-release",
                "ID=\"centos\"\nVERSION_ID=\"7\"\nPRETTY_NAME=\"CentOS Linux 7 (Core)\"\n",
                "etc/redhat-release",
                "CentOS Linux release 7.9.2009 (Core)\n"))
        .isEqualTo(
            new OperatingSystem("centos", "7.9.2009", "CentOS Linux release 7.9.2009 (Core)"));
  }

  @Test
  void oracleIsNotTakenForRedHat() throws IOException {
    assertThat(
            idAndVersion(
                "etc/oracle-release", "Oracle Linux Server release 6.10\n",
                "etc/redhat-release", "Red Hat Enterprise Linux Server release 6.10 (Santiago)\n"))
        .isEqualTo("ol 6.10");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "etc/redhat-release | Red Hat Enterprise Linux Server release 6.10 (Santiago) | rhel 6.10",
        "etc/redhat-release | CentOS release 5.11 (Final) | centos 5.11",
        "etc/redhat-release | CentOS Stream release 8 | centos 8",
        "etc/almalinux-release | AlmaLinux release 8.9 (Midnight Oncilla) | almalinux 8.9",
        "etc/rocky-release | Rocky Linux release 9.4 (Blue Onyx) | rocky 9.4",
        "etc/fedora-release | Fedora release 35 (Thirty Five) | fedora 35",
        "etc/system-release | Amazon Linux AMI release 2018.03 | amzn 2018.03",
        "etc/system-release | Amazon Linux release 2 (Karoo) | amzn 2",
        "etc/openEuler-release | openEuler release 22.03 (LTS-SP1) | openEuler 22.03",
        "etc/mariner-release | CBL-Mariner 2.0.20220122 | mariner 2.0.20220122",
        "etc/photon-release | VMware Photon OS 4.0 | photon 4.0",
        "etc/alpine-release | 3.4.6 | alpine 3.4.6",
        "etc/gentoo-release | Gentoo Base System release 2.13 | gentoo 2.13",
        "etc/SuSE-release | openSUSE 13.2 (x86_64) | opensuse 13.2",
        "etc/redhat-release | Some Enterprise Linux release 3 | unknown ",
      })
  void olderFilesName(String path, String line, String expected) throws IOException {
    assertThat(idAndVersion(path, line + "\n").strip()).isEqualTo(expected.strip());
  }

  @Test
  void suseHasItsServicePackInALineOfItsOwn() throws IOException {
    String text = "SUSE Linux Enterprise Server 11 (x86_64)\nVERSION = 11\nPATCHLEVEL = 4\n";
    assertThat(idAndVersion("etc/SuSE-release", text)).isEqualTo("sles 11.4");
  }

  @Test
  void anEmptyFileMayBeAllThatArchHas() throws IOException {
    assertThat(idAndVersion("etc/arch-release", "")).isEqualTo("arch ");
  }

  @Test
  void anIdThatCouldBeNoPartOfANameIsNotBelieved() throws IOException {
    assertThat(judged("etc/os-release", "ID=\"a b/../c\"\nVERSION_ID=1\n").known()).isFalse();
    assertThat(judged("etc/os-release", "ID=" + "a".repeat(100) + "\n").known()).isFalse();
  }
}
