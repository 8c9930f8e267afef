package io.breakwater.inspect.licence;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class LicenceFuzzTest {
  @FuzzTest(maxDuration = "20s")
  void expression(byte[] bytes) throws InvalidLicenceException {
    LicenceExpression read;
    try {
      read = LicenceExpression.parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (InvalidLicenceException _) {
      return;
    }
    if (!LicenceExpression.parse(read.text()).equals(read)) {
      throw new AssertionError("not read back: " + read.text());
    }
  }

  @FuzzTest(maxDuration = "20s")
  void name(byte[] bytes) {
    LicenceExpression read =
        LicenceNames.normalise(new String(bytes, StandardCharsets.UTF_8)).expression();
    if (read.text().length() > 40_000) throw new AssertionError("it grew");
  }

  @FuzzTest(maxDuration = "20s")
  void policy(byte[] bytes) {
    try {
      LicencePolicyFile.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (InvalidPolicyException _) {
      // as it should be
    }
  }
}
