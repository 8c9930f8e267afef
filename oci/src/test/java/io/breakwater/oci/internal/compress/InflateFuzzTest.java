package io.breakwater.oci.internal.compress;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.oci.internal.DefectException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Whatever DEFLATE is thrown at it, our inflater and zlib say the same. */
class InflateFuzzTest {
  private static final int MOST = 4 << 20;

  @FuzzTest(maxDuration = "10m")
  void sameAsZlib(byte[] packed) throws IOException {
    var ours = new ByteArrayOutputStream();
    var input = new PackedInput(new ByteArrayInputStream(packed));
    var inflate = new Inflate(input);
    inflate.start();
    byte[] buffer = new byte[8192];
    boolean whole = true;
    try {
      for (int n = 1; n > 0 && ours.size() < MOST; ) {
        n = inflate.read(buffer, 0, buffer.length);
        ours.write(buffer, 0, n);
      }
    } catch (DefectException told) {
      whole = false;
    }
    if (ours.size() >= MOST) return;
    var theirs = new ByteArrayOutputStream();
    var zlib = new Inflater(true);
    zlib.setInput(packed);
    boolean theirsWhole = true;
    try {
      while (!zlib.finished()) {
        int n = zlib.inflate(buffer);
        theirs.write(buffer, 0, n);
        if (n == 0 && (zlib.needsInput() || zlib.needsDictionary())) {
          theirsWhole = zlib.finished();
          break;
        }
      }
    } catch (DataFormatException told) {
      theirsWhole = false;
    }
    zlib.end();
    assertThat(whole).as("whole").isEqualTo(theirsWhole);
    byte[] expected = theirs.toByteArray();
    byte[] got = ours.toByteArray();
    if (whole) {
      assertThat(got).isEqualTo(expected);
    } else {
      // How far each comes before it notices differs by a few bytes.
      int both = Math.min(got.length, expected.length);
      assertThat(Arrays.copyOf(got, both)).isEqualTo(Arrays.copyOf(expected, both));
    }
  }
}
