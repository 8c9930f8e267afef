package io.breakwater.advisory.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each scheme is about, in a few pairs; the vectors and the native tools have the rest. */
class VersionSchemesTest {

  @ParameterizedTest(name = "{0}: {1} {2} {3}")
  @CsvSource({
    "deb, 1.0~rc1-1, <, 1.0-1",
    "deb, 1:0.9, >, 2.0",
    "deb, 1.0, =, 0:1.00-0",
    "deb, 1.0-1+b1, >, 1.0-1",
    "deb, 1.0a, <, 1.0+",
    "deb, 1.0-1ubuntu0.10, >, 1.0-1ubuntu0.9",
    "deb, a1, >, 1",
    "deb, :1, !, 1",
    "deb, 1-, !, 1",
    "deb, 1 2, !, 1",
    "rpm, 1.0~rc1-1, <, 1.0-1",
    "rpm, 1.0^git1, >, 1.0",
    "rpm, 1.0^git1, <, 1.0.1",
    "rpm, 3.10.0-229.el7, <, 3.10.0-1160.el7",
    "rpm, 2.0, <, 1:1.0",
    "rpm, 1.05, =, 1.5",
    "rpm, 1.0a, >, 1.0.",
    "rpm, 1, <, 1-1",
    "apk, 1.2.3_rc1, <, 1.2.3",
    "apk, 1.2.3, <, 1.2.3_p1",
    "apk, 1.2.3, <, 1.2.3-r0",
    "apk, 1.2.3a, <, 1.2.3b",
    "apk, 1.2.3a, <, 1.2.3.1",
    "apk, 1.1, >, 1.01",
    "apk, 1.0_git20240101, >, 1.0",
    "semver, 1.0.0-alpha.2, <, 1.0.0-alpha.10",
    "semver, 1.0.0-1, <, 1.0.0-a",
    "semver, 1.0.0+a, =, v1.0.0+b",
    "semver, 1.0, =, 1.0.0",
    "semver, one, !, 1.0.0",
    "npm, 1.2.3beta, =, =v1.2.3-beta",
    "npm, 1.2.3-rc.1, <, 1.2.3",
    "npm, 1.2, !, 1.2.0",
    "maven, 1.0-SNAPSHOT, <, 1.0",
    "maven, 1.0-alpha-1, <, 1.0-beta-1",
    "maven, 1.0.Final, =, 1",
    "maven, 1.0-sp1, >, 1.0-ga",
    "maven, 1.0-rc1, =, 1.0-CR1",
    "maven, 1.0-1, <, 1.0.1",
    "maven, 1.0-jre, >, 1.0-android",
    "pypi, 1.0.dev1, <, 1.0a1",
    "pypi, 1.0rc1, <, 1.0",
    "pypi, 1.0, <, 1.0.post1",
    "pypi, 1.0-ALPHA_1, =, 1a1",
    "pypi, 1!0.1, >, 2.0",
    "pypi, 1.0+ubuntu.2, <, 1.0+ubuntu.10",
    "pypi, 2.0-wheezy, <, 1.0",
    "golang, v1.2.3-0.20200101000000-abcdefabcdef, <, v1.2.3",
    "golang, v0.0.0-20190101000000-ffffffffffff, <, v0.0.0-20200101000000-000000000000",
    "golang, v2.0.0+incompatible, =, 2.0.0",
    "golang, v1.2, =, v1.2.0",
    "golang, go1.21rc2, <, go1.21.0",
    "golang, go1.21rc2, =, 1.21.0-rc.2",
    "golang, (devel), !, v1.0.0",
    "gem, 1.0.0.rc1, <, 1.0.0",
    "gem, 1.0, =, 1.0.0",
    "gem, 1.0-1, <, 1.0",
    "gem, 1.0.b2, <, 1.0.b10",
    "gem, 1..2, !, 1.2",
    "composer, v1.0-RC1, <, 1.0",
    "composer, 1.0-dev, <, 1.0-alpha1",
    "composer, 1.0pl1, >, 1.0",
    "composer, dev-main, <, 1.0",
    "nuget, 1.0.0.0, =, 1.0",
    "nuget, 1.0.0-BETA.2, =, 1.0.0-beta.2+x",
    "nuget, 1.0.0.1, >, 1.0.0",
    "nuget, 1.0.0.0.0, !, 1.0.0",
    "cargo, 1.0.0-rc.1, <, 1.0.0",
    "cargo, 1.0.0+1, =, 1.0.0+2",
    "cargo, v1.0.0, !, 1.0.0",
    "hex, 1.0.0-rc.0, <, 1.0.0",
    "pub, 1.0.0+1, <, 1.0.0+2",
    "swift, 1.2.0, =, 1.2",
    "cran, 0.1-10, >, 0.1-9",
    "hackage, 1.0.0, >, 1.0",
    "conan, 1.0, =, 1.0.0",
    "conan, 1.1-pre1, <, 1.1",
    "alpm, 1.0rc1-1, <, 1.0-1",
    "alpm, 1:0.1-1, >, 2.0-1",
    "ebuild, 1.0_p1, >, 1.0-r9",
    "ebuild, 1.09, <, 1.1",
    "bitnami, 1.2.3-rc1, <, 1.2.3",
    "bitnami, 1.2.3-2, >, 1.2.3-1",
    "github, v4, =, v4.0.0",
    "openssl, 1.0.2k, <, 1.0.2u",
    "generic, 1.25.0rc1, <, v1.25",
    "generic, 8u392, <, 8u401",
    "generic, ..., !, 1"
  })
  void theOrderIsTheNativeTools(String scheme, String a, String answer, String b) {
    var ours = Vectors.scheme(scheme);
    String mirrored =
        switch (answer) {
          case "<" -> ">";
          case ">" -> "<";
          default -> answer;
        };

    assertThat(VersionComparison.answer(ours, a, b)).isEqualTo(answer);
    assertThat(VersionComparison.answer(ours, b, a)).isEqualTo(mirrored);
  }

  @ParameterizedTest(name = "{0}: {1} is valid: {2}")
  @CsvSource({
    "deb, 1:1.0~rc1-1+b1, true",
    "deb, 1_0, false",
    "deb, a1, false",
    "deb, 2147483648:1, false",
    "rpm, 0:1.0~rc1^git-1.el9, true",
    "rpm, 1.0-, false",
    "rpm, 1.0 1, false",
    "apk, 1.2.3a_rc1_p2~ab12-r3, true",
    "apk, 1..2, false",
    "semver, 1.0.0-a.b+c, true",
    "semver, v1.0.0, false",
    "npm, v1.0.0, true",
    "npm, 1.0.0beta, false",
    "npm, 9007199254740992.0.0, false",
    "maven, 1.0-SNAPSHOT, true",
    "maven, ${project.version}, false",
    "pypi, 1!1.0rc1.post2.dev3+l.1, true",
    "pypi, 1.0-wheezy, false",
    "golang, v1.0.0+incompatible, true",
    "golang, 1.0.0, false",
    "golang, v1.0-rc1, false",
    "gem, 1.0.0.rc1-x86, true",
    "gem, 1beta, false",
    "composer, v1.0.0-RC1, true",
    "composer, 2010-01-02-p1, true",
    "composer, 1.0.x-dev, true",
    "composer, feature-dev, false",
    "nuget, 1.0-beta, true",
    "nuget, 2147483648.0, false",
    "cargo, 1.0.0, true",
    "cargo, 01.0.0, false",
    "alpm, 1:1.0-1.1, true",
    "alpm, 1.0-a, false",
    "conan, cci.20200101, true",
    "conan, 1 0, false",
    "ebuild, 1.0_rc1-r1, true",
    "ebuild, 1.0_foo, false"
  })
  void aVersionIsValidWhereTheNativeToolAcceptsIt(String scheme, String version, boolean valid) {
    assertThat(Vectors.scheme(scheme).isValid(version)).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource({
    "debian, deb",
    "alpine, apk",
    "redhat, rpm",
    "packagist, composer",
    "rubygems, gem",
    "go, golang",
    "crates.io, cargo",
    "PyPI, pypi",
    "NuGet, nuget",
    "gentoo, ebuild"
  })
  void aSchemeIsFoundByAnyUsualNameInAnyCase(String alias, String name) {
    assertThat(Vectors.scheme(alias).name()).isEqualTo(name);
  }

  @Test
  void everyNameFindsItsScheme() {
    assertThat(VersionSchemes.names())
        .contains("deb", "rpm", "apk", "semver", "npm", "maven", "pypi", "golang")
        .contains("gem", "composer", "nuget", "cargo", "hex", "pub", "cran", "hackage")
        .isSorted()
        .allSatisfy(name -> assertThat(Vectors.scheme(name).name()).isEqualTo(name));
    assertThat(VersionSchemes.byName("fortran")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "composer, v3.4, 3.4.0.0",
    "composer, 1.2.x-dev, 1.2.9999999.9999999-dev",
    "composer, nonsense, nonsense",
    "gem, 1.19.3-aarch64-linux-gnu, 1.19.3",
    "gem, 1.0.0-alpha, 1.0.0-alpha",
    "deb, 1.0-1, 1.0-1"
  })
  void rangesSeeAVersionInItsNormalForm(String scheme, String version, String normal) {
    assertThat(Vectors.scheme(scheme).normalised(version)).isEqualTo(normal);
  }
}
