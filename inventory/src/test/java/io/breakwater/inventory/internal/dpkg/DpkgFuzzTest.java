package io.breakwater.inventory.internal.dpkg;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.inventory.recording.Recorded;
import java.io.IOException;

/** Whatever the bytes are, they are read without an exception: text has no malformed form. */
class DpkgFuzzTest {
  private static final DpkgAnalyser DPKG = new DpkgAnalyser();

  @FuzzTest
  void status(byte[] bytes) throws IOException {
    Recorded.given(DPKG, "var/lib/dpkg/status", bytes);
  }

  @FuzzTest
  void list(byte[] bytes) throws IOException {
    Recorded.given(DPKG, "var/lib/dpkg/info/a.list", bytes);
    Recorded.given(DPKG, "var/lib/dpkg/status.d/a.md5sums", bytes);
  }

  @FuzzTest
  void copyright(byte[] bytes) throws IOException {
    Recorded.given(DPKG, "usr/share/doc/a/copyright", bytes);
  }
}
