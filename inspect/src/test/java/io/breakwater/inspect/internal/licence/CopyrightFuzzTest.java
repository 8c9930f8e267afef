package io.breakwater.inspect.internal.licence;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.inspect.licence.InvalidLicenceException;
import io.breakwater.inspect.licence.LicenceExpression;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

class CopyrightFuzzTest {
  /** What is read of a file is an expression that is read back. */
  @FuzzTest(maxDuration = "20s")
  void read(byte[] bytes) throws InvalidLicenceException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (String name : new String[] {"", "libfoo1", "foo-tools"}) {
      Optional<LicenceExpression> found = CopyrightFile.read(name, text);
      if (found.isEmpty()) continue;
      String words = found.get().text();
      if (words.length() > LicenceExpression.LONGEST) continue; // nobody keeps it
      if (!LicenceExpression.parse(words).text().equals(words)) {
        throw new AssertionError("not read back: " + words);
      }
    }
  }
}
