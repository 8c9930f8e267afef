package io.breakwater.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageReferenceTest {
  private static final String HEX =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @ParameterizedTest
  @CsvSource({
    "alpine,                       docker.io/library/alpine:latest,         alpine:latest",
    "alpine:3.20,                  docker.io/library/alpine:3.20,           alpine:3.20",
    "library/alpine,               docker.io/library/alpine:latest,         alpine:latest",
    "docker.io/alpine,             docker.io/library/alpine:latest,         alpine:latest",
    "index.docker.io/alpine,       docker.io/library/alpine:latest,         alpine:latest",
    "DOCKER.IO/library/alpine,     docker.io/library/alpine:latest,         alpine:latest",
    "bitnami/redis:7,              docker.io/bitnami/redis:7,               bitnami/redis:7",
    "library/a/b,                  docker.io/library/a/b:latest,            library/a/b:latest",
    "quay.io/foo,                  quay.io/foo:latest,                      quay.io/foo:latest",
    "localhost/foo,                localhost/foo:latest,                    localhost/foo:latest",
    "localhost:5000/a/b:1,         localhost:5000/a/b:1,                    localhost:5000/a/b:1",
    "localhost:5000,               docker.io/library/localhost:5000,        localhost:5000",
    "127.0.0.1:80/x,               127.0.0.1:80/x:latest,                   127.0.0.1:80/x:latest",
    "[::1]:5000/x,                 [::1]:5000/x:latest,                     [::1]:5000/x:latest",
    "[2001:DB8::1]/x:1,            [2001:db8::1]/x:1,                       [2001:db8::1]/x:1",
    "Uppercase/lowercase:TAG,      Uppercase/lowercase:TAG,                 Uppercase/lowercase:TAG",
    "docker.io/localhost/x,        docker.io/localhost/x:latest,      docker.io/localhost/x:latest",
    "docker.io/a.b/x,              docker.io/a.b/x:latest,            docker.io/a.b/x:latest",
    "xn--n3h.com/myimage:xn--n3h,  xn--n3h.com/myimage:xn--n3h,             xn--n3h.com/myimage:xn--n3h",
    "a__b/c--d/e---f/g.h/i_j,      docker.io/a__b/c--d/e---f/g.h/i_j:latest, a__b/c--d/e---f/g.h/i_j:latest",
    "sub-dom1.foo.com/bar/baz:_T,  sub-dom1.foo.com/bar/baz:_T,             sub-dom1.foo.com/bar/baz:_T"
  })
  void aReferenceHasOneCompleteAndOneFamiliarForm(String text, String complete, String familiar) {
    var reference = ImageReference.parse(text);
    assertThat(reference).hasToString(complete);
    assertThat(reference.familiar()).isEqualTo(familiar);
    assertThat(ImageReference.parse(complete)).isEqualTo(reference);
    assertThat(ImageReference.parse(familiar)).isEqualTo(reference);
  }

  @Test
  void aDigestStandsWithOrInsteadOfATag() {
    var pinned = ImageReference.parse("alpine@sha256:" + HEX);
    assertThat(pinned.tag()).isEmpty();
    assertThat(pinned).hasToString("docker.io/library/alpine@sha256:" + HEX);
    var both = ImageReference.parse("alpine:3.20@sha256:" + HEX);
    assertThat(both.tag()).hasValue("3.20");
    assertThat(both.digest()).isEqualTo(pinned.digest());
    assertThat(both)
        .isEqualTo(ImageReference.parse("alpine:3.20").withDigest(Digest.parse("sha256:" + HEX)));
    assertThat(both.name()).isEqualTo("docker.io/library/alpine");
  }

  @Test
  void anImageIdIsARepositoryOnlyWithATag() {
    refused(HEX, 0, "id of a local image");
    assertThat(ImageReference.parse(HEX + ":1").repository()).isEqualTo("library/" + HEX);
  }

  @ParameterizedTest
  @CsvSource({
    "'',                  0,  it is empty",
    "Alpine,              0,  lower case",
    "docker.io/Alpine,    10, lower case",
    "foo/bar/Baz,         8,  lower case",
    "' alpine',           0,  a repository is made of",
    "'alpine ',           6,  a repository is made of",
    "'alpine: 3',         7,  a tag is made of",
    "alpine:,             7,  is missing",
    "alpine:-x,           7,  begins with neither",
    "alpine:a/b:,         11, is missing",
    "alpine@,             7,  no colon",
    "alpine@sha256:12,    7,  64 hexadecimal",
    "@sha256:12,          1,  64 hexadecimal",
    ":3,                  0,  repository is missing",
    "/alpine,             0,  must follow a letter",
    "alpine/,             6,  ends with a letter",
    "a//b,                2,  must follow a letter",
    "a...b,               2,  must follow a letter",
    "a___b,               3,  must follow a letter",
    "a-_b,                2,  must follow a letter",
    "a-,                  1,  ends with a letter",
    "a.b./x,              3,  host is made of",
    "-a.b/x,              0,  host is made of",
    "a.b-/x,              3,  host is made of",
    "a.b:/x,              3,  a port from 1",
    "a.b:65536/x,         3,  a port from 1",
    "a.b:0/x,             3,  a port from 1",
    "a.b:123456789012/x,  3,  a port from 1",
    "a.b:80x/x,           3,  a port from 1",
    "[::1/x,              0,  without ]",
    "[::1]x/y,            5,  a port from 1",
    "[g::]/x,             1,  IPv6",
    "[]:5000/x,           1,  IPv6",
    "https://a.b/x,       5,  a port from 1",
    "a.b/,                4,  repository is missing",
    "\uFF41lpine,         0,  a repository is made of",
    "'alpine\u0000',      6,  a repository is made of"
  })
  void whatIsNoReferenceIsRefusedWithReasonAndPlace(String text, int position, String problem) {
    refused(text, position, problem);
  }

  @Test
  void everyPartIsBounded() {
    String longest = "a".repeat(255);
    assertThat(ImageReference.parse("a.b/" + longest).repository()).isEqualTo(longest);
    refused("a.b/" + longest + "a", 259, "longer than 255");
    assertThat(ImageReference.parse("x:" + "t".repeat(128)).tag()).hasValue("t".repeat(128));
    refused("x:" + "t".repeat(129), 130, "longer than 128");
    refused("a.".repeat(127) + "b/x", 0, "1 to 253");
    refused("a/".repeat(100_000) + "b", 1024, "longer than 1024");
  }

  @Test
  void partsAreCheckedHoweverTheyCome() {
    var plain = new ImageReference("docker.io", "alpine", Optional.empty(), Optional.empty());
    assertThat(plain).isEqualTo(ImageReference.parse("alpine"));
    assertThatExceptionOfType(InvalidReferenceException.class)
        .isThrownBy(() -> new ImageReference("docker.io", "A", Optional.empty(), Optional.empty()));
    assertThatExceptionOfType(InvalidReferenceException.class)
        .isThrownBy(() -> new ImageReference("registry", "a", Optional.empty(), Optional.empty()));
    assertThatExceptionOfType(InvalidReferenceException.class)
        .isThrownBy(() -> new ImageReference("docker.io", "", Optional.of("x"), Optional.empty()));
  }

  @Test
  void bothFormsOfAnyReferenceAreReadAsTheSame() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int n = 1 + random.nextInt(9); n > 0; n--) {
        String[] pieces = {
          "a", "B", "7", "/", ".", "_", "-", ":", "docker.io/", "library/", "localhost"
        };
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      ImageReference reference;
      try {
        reference = ImageReference.parse(text.toString());
      } catch (InvalidReferenceException e) {
        continue;
      }
      read++;
      assertThat(ImageReference.parse(reference.toString()))
          .as("seed %d", seed)
          .isEqualTo(reference);
      assertThat(ImageReference.parse(reference.familiar()))
          .as("seed %d", seed)
          .isEqualTo(reference);
    }
    assertThat(read).isGreaterThan(300);
  }

  private static void refused(String text, int position, String problem) {
    assertThatExceptionOfType(InvalidReferenceException.class)
        .isThrownBy(() -> ImageReference.parse(text))
        .withMessageContaining(problem)
        .satisfies(e -> assertThat(e.position()).as(e.getMessage()).isEqualTo(position))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
  }
}
