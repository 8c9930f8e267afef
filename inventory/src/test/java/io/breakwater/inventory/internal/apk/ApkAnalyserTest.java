package io.breakwater.inventory.internal.apk;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.FoundPackage;
import io.breakwater.inventory.recording.Recorded;
import io.breakwater.model.SourcePackage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ApkAnalyserTest {
  private static final ApkAnalyser APK = new ApkAnalyser();
  private static final String INSTALLED = "lib/apk/db/installed";

  @Test
  void aPackageHasItsOriginLicenceAndFiles() throws IOException {
    var found =
        Recorded.of(
            APK,
            INSTALLED,
            """
            C:Q1abc=
            P:libcrypto3
            V:3.3.2-r0
            A:x86_64
            S:1
            T:a library: V:9
            U:https://www.openssl.org/
            L:Apache-2.0
            o:openssl
            F:etc
            F:usr/lib
            R:libcrypto.so.3
            a:0:0:755
            Z:Q1def=
            R:engines
            """);
    FoundPackage pkg = found.packages.getFirst();
    assertThat(pkg.name()).isEqualTo("libcrypto3");
    assertThat(pkg.version()).isEqualTo("3.3.2-r0");
    assertThat(pkg.source()).contains(new SourcePackage("openssl", "3.3.2-r0"));
    assertThat(pkg.licences()).containsExactly("Apache-2.0");
    assertThat(pkg.purl().toString())
        .isEqualTo("pkg:apk/unknown/libcrypto3@3.3.2-r0?arch=x86_64&upstream=openssl");
    assertThat(found.owned)
        .containsExactly("libcrypto3 usr/lib/libcrypto.so.3", "libcrypto3 usr/lib/engines");
  }

  @Test
  void paragraphsArePackagesAlsoWithoutABlankLineAtTheEnd() throws IOException {
    var found = Recorded.of(APK, "usr/" + INSTALLED, "P:a\nV:1-r0\n\n\nP:b\nV:2-r0");
    assertThat(found.coordinates()).containsExactly("a 1-r0", "b 2-r0");
  }

  @Test
  void aPackageWithoutOriginIsItsOwn() throws IOException {
    var found = Recorded.of(APK, INSTALLED, "P:a\nV:1-r0\n");
    assertThat(found.packages.getFirst().source()).contains(new SourcePackage("a", "1-r0"));
    assertThat(found.packages.getFirst().purl().toString()).isEqualTo("pkg:apk/unknown/a@1-r0");
  }

  @Test
  void aParagraphWithoutNameIsNoPackage() throws IOException {
    assertThat(Recorded.of(APK, INSTALLED, "V:1-r0\nR:file\n\nx\n").packages).isEmpty();
  }
}
