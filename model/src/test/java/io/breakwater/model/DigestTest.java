package io.breakwater.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
  private static final String EMPTY =
      "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void aDigestIsWrittenAsItIsRead() {
    var digest = Digest.parse(EMPTY);
    assertThat(digest.algorithm()).isEqualTo("sha256");
    assertThat(digest.shortHex()).isEqualTo("e3b0c44298fc");
    assertThat(digest).hasToString(EMPTY).hasSameHashCodeAs(Digest.parse(EMPTY));
    assertThat(digest)
        .isEqualTo(Digest.parse(EMPTY))
        .isNotEqualTo(Digest.parse(EMPTY.replace("e3", "e4")))
        .isNotEqualTo(Digest.parse("blake3:" + digest.hex()));
  }

  @Test
  void aComputedHashBecomesADigest() throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(new byte[0]);
    assertThat(Digest.sha256(hash)).hasToString(EMPTY);
    byte[] longer =
        MessageDigest.getInstance("SHA-512").digest("x".getBytes(StandardCharsets.UTF_8));
    assertThat(Digest.of("sha512", longer).hex()).hasSize(128);
    assertThatExceptionOfType(InvalidDigestException.class)
        .isThrownBy(() -> Digest.sha256(new byte[31]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multihash+base58:QmRZxt2b1FVZPNqd8hsiykDL3TdBDeTSPX9Kv46HmX4Gx8",
        "sha256+b64u:LCa0a2j_xo_5m0U8HTBBNBNCLXBkg7-g-YpeiGJm564",
        "blake3:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      })
  void digestsOfOtherAlgorithmsFollowTheGrammar(String text) {
    assertThat(Digest.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "'',                         no colon",
    "sha256,                     no colon",
    "sha256:,                    64 hexadecimal digits",
    "sha256:e3b0,                64 hexadecimal digits",
    "sha256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855, lower case",
    "sha256:g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, hexadecimal",
    "sha512:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, 128",
    ":e3b0,                      the algorithm is made of",
    "SHA256:e3b0,                the algorithm is made of",
    "a..b:e3b0,                  the algorithm is made of",
    "a+:e3b0,                    the algorithm is made of",
    "md9:,                       the hash is made of",
    "md9:a/b,                    the hash is made of"
  })
  void whatIsNoDigestIsRefusedWithItsReason(String text, String problem) {
    assertThatExceptionOfType(InvalidDigestException.class)
        .isThrownBy(() -> Digest.parse(text))
        .withMessageContaining(problem);
  }

  @Test
  void anOverlongDigestIsRefusedInAShortMessage() {
    assertThatExceptionOfType(InvalidDigestException.class)
        .isThrownBy(() -> Digest.parse("x:" + "a".repeat(100_000)))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
  }
}
