package io.breakwater.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.internal.apk.ApkAnalyser;
import io.breakwater.inventory.internal.dpkg.DpkgAnalyser;
import io.breakwater.inventory.internal.os.OsReleaseAnalyser;
import io.breakwater.model.Component;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which language packages belong to packages of the distribution. */
class OwnershipTest {
  private static final String STATUS = "var/lib/dpkg/status";

  private static String installed(String name, String architecture) {
    return "Package: %s\nStatus: install ok installed\nArchitecture: %s\nVersion: 1\n\n"
        .formatted(name, architecture);
  }

  private static Inventory inventory(TestLayer... layers) throws IOException {
    return TestImage.of(layers)
        .inventory(
            new OsReleaseAnalyser(), new DpkgAnalyser(), new ApkAnalyser(), new ToyAnalyser());
  }

  private static Optional<String> ownerOf(Inventory inventory, String name) {
    Component component =
        inventory.components().stream().filter(c -> c.name().equals(name)).findAny().orElseThrow();
    return component
        .ownedBy()
        .map(
            id ->
                inventory.components().stream()
                    .filter(c -> c.id().equals(id))
                    .map(c -> c.name() + ":" + c.purl().qualifiers().get("arch"))
                    .findAny()
                    .orElseThrow());
  }

  @Test
  void theOwnerIsThePackageThatListsTheFile() throws IOException {
    var inventory =
        inventory(
            TestLayer.number(1)
                .file(STATUS, installed("python3-six", "all"))
                .file("var/lib/dpkg/info/python3-six.list", "/usr/lib/six.toy\n")
                .file("usr/lib/six.toy", "six 1")
                .file("usr/local/six.toy", "six 1"));
    var sixes = inventory.components().stream().filter(c -> c.name().equals("six")).toList();
    assertThat(sixes).hasSize(2);
    assertThat(sixes).filteredOn(c -> c.ownedBy().isPresent()).hasSize(1);
    assertThat(sixes).extracting(Component::id).doesNotHaveDuplicates();
  }

  @Test
  void whatALockFileOfTheDistributionDeclaresIsNotInTheImage() throws IOException {
    String lock = "uuid@^3.0.0:\n  version \"3.4.0\"\n";
    var inventory =
        TestImage.of(
                TestLayer.number(1)
                    .file(STATUS, installed("node-thing", "all"))
                    .file("var/lib/dpkg/info/node-thing.list", "/usr/share/thing/yarn.lock\n")
                    .file("usr/share/thing/yarn.lock", lock)
                    .file("srv/app/yarn.lock", "x@^1.0.0:\n  version \"1.2.3\"\n"))
            .inventory();
    assertThat(inventory.components())
        .extracting(Component::name)
        .containsExactly("node-thing", "x");
  }

  @Test
  void theListMayComeFromAnotherLayerThanTheFile() throws IOException {
    var inventory =
        inventory(
            TestLayer.number(1).file("usr/lib/six.toy", "six 1"),
            TestLayer.number(2)
                .file(STATUS, installed("python3-six", "all"))
                .file("var/lib/dpkg/info/python3-six.list", "/usr/lib/six.toy\n"));
    assertThat(ownerOf(inventory, "six")).contains("python3-six:all");
  }

  @Test
  void theLinksOfAMergedUsrAreFollowed() throws IOException {
    var inventory =
        inventory(
            TestLayer.number(1)
                .file(STATUS, installed("a", "all"))
                .file("var/lib/dpkg/info/a.list", "/lib/x.toy\n/usr/sbin/y.toy\n")
                .file("usr/lib/x.toy", "x 1")
                .file("sbin/y.toy", "y 1"));
    assertThat(ownerOf(inventory, "x")).contains("a:all");
    assertThat(ownerOf(inventory, "y")).contains("a:all");
  }

  @Test
  void aPackageThatIsNoLongerInstalledOwnsNothing() throws IOException {
    var first =
        TestLayer.number(1)
            .file(STATUS, installed("a", "all"))
            .file("var/lib/dpkg/info/a.list", "/usr/lib/x.toy\n")
            .file("usr/lib/x.toy", "x 1");
    var second = TestLayer.number(2).file(STATUS, installed("b", "all"));
    assertThat(ownerOf(inventory(first), "x")).contains("a:all");
    assertThat(ownerOf(inventory(first, second), "x")).isEmpty();
  }

  @Test
  void aListThatIsGoneNamesNoOwner() throws IOException {
    var first =
        TestLayer.number(1)
            .file(STATUS, installed("a", "all"))
            .file("var/lib/dpkg/info/a.list", "/usr/lib/x.toy\n")
            .file("usr/lib/x.toy", "x 1");
    var second = TestLayer.number(2).whiteout("var/lib/dpkg/info/a.list");
    assertThat(ownerOf(inventory(first, second), "x")).isEmpty();
  }

  @Test
  void ofAPackageOfTwoArchitecturesTheRightOneOwns() throws IOException {
    var inventory =
        inventory(
            TestLayer.number(1)
                .file(STATUS, installed("libx", "amd64") + installed("libx", "i386"))
                .file("var/lib/dpkg/info/libx:i386.list", "/usr/lib/i386/x.toy\n")
                .file("usr/lib/i386/x.toy", "x 1"));
    assertThat(ownerOf(inventory, "x")).contains("libx:i386");
  }

  @Test
  void apkTellsOwnersInItsOneFile() throws IOException {
    var inventory =
        inventory(
            TestLayer.number(1)
                .file("lib/apk/db/installed", "P:py3-six\nV:1\nA:noarch\nF:usr/lib\nR:six.toy\n")
                .file("usr/lib/six.toy", "six 1"));
    assertThat(ownerOf(inventory, "six")).contains("py3-six:noarch");
  }

  @Test
  void licencesOfDebianPackagesComeFromTheirCopyrightFiles() throws IOException {
    var inventory =
        inventory(
            TestLayer.number(1).file(STATUS, installed("a", "all") + installed("b", "all")),
            TestLayer.number(2)
                .file("usr/share/doc/a/copyright", "Format: x\n\nFiles: *\nLicense: MIT\n"));
    assertThat(inventory.components())
        .extracting(Component::licences)
        .containsExactly(List.of("MIT"), List.of());
  }

  @Test
  void packagesOfTheDistributionAreNamedAfterIt() throws IOException {
    var inventory =
        inventory(
            TestLayer.number(1)
                .file(STATUS, installed("a", "all"))
                .file("etc/os-release", "ID=ubuntu\nVERSION_ID=24.04\n"));
    assertThat(inventory.components().getFirst().purl().toString())
        .isEqualTo("pkg:deb/ubuntu/a@1?arch=all&distro=ubuntu-24.04");
  }
}
