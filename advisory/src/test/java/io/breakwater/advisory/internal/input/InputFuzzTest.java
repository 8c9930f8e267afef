package io.breakwater.advisory.internal.input;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.advisory.SkipReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whatever an archive holds, it is walked within bounds or refused with an {@link IOException}. */
class InputFuzzTest {
  private static final Limits SMALL = new Limits(1 << 16, 1 << 20, 1_000, 3);

  /** Input: a file, which may be an archive. */
  @FuzzTest
  void walking(byte[] content) throws IOException {
    Path file = Files.createTempFile("input", ".bin");
    try {
      Files.write(file, content);
      var visitor =
          new InputWalker.Visitor() {
            @Override
            public void file(String path, byte[] bytes) {}

            @Override
            public void skipped(String path, SkipReason reason, String details) {}
          };
      new InputWalker(SMALL, visitor).walk(file);
    } catch (IOException refused) {
      // That is an answer.
    } finally {
      Files.delete(file);
    }
  }
}
