package io.breakwater.oci.internal.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.oci.internal.DefectException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What zlib packs we unpack, whatever the data, the level and the way in which it is read. */
class InflateTest {
  private static final int[] STRATEGIES = {
    Deflater.DEFAULT_STRATEGY, Deflater.FILTERED, Deflater.HUFFMAN_ONLY
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyLevelAndStrategyOfZlibIsReadBack(long seed) throws IOException {
    var random = new Random(seed);
    for (int round = 0; round < 12; round++) {
      byte[] plain = data(random, 1 + random.nextInt(round == 0 ? 2_000_000 : 300_000));
      for (int level = 0; level <= 9; level++) {
        int strategy = STRATEGIES[random.nextInt(STRATEGIES.length)];
        byte[] packed = gzip(plain, level, strategy, random.nextInt(4) == 0);
        String which = "seed " + seed + ", round " + round + ", level " + level + "/" + strategy;
        assertThat(unpack(packed, random)).as(which).isEqualTo(plain);
      }
    }
  }

  @Test
  void theEmptyStreamIsRead() throws IOException {
    assertThat(unpack(gzip(new byte[0], 9, 0, false), new Random(1))).isEmpty();
    byte[] stored = {
      0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 0, 0, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0
    };
    assertThat(unpack(stored, new Random(1))).isEmpty();
  }

  @Test
  void whatIsCutGivesEveryByteBeforeTheCutAndThenSaysSo() throws IOException {
    var random = new Random(7);
    byte[] plain = data(random, 200_000);
    byte[] packed = gzip(plain, 6, Deflater.DEFAULT_STRATEGY, false);
    for (int cut = 10; cut < packed.length; cut += 1 + random.nextInt(3_000)) {
      var out = new ByteArrayOutputStream();
      byte[] start = Arrays.copyOf(packed, cut);
      assertThatThrownBy(() -> new GzipInput(new ByteArrayInputStream(start)).transferTo(out))
          .as("cut at " + cut)
          .hasMessage("its gzip data is cut");
      byte[] got = out.toByteArray();
      assertThat(got).as("cut at " + cut).isEqualTo(Arrays.copyOf(plain, got.length));
    }
  }

  @Test
  void flippedBitsNeverGiveOtherBytesUnnoticed() throws IOException {
    var random = new Random(8);
    byte[] plain = data(random, 60_000);
    byte[] packed = gzip(plain, 6, Deflater.DEFAULT_STRATEGY, false);
    for (int round = 0; round < 3_000; round++) {
      byte[] flipped = packed.clone();
      int at = 10 + random.nextInt(packed.length - 10);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      try {
        assertThat(unpack(flipped, random)).as("flipped at " + at).isEqualTo(plain);
      } catch (DefectException told) {
        assertThat(told.detail()).startsWith("its gzip data is ");
      }
    }
  }

  /** Data of several kinds: text, runs, noise, far copies. */
  static byte[] data(Random random, int size) {
    byte[] out = new byte[size];
    int at = 0;
    while (at < size) {
      int n = Math.min(size - at, 1 + random.nextInt(20_000));
      switch (random.nextInt(5)) {
        case 0 -> Arrays.fill(out, at, at + n, (byte) random.nextInt(256));
        case 1 -> {
          for (int i = at; i < at + n; i++) out[i] = (byte) random.nextInt(256);
        }
        case 2 -> {
          for (int i = at; i < at + n; i++)
            out[i] = (byte) "etaoin shrdlu\n".charAt(random.nextInt(14));
        }
        case 3 -> {
          int back = Math.min(at, 1 + random.nextInt(32_768));
          for (int i = at; i < at + n; i++) out[i] = back == 0 ? (byte) i : out[i - back];
        }
        default -> {
          for (int i = at; i < at + n; i++) out[i] = (byte) (Math.abs(random.nextGaussian()) * 12);
        }
      }
      at += n;
    }
    return out;
  }

  private static byte[] gzip(byte[] plain, int level, int strategy, boolean flushed)
      throws IOException {
    var deflater = new Deflater(level, true);
    deflater.setStrategy(strategy);
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3});
    var packing = new DeflaterOutputStream(out, deflater, 65_536, true);
    int half = plain.length / 2;
    packing.write(plain, 0, half);
    if (flushed) packing.flush();
    packing.write(plain, half, plain.length - half);
    packing.finish();
    deflater.end();
    var crc = new CRC32();
    crc.update(plain);
    for (int i = 0; i < 4; i++) out.write((int) (crc.getValue() >> (8 * i)));
    for (int i = 0; i < 4; i++) out.write(plain.length >> (8 * i));
    return out.toByteArray();
  }

  /** Unpacks in pieces of any size from a stream that gives pieces of any size. */
  static byte[] unpack(byte[] packed, Random random) throws IOException {
    var pieces =
        new ByteArrayInputStream(packed) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            int most = random.nextInt(3) == 0 ? 1 + random.nextInt(40) : length;
            return super.read(into, offset, Math.min(most, length));
          }
        };
    var out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 + random.nextInt(100_000)];
    try (InputStream in = new GzipInput(pieces)) {
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) out.write(buffer, 0, n);
    }
    return out.toByteArray();
  }
}
