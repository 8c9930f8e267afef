package io.breakwater.inventory.internal.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.inventory.MalformedFileException;
import io.breakwater.inventory.internal.brew.BrewAnalyser;
import io.breakwater.inventory.internal.dpkg.ChiselAnalyser;
import io.breakwater.inventory.internal.flatpak.FlatpakAnalyser;
import io.breakwater.inventory.internal.nix.NixAnalyser;
import io.breakwater.inventory.internal.opkg.OpkgAnalyser;
import io.breakwater.inventory.internal.pacman.PacmanAnalyser;
import io.breakwater.inventory.internal.portage.PortageAnalyser;
import io.breakwater.inventory.internal.snap.SnapAnalyser;
import io.breakwater.inventory.recording.Recorded;
import io.breakwater.model.SourcePackage;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageFormatsTest {
  private static final String RECEIPT =
      """
      {"homebrew_version": "4.4.1", "source": {"tap": "%s"},
       "runtime_dependencies": [{"full_name": "openssl@3", "version": "3.4.0"},
         {"full_name": "acme/tools/zlib-acme"}]}
      """;

  private static final String CHISEL =
      """
      {"jsonwall":"1.0","schema":"1.0","count":4}
      {"kind":"content","slice":"libssl3t64_libs","path":"/usr/lib/libssl.so.3"}
      {"kind":"package","name":"libssl3t64","version":"3.0.13-0ubuntu3.4","sha256":"%s","arch":"amd64"}
      {"kind":"path","path":"/usr/lib/","mode":"0755","slices":["base-files_base"]}
      {"kind":"path","path":"/usr/lib/libssl.so.3","mode":"0644","slices":["libssl3t64_libs"]}
      """
          .formatted("ab".repeat(32));

  private static String purl(Recorded found) {
    return found.packages.getFirst().purl().toString();
  }

  private static List<String> needs(Recorded found) {
    return found.packages.getFirst().traits().dependsOn();
  }

  @Test
  void pacmanTellsOfEachPackageInADirectoryOfItsOwn() throws IOException {
    var found =
        Recorded.of(
            new PacmanAnalyser(),
            "var/lib/pacman/local/gcc-libs-14.2.1+r134-1/desc",
            """
            %NAME%
            gcc-libs

            %VERSION%
            1:14.2.1+r134-1

            %BASE%
            gcc

            %ARCH%
            x86_64

            %LICENSE%
            GPL-3.0-or-later
            LGPL-3.0-or-later

            %DEPENDS%
            glibc>=2.27
            libfoo.so=1-64

            %OPTDEPENDS%
            python: for something

            %PROVIDES%
            libstdc++.so=6-64
            """);
    FoundPackage pkg = found.packages.getFirst();
    assertThat(pkg.purl().toString())
        .isEqualTo("pkg:alpm/unknown/gcc-libs@1:14.2.1%2Br134-1?arch=x86_64&upstream=gcc");
    assertThat(pkg.source()).contains(new SourcePackage("gcc", "1:14.2.1+r134-1"));
    assertThat(pkg.licences()).containsExactly("GPL-3.0-or-later", "LGPL-3.0-or-later");
    assertThat(pkg.traits().dependsOn()).containsExactly("glibc", "libfoo.so");
    assertThat(pkg.provides()).containsExactly("libstdc++.so");
  }

  @Test
  void pacmanListsTheFilesOfAPackage() throws IOException {
    var found =
        Recorded.of(
            new PacmanAnalyser(),
            "var/lib/pacman/local/gcc-libs-14.2.1+r134-1/files",
            "%FILES%\nusr/\nusr/lib/libgcc_s.so.1\n\n%BACKUP%\netc/x\tabc\n");
    assertThat(found.owned).containsExactly("gcc-libs usr/lib/libgcc_s.so.1");
  }

  @Test
  void opkgKeepsAStatusFileLikeDpkgs() throws IOException {
    var found =
        Recorded.of(
            new OpkgAnalyser(),
            "usr/lib/opkg/status",
            """
            Package: busybox
            Version: 1.36.1-r2
            Depends: libc, zlib
            License: GPL-2.0
            Status: install user installed
            Architecture: aarch64_cortex-a53
            Source: package/utils/busybox

            Package: musl
            Version: 1.2.4-4
            Provides: libc
            Status: install hold installed

            Package: gone
            Version: 1
            Status: deinstall ok not-installed
            """);
    assertThat(found.coordinates()).containsExactly("busybox 1.36.1-r2", "musl 1.2.4-4");
    assertThat(purl(found)).isEqualTo("pkg:opkg/unknown/busybox@1.36.1-r2?arch=aarch64_cortex-a53");
    assertThat(found.packages.getFirst().licences()).containsExactly("GPL-2.0");
    assertThat(needs(found)).containsExactly("musl");
    var list =
        Recorded.of(new OpkgAnalyser(), "var/lib/opkg/info/a.list", "/bin/a\t0100755\n/etc/\n");
    assertThat(list.owned).containsExactly("a /bin/a");
  }

  @Test
  void portageNamesPackagesByTheirDirectories() throws IOException {
    var found =
        Recorded.of(
            new PortageAnalyser(),
            "var/db/pkg/sys-libs/gcc-libs-4-x-13.2.1_p20240210-r1/CONTENTS",
            """
            dir /usr/lib
            obj /usr/lib/a file.so 0cc175b9c0f1b6a831c399e269772661 1700000000
            sym /usr/lib/b.so -> a file.so 1700000000
            fif /run/pipe
            """);
    assertThat(purl(found)).isEqualTo("pkg:ebuild/sys-libs/gcc-libs-4-x@13.2.1_p20240210-r1");
    assertThat(found.coordinates()).containsExactly("sys-libs/gcc-libs-4-x 13.2.1_p20240210-r1");
    assertThat(found.owned)
        .containsExactly(
            "sys-libs/gcc-libs-4-x /usr/lib/a file.so", "sys-libs/gcc-libs-4-x /usr/lib/b.so");
    var licence =
        Recorded.of(new PortageAnalyser(), "var/db/pkg/app-arch/xz-5.4/LICENSE", "GPL-2+ 0BSD\n");
    assertThat(licence.licences).containsEntry("app-arch/xz", List.of("GPL-2+ 0BSD"));
  }

  @ParameterizedTest
  @CsvSource({
    "glibc-2.38-44, pkg:nix/glibc@2.38-44",
    "openssl-3.0.12-bin, pkg:nix/openssl@3.0.12?output=bin",
    "python3.11-requests-2.31.0, pkg:nix/python3.11-requests@2.31.0",
    "user-environment, none",
    "hello-2.12.drv, none",
    "source, none",
  })
  void nixNamesPackagesByTheirStorePaths(String name, String expected) throws IOException {
    String path = "nix/store/0a1b2c3d4f5g6h7i8j9k0l1m2n3p4q5r-" + name;
    boolean wanted = new NixAnalyser().wantsDirectory(path);
    assertThat(wanted).isEqualTo(!expected.equals("none"));
    if (wanted) {
      assertThat(purl(Recorded.given(new NixAnalyser(), path, new byte[0]))).isEqualTo(expected);
    }
  }

  @Test
  void nixWantsNothingElse() {
    var nix = new NixAnalyser();
    String store = "nix/store/0a1b2c3d4f5g6h7i8j9k0l1m2n3p4q5r-a-1";
    assertThat(nix.wantsDirectory(store + "/bin")).isFalse();
    assertThat(nix.wantsDirectory("x/" + store)).isFalse();
    assertThat(nix.wantsDirectory("nix/store/e".repeat(32) + "-a-1")).isFalse();
    assertThat(nix.wants(Recorded.entry(store, new byte[0]), Head.EMPTY)).isFalse();
  }

  @Test
  void brewLeavesAReceiptForEachFormula() throws IOException {
    String path = "home/linuxbrew/.linuxbrew/Cellar/postgresql@16/16.4_1/INSTALL_RECEIPT.json";
    var found = Recorded.of(new BrewAnalyser(), path, RECEIPT.formatted("homebrew/core"));
    assertThat(purl(found)).isEqualTo("pkg:brew/postgresql%4016@16.4_1");
    assertThat(needs(found)).containsExactly("openssl@3", "zlib-acme");
    var other = Recorded.of(new BrewAnalyser(), path, RECEIPT.formatted("acme/tools"));
    assertThat(purl(other)).isEqualTo("pkg:brew/acme/tools/postgresql%4016@16.4_1");
  }

  @Test
  void flatpakTellsOfApplicationsAndRuntimes() throws IOException {
    var found =
        Recorded.of(
            new FlatpakAnalyser(),
            "var/lib/flatpak/app/org.gnome.Maps/x86_64/stable/0123abcd/metadata",
            "[Application]\nname=org.gnome.Maps\nruntime=org.gnome.Platform/x86_64/47\n");
    assertThat(purl(found)).isEqualTo("pkg:flatpak/org.gnome.Maps@stable?arch=x86_64");
    assertThat(needs(found)).containsExactly("org.gnome.Platform@47");
    var runtime =
        Recorded.of(
            new FlatpakAnalyser(),
            "var/lib/flatpak/runtime/org.gnome.Platform/x86_64/47/0123abcd/metadata",
            "[Runtime]\nname=org.gnome.Platform\n");
    assertThat(runtime.coordinates()).containsExactly("org.gnome.Platform 47");
  }

  @Test
  void aSnapIsAPackageAndHasPackagesStaged() throws IOException {
    var snap =
        Recorded.of(
            new SnapAnalyser(),
            "snap/lxd/1234/meta/snap.yaml",
            "name: lxd\nversion: '5.21'\nlicense: AGPL-3.0\narchitectures:\n- amd64\n");
    assertThat(purl(snap)).isEqualTo("pkg:snap/lxd@5.21?arch=amd64");
    assertThat(snap.packages.getFirst().licences()).containsExactly("AGPL-3.0");
    var manifest =
        Recorded.of(
            new SnapAnalyser(),
            "snap/manifest.yaml",
            """
            snapcraft-os-release-id: ubuntu
            architectures: [arm64]
            primed-stage-packages: [libc6=2.39-0ubuntu8, 'libx:armhf=1:2', nothing]
            """);
    assertThat(manifest.packages.stream().map(p -> p.purl().toString()))
        .containsExactly(
            "pkg:deb/ubuntu/libc6@2.39-0ubuntu8?arch=arm64", "pkg:deb/ubuntu/libx@1:2?arch=armhf");
  }

  @ParameterizedTest
  @CsvSource({
    "base: core20, ubuntu-20.04",
    "base: core, ubuntu-16.04",
    "'base: bare\nbuild-base: core24', ubuntu-24.04",
    "'base: gnome\nsnapcraft-os-release-version-id: \"22.04\"', ubuntu-22.04",
  })
  void stagedPackagesAreOfTheUbuntuThatTheSnapIsBuiltOn(String told, String distribution)
      throws IOException {
    String text = told + "\nprimed-stage-packages: [libc6=2.31]\n";
    assertThat(purl(Recorded.of(new SnapAnalyser(), "x/snap/manifest.yaml", text)))
        .isEqualTo("pkg:deb/ubuntu/libc6@2.31?distro=" + distribution);
  }

  @Test
  void chiselLeavesAPackedManifest() throws IOException {
    for (byte[] bytes : List.of(utf8(CHISEL), Zstd.compress(utf8(CHISEL)))) {
      var found = Recorded.of(new ChiselAnalyser(), "var/lib/chisel/manifest.wall", bytes);
      assertThat(purl(found)).isEqualTo("pkg:deb/unknown/libssl3t64@3.0.13-0ubuntu3.4?arch=amd64");
      assertThat(found.packages.getFirst().traits().hashes().toString())
          .isEqualTo("[sha256:" + "ab".repeat(32) + "]");
      assertThat(found.owned).containsExactly("libssl3t64 /usr/lib/libssl.so.3");
    }
  }

  @Test
  void whatBearsTheNameOnlyIsMalformed() {
    refused(new PacmanAnalyser(), "var/lib/pacman/local/a-1-1/desc", "%NAME%\n\n%VERSION%\n1\n");
    refused(new PortageAnalyser(), "var/db/pkg/a/b/CONTENTS", "");
    refused(new FlatpakAnalyser(), "flatpak/app/a/b/c/d/metadata", "name=b\n");
    refused(new ChiselAnalyser(), "var/lib/chisel/manifest.wall", "{}\n");
  }

  private static void refused(Analyser analyser, String path, String text) {
    assertThatThrownBy(() -> Recorded.of(analyser, path, text))
        .isInstanceOf(MalformedFileException.class);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
