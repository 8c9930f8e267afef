package io.breakwater.advisory.internal.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Bzip2StreamTest {
  /** What bzip2 makes of {@code "aaaaaaaaaabracadabra\n"} and of nothing. */
  private static final String WORD =
      "425a68393141592653597ee4dd69000003418001103c0010002000310c00d34d36a6e0d421d5a178bb9229c28483f726eb48";

  private static final String NOTHING = "425a683917724538509000000000";

  @Test
  void whatBzip2PackedComesOut() throws IOException {
    assertThat(unpacked(WORD)).isEqualTo("aaaaaaaaaabracadabra\n");
    assertThat(unpacked(NOTHING)).isEmpty();
  }

  @Test
  void streamsMayFollowEachOther() throws IOException {
    assertThat(unpacked(WORD + NOTHING + WORD))
        .isEqualTo("aaaaaaaaaabracadabra\naaaaaaaaaabracadabra\n");
  }

  @Test
  void whatIsCutOrChangedIsRefused() {
    byte[] whole = HexFormat.of().parseHex(WORD);
    for (int length = 11; length < whole.length; length++) {
      String cut = WORD.substring(0, 2 * length);
      assertThatIOException().as("the first %d bytes", length).isThrownBy(() -> unpacked(cut));
    }
    String changed = WORD.substring(0, 20) + "00000000" + WORD.substring(28);
    assertThatIOException().isThrownBy(() -> unpacked(changed)).withMessageContaining("checksum");
  }

  private static String unpacked(String hex) throws IOException {
    byte[] packed = HexFormat.of().parseHex(hex);
    try (var in = new Bzip2Stream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
