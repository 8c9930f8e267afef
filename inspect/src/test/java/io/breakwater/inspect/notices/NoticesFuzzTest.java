package io.breakwater.inspect.notices;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class NoticesFuzzTest {
  /** Nothing is said that is not in the file. */
  @FuzzTest(maxDuration = "20s")
  void statements(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Copyrights found = Copyrights.of(text);
    int said = found.statements().stream().mapToInt(String::length).sum();
    if (said > 2 * text.length() + 10) throw new AssertionError("it grew");
    DebianCopyright debian = DebianCopyright.of(text);
    for (DebianCopyright.Named each : debian.licences()) {
      if (each.text().length() > text.length() + 2) throw new AssertionError("it grew");
    }
    new Texts().add("x", "/x", text);
  }
}
