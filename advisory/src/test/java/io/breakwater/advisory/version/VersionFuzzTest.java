package io.breakwater.advisory.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** No text makes a scheme throw anything but its refusal, or break its own order. */
class VersionFuzzTest {
  private static final List<String> NAMES = VersionSchemes.names();

  /** Input: a scheme's name and two versions, each on a line; an unknown name means some scheme. */
  @FuzzTest
  void comparing(byte[] data) {
    String[] lines = new String(data, StandardCharsets.UTF_8).split("\n", 3);
    if (lines.length < 3) {
      return;
    }
    String some = NAMES.get(Math.floorMod(lines[0].hashCode(), NAMES.size()));
    var scheme =
        VersionSchemes.byName(lines[0]).or(() -> VersionSchemes.byName(some)).orElseThrow();
    String a = lines[1];
    String b = lines[2];

    String there = VersionComparison.answer(scheme, a, b);
    String mirrored = there.equals("<") ? ">" : there.equals(">") ? "<" : there;
    String self = VersionComparison.answer(scheme, a, a);

    assertThat(VersionComparison.answer(scheme, b, a)).isEqualTo(mirrored);
    assertThat(self).isEqualTo(scheme.isValid(a) || !self.equals("!") ? "=" : "!");
  }
}
