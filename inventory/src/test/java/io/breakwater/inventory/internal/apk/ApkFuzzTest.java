package io.breakwater.inventory.internal.apk;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.inventory.recording.Recorded;
import java.io.IOException;

/** Whatever the bytes are, they are read without an exception: text has no malformed form. */
class ApkFuzzTest {
  @FuzzTest
  void installed(byte[] bytes) throws IOException {
    Recorded.given(new ApkAnalyser(), "lib/apk/db/installed", bytes);
  }
}
