package io.breakwater.inspect.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextRunsTest {
  @Test
  void everyRunOfFourPrintableBytesIsInAStretchAndStretchesComeInOrder() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = bytes(random, random.nextInt(200));
      var told = new boolean[bytes.length];
      int[] last = {0};
      TextRuns.each(
          bytes,
          0,
          bytes.length,
          (from, to) -> {
            assertThat(from).as("seed %d", seed).isGreaterThanOrEqualTo(last[0]);
            assertThat(to).as("seed %d", seed).isGreaterThan(from);
            last[0] = to;
            for (int i = from; i < to; i++) told[i] = true;
          });
      int run = 0;
      for (int i = 0; i < bytes.length; i++) {
        run = isText(bytes[i]) ? run + 1 : 0;
        if (run < 4) continue;
        for (int k = i - run + 1; k <= i; k++) {
          assertThat(told[k]).as("seed %d, round %d, byte %d", seed, round, k).isTrue();
        }
      }
    }
  }

  @Test
  void whatIsNoTextIsPassedBy() {
    byte[] bytes = new byte[4_096];
    bytes[1_000] = 'a';
    int[] seen = {0};
    TextRuns.each(bytes, 0, bytes.length, (from, to) -> seen[0] += to - from);
    assertThat(seen[0]).isZero();
  }

  private static boolean isText(byte b) {
    return b >= ' ' || (b >= 9 && b <= 13);
  }

  private static byte[] bytes(Random random, int length) {
    var bytes = new byte[length];
    boolean text = false;
    for (int i = 0; i < length; i++) {
      if (random.nextInt(6) == 0) text = !text;
      bytes[i] = text ? (byte) (32 + random.nextInt(95)) : (byte) random.nextInt(256);
    }
    return bytes;
  }
}
