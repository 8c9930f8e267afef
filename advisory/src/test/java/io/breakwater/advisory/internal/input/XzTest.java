package io.breakwater.advisory.internal.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class XzTest {
  /** What xz makes of {@code "aaaaaaaaaabracadabra\n"} and of nothing. */
  private static final String WORD =
      "fd377a585a000004e6d6b4460200210116000000742fe5a3e00014000f5d0030eb948e4622c112723fa81e81"
          + "00000000cc0ae7cce95c089b00012b15a9ac2b3b1fb6f37d010000000004595a";

  private static final String NOTHING =
      "fd377a585a000004e6d6b446000000001cdf44211fb6f37d010000000004595a";

  /** The same word in a stream that claims to need a gibibyte. */
  private static final String GREEDY =
      "fd377a585a000004e6d6b44602002101240000005e1fc7f9e00014000f5d0030eb948e4622c112723fa81e81"
          + "00000000cc0ae7cce95c089b00012b15a9ac2b3b1fb6f37d010000000004595a";

  @Test
  void whatXzPackedComesOut() throws IOException {
    assertThat(unpacked(WORD)).isEqualTo("aaaaaaaaaabracadabra\n");
    assertThat(unpacked(NOTHING)).isEmpty();
    assertThat(unpacked(WORD + NOTHING + WORD))
        .isEqualTo("aaaaaaaaaabracadabra\naaaaaaaaaabracadabra\n");
  }

  @Test
  void whatIsCutOrChangedIsRefused() {
    for (int bytes = 6; bytes < WORD.length() / 2; bytes++) {
      String cut = WORD.substring(0, 2 * bytes);
      assertThatIOException().as("the first %d bytes", bytes).isThrownBy(() -> unpacked(cut));
    }
    String changed = WORD.replace("e95c089b", "e95c089c");
    assertThatIOException().isThrownBy(() -> unpacked(changed));
  }

  @Test
  void memoryIsBounded() {
    assertThatIOException().isThrownBy(() -> unpacked(GREEDY)).withMessageContaining("memory");
  }

  private static String unpacked(String hex) throws IOException {
    byte[] packed = HexFormat.of().parseHex(hex);
    assertThat(Xz.recognises(packed)).isTrue();
    try (var in = Xz.unpacked(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
