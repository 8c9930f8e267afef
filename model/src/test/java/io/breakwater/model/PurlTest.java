package io.breakwater.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.model.InvalidPurlException.Part;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurlTest {
  @ParameterizedTest
  @CsvSource({
    "pkg:deb/Debian/CURL@7.50.3-1?arch=i386,       pkg:deb/debian/curl@7.50.3-1?arch=i386",
    "pkg:pypi/Typing_Extensions@4.0.0RC1,          pkg:pypi/typing-extensions@4.0.0rc1",
    "pkg:npm/@angular/core@1.0,                    pkg:npm/%40angular/core@1.0",
    "pkg:npm/@angular/core,                        pkg:npm/%40angular/core",
    "pkg:npm/%40angular/core,                      pkg:npm/%40angular/core",
    "pkg:golang/stdlib@1.22.0,                     pkg:golang/stdlib@1.22.0",
    "pkg:golang/github.com/Azure/go-autorest,      pkg:golang/github.com/Azure/go-autorest",
    "pkg:cpan/gdt/URI-PackageURL,                  pkg:cpan/GDT/URI-PackageURL",
    "pkg:git/github.com/A/B,                       pkg:git/github.com/a/b",
    "pkg:git/gitlab.com/A/B/C@v1,                  pkg:git/gitlab.com/A/B/C@v1",
    "pkg:pub/My-Package,                           pkg:pub/my_package",
    "pkg:otp/ASN1#Src/A,                           pkg:otp/asn1#src/a",
    "pkg:swid/x?tag_id=AAAAAAAA-1111-2222-3333-BBBBBBBBBBBB, pkg:swid/x?tag_id=aaaaaaaa-1111-2222-3333-bbbbbbbbbbbb",
    "PKG:///Maven///g/a/,                          pkg:maven/g/a",
    "pkg:generic/a%2Fb,                            pkg:generic/a%2Fb",
    "pkg:generic/ns//deep/a,                       pkg:generic/ns/deep/a",
    "pkg:generic/a@1%2F2:3@4,                      pkg:generic/a%401%2F2:3@4",
    "pkg:generic/a?x=&y=1&&z,                      pkg:generic/a?y=1",
    "pkg:generic/a?b.c=1&b=2,                      pkg:generic/a?b=2&b.c=1",
    "pkg:generic/a#/./x/../y/%2E%2E/z/,            pkg:generic/a#x/y/z",
    "pkg:generic/a@#.,                             pkg:generic/a",
    "pkg:generic/%e4%bd%a0%F0%9F%90%B3~-_.:,       pkg:generic/%E4%BD%A0%F0%9F%90%B3~-_.:",
    "pkg:generic/a b+c@1 2,                        pkg:generic/a%20b%2Bc@1%202",
    "pkg:unregistered/Any/Name@V,                  pkg:unregistered/Any/Name@V"
  })
  void everyPurlHasOneCanonicalText(String text, String canonical) {
    var purl = Purl.parse(text);
    assertThat(purl).hasToString(canonical);
    assertThat(Purl.parse(canonical)).isEqualTo(purl).hasSameHashCodeAs(purl);
  }

  @ParameterizedTest
  @CsvSource({
    "'',                             SCHEME,     begins with pkg:",
    "http://a/b,                     SCHEME,     begins with pkg:",
    "pkg:,                           TYPE,       a type is",
    "pkg:/,                          TYPE,       a type is",
    "pkg:1a/b,                       TYPE,       a type is",
    "pkg:a_b/c,                      TYPE,       a type is",
    "pkg:%61/c,                      TYPE,       a type is",
    "pkg:generic,                    NAME,       nothing after the type",
    "pkg:generic/,                   NAME,       there is none",
    "pkg:generic/@1,                 NAME,       there is none",
    "pkg:generic/%2F,                NAME,       there is none",
    "pkg:generic/a%2,                NAME,       two hexadecimal digits",
    "pkg:generic/a%zz,               NAME,       two hexadecimal digits",
    "pkg:generic/a%\uFF11\uFF11,     NAME,       two hexadecimal digits",
    "pkg:generic/a@%FF,              VERSION,    not UTF-8",
    "pkg:generic/a@%C3x,             VERSION,    not UTF-8",
    "pkg:generic/a%2Fb/c,            NAMESPACE,  slash cannot be escaped",
    "pkg:generic/a#b%2Fc,            SUBPATH,    slash cannot be escaped",
    "pkg:generic/a?1=b,              QUALIFIERS, a key is",
    "pkg:generic/a?B=b,              QUALIFIERS, a key is",
    "pkg:generic/a?=b,               QUALIFIERS, a key is",
    "pkg:generic/a?k%20=b,           QUALIFIERS, a key is",
    "pkg:generic/a?b=1&b=2,          QUALIFIERS, there twice",
    "pkg:deb/curl,                   NAMESPACE,  deb needs one",
    "pkg:maven/junit,                NAMESPACE,  maven needs one",
    "pkg:cargo/a/b,                  NAMESPACE,  cargo has none",
    "pkg:julia/Dates,                QUALIFIERS, julia needs",
    "pkg:swid/x?tag_id=,             QUALIFIERS, swid needs",
    "pkg:swid/a/b/c/d?tag_id=1,      NAMESPACE,  at most two",
    "pkg:cocoapods/.a,               NAME,       a pod",
    "pkg:cocoapods/a%20b,            NAME,       a pod",
    "pkg:cpan/A::B,                  NAME,       module",
    "pkg:git/host,                   NAMESPACE,  git needs one",
    "pkg:chrome-extension/kanfjhdeebkfgkbmnfknhejpadhlmiaq, NAME, 32 letters",
    "pkg:chrome-extension/kanfjhdeebkfgkbmnfknhejpadhlmiab@1..2, VERSION, one to four"
  })
  void whatIsNoPurlIsRefusedWithItsPartAndReason(String text, Part part, String problem) {
    assertThatExceptionOfType(InvalidPurlException.class)
        .isThrownBy(() -> Purl.parse(text))
        .withMessageContaining(problem)
        .satisfies(e -> assertThat(e.part()).isEqualTo(part));
  }

  @Test
  void aPurlIsBuiltFromItsParts() {
    var purl =
        Purl.of("deb", "debian", "openssl", "3.0.11-1~deb12u2")
            .withQualifier("distro", "debian-12")
            .withQualifier("arch", "amd64");
    assertThat(purl)
        .hasToString("pkg:deb/debian/openssl@3.0.11-1~deb12u2?arch=amd64&distro=debian-12");
    assertThat(purl)
        .isEqualTo(
            Purl.of(
                "deb",
                "debian",
                "openssl",
                "3.0.11-1~deb12u2",
                Map.of("arch", "amd64", "distro", "debian-12")));
    assertThat(purl.withQualifier("arch", "").qualifiers()).containsOnlyKeys("distro");
    assertThat(Purl.of("npm", "", "x", "").version()).isEmpty();
  }

  @Test
  void qualifiersCannotBeChangedFromOutside() {
    var given = new TreeMap<>(Map.of("a", "1"));
    var purl =
        new Purl("generic", Optional.empty(), "x", Optional.empty(), given, Optional.empty());
    given.put("b", "2");
    assertThat(purl.qualifiers()).containsOnlyKeys("a");
    assertThatThrownBy(() -> purl.qualifiers().put("c", "3"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void upperCaseKeysAreRepairedOnlyWhenAskedTo() {
    assertThat(Purl.repair("pkg:gem/launcher@1.1.2?Platform=java"))
        .hasToString("pkg:gem/launcher@1.1.2?platform=java");
  }

  @Test
  void hugeInputIsRefused() {
    for (String text :
        new String[] {
          "pkg:generic/" + "a".repeat(20_000),
          "pkg:generic/" + "a/".repeat(1_000_000),
          "pkg:generic/a?" + "x=1&".repeat(1_000_000),
          "pkg:" + "t".repeat(1000) + "/a",
          "pkg:generic/a?" + "k".repeat(1000) + "=1"
        }) {
      assertThatExceptionOfType(InvalidPurlException.class)
          .isThrownBy(() -> Purl.parse(text))
          .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
    }
  }

  @Test
  void halfASurrogatePairIsRefused() {
    assertThatExceptionOfType(InvalidPurlException.class)
        .isThrownBy(() -> Purl.of("generic", "", "a\uD83D", "1"))
        .satisfies(e -> assertThat(e.part()).isEqualTo(Part.NAME));
    assertThatExceptionOfType(InvalidPurlException.class)
        .isThrownBy(() -> Purl.of("generic", "", "a", "\uDC00\uD83D"));
  }

  @Test
  void anyPartsComeBackFromTheText() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    String[] types = {"generic", "npm", "deb", "pypi", "git", "golang", "swid", "huggingface"};
    for (int i = 0; i < 4_000; i++) {
      var qualifiers = new TreeMap<>(Map.of("tag_id", "a" + text(random), "k.b", text(random)));
      String type = types[random.nextInt(types.length)];
      Purl purl;
      try {
        purl =
            new Purl(
                type,
                Optional.of(text(random)),
                text(random),
                Optional.of(text(random)),
                qualifiers,
                Optional.of(text(random)));
      } catch (InvalidPurlException e) {
        continue;
      }
      assertThat(Purl.parse(purl.toString())).as("seed %d: %s", seed, purl).isEqualTo(purl);
      assertThat(purl.toString()).as("seed %d", seed).matches("[A-Za-z0-9:/@?=&#%._~-]+");
    }
  }

  private static String text(Random random) {
    String characters = "aZ09-._~:/@?=&#%+ ,\u00e4\u0130\u4f60\n\u0000\"";
    var text = new StringBuilder();
    for (int n = random.nextInt(8); n > 0; n--) {
      if (random.nextInt(12) == 0) text.append("\uD83D\uDC33");
      else text.append(characters.charAt(random.nextInt(characters.length())));
    }
    return text.toString();
  }
}
