package io.breakwater.advisory.internal.store;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Whatever a file holds, its reader answers or throws {@link CorruptDatabaseException}. */
class DatabaseReaderFuzzTest {
  /** Input: a file. */
  @FuzzTest
  void readingAnyFile(byte[] content) throws IOException {
    read(content);
  }

  /**
   * Input: sections with their lengths before them, which are made into a file with right
   * checksums, so that hostile content is reached.
   */
  @FuzzTest
  void readingHostileSections(byte[] content) throws IOException {
    var sections = new ByteWriter[Layout.Section.values().length];
    ByteBuffer in = ByteBuffer.wrap(content);
    for (int i = 0; i < sections.length; i++) {
      int length = in.remaining() < 2 ? 0 : Math.min(in.remaining() - 2, in.getShort() & 0xfff);
      byte[] bytes = new byte[length];
      in.get(bytes);
      sections[i] = new ByteWriter().raw(bytes, 0, length);
    }
    var out = new ByteArrayOutputStream();
    Layout.write(out, sections, false);
    read(out.toByteArray());
  }

  private static void read(byte[] file) throws IOException {
    try {
      var reader = new DatabaseReader(ByteSource.of(Arrays.copyOf(file, file.length)));
      reader.statements("npm", "a");
      reader.holes("CVE-2024-0001");
      for (int i = 0; i < 3; i++) {
        reader.advisory(i);
        reader.hole(i);
      }
      reader.verify();
    } catch (CorruptDatabaseException refused) {
      // That is an answer.
    }
  }
}
