package io.breakwater.inventory.internal.dpkg;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.FoundPackage;
import io.breakwater.inventory.recording.Recorded;
import io.breakwater.model.SourcePackage;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DpkgAnalyserTest {
  private static final DpkgAnalyser DPKG = new DpkgAnalyser();
  private static final String STATUS = "var/lib/dpkg/status";

  @Test
  void anInstalledPackageHasItsSourceAndArchitecture() throws IOException {
    var found =
        Recorded.of(
            DPKG,
            STATUS,
            """
            Package: libgcc-s1
            Status: install ok installed
            Architecture: amd64
            Source: gcc-12 (12.2.0-14)
            Version: 12.2.0-14+b1
            Description: runtime
             Version: 9 in a description is none
            """);
    FoundPackage pkg = found.packages.getFirst();
    assertThat(pkg.version()).isEqualTo("12.2.0-14+b1");
    assertThat(pkg.source()).contains(new SourcePackage("gcc-12", "12.2.0-14"));
    assertThat(pkg.purl().toString())
        .isEqualTo(
            "pkg:deb/unknown/libgcc-s1@12.2.0-14%2Bb1?arch=amd64&upstream=gcc-12%4012.2.0-14");
  }

  @Test
  void aPackageWithoutSourceFieldIsItsOwnSource() throws IOException {
    var found =
        Recorded.of(DPKG, STATUS, "Package: adduser\nStatus: install ok installed\nVersion: 1:3\n");
    assertThat(found.packages.getFirst().source()).contains(new SourcePackage("adduser", "1:3"));
    assertThat(found.packages.getFirst().purl().toString())
        .isEqualTo("pkg:deb/unknown/adduser@1:3");
  }

  @Test
  void whatIsNotInstalledIsLeftOut() throws IOException {
    var found =
        Recorded.of(
            DPKG,
            STATUS,
            """
            Package: gone
            Status: deinstall ok config-files
            Version: 1

            Package: purged
            Status: purge ok not-installed

            Package: half
            Status: install reinstreq half-installed
            Version: 1

            Package: held
            Status: hold ok installed
            Version: 1
            """);
    assertThat(found.coordinates()).containsExactly("held 1");
  }

  @Test
  void fieldNamesAreKnownInAnyCaseAndLinesMayEndInAnyWay() throws IOException {
    var found =
        Recorded.of(
            DPKG,
            STATUS,
            "\r\n\r\nPACKAGE:a\r\nversion:\t1 \r\nstatus: install ok installed\r\n \t\r\nPackage: b\nVersion: 2");
    assertThat(found.coordinates()).containsExactly("a 1", "b 2");
  }

  @Test
  void aDistrolessImageHasAFileForEachPackage() throws IOException {
    var found =
        Recorded.of(
            DPKG, "var/lib/dpkg/status.d/libc6", "Package: libc6\nVersion: 2.36\nSource: glibc\n");
    assertThat(found.coordinates()).containsExactly("libc6 2.36");
    var sums =
        Recorded.of(
            DPKG,
            "var/lib/dpkg/status.d/libc6.md5sums",
            "d41d8cd98f00b204e9800998ecf8427e  usr/lib/libc.so.6\n");
    assertThat(sums.owned).containsExactly("libc6 usr/lib/libc.so.6");
  }

  @Test
  void theFilesOfAPackageAreListedWithoutTheDirectoriesOverThem() throws IOException {
    var found =
        Recorded.of(
            DPKG,
            "var/lib/dpkg/info/libc6:amd64.list",
            "/.\n/lib\n/lib/x86_64\n/lib/x86_64/libc.so.6\n/usr\n/usr/share\n/usr/share/doc\n");
    assertThat(found.owned)
        .contains("libc6:amd64 /lib/x86_64/libc.so.6", "libc6:amd64 /usr/share/doc")
        .doesNotContain("libc6:amd64 /lib", "libc6:amd64 /usr");
  }

  @Test
  void licencesAreTakenFromCopyrightFilesThatAMachineCanRead() throws IOException {
    String text =
        """
        Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
        Upstream-Name: x

        Files: *
        License: GPL-2+

        Files: debian/*
        license: Expat
         text of it

        License: GPL-2+
         License: not this
        """;
    var found = Recorded.of(DPKG, "usr/share/doc/x/copyright", text);
    assertThat(found.licences.get("x")).containsExactly("GPL-2+", "Expat");
    byte[] prose = "This is free software".getBytes(StandardCharsets.UTF_8);
    assertThat(
            DPKG.wants(
                Recorded.entry("usr/share/doc/x/copyright", prose),
                new Head(prose, 0, prose.length)))
        .isFalse();
  }

  @Test
  void onlyTheDatabaseOfTheRootIsOne() {
    for (String path :
        new String[] {
          "var/lib/dpkg/status-old",
          "var/lib/dpkg/status.d/a/b",
          "home/var/lib/dpkg/status",
          "var/lib/dpkg/info/a.postinst"
        }) {
      assertThat(DPKG.wants(Recorded.entry(path, new byte[0]), Head.EMPTY)).as(path).isFalse();
    }
  }

  @Test
  void aNameBeyondMeasureIsNotAnalysed() throws IOException {
    var found = Recorded.of(DPKG, STATUS, "Package: " + "a".repeat(1000) + "\nVersion: 1\n");
    assertThat(found.packages).isEmpty();
    assertThat(found.notes).singleElement().asString().startsWith("LIMIT");
  }
}
