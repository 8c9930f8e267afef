package io.breakwater.advisory.version;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * No constraint makes a reader throw anything but its refusal, nor a version that it is asked of.
 */
class ConstraintFuzzTest {
  private static final List<String> NAMES =
      List.of("npm", "cargo", "pypi", "gem", "composer", "maven", "nuget", "deb");

  /** Input: a scheme's name, a constraint and a version, each on a line. */
  @FuzzTest
  void reading(byte[] data) {
    String[] lines = new String(data, StandardCharsets.UTF_8).split("\n", 3);
    if (lines.length < 3) {
      return;
    }
    String some = NAMES.get(Math.floorMod(lines[0].hashCode(), NAMES.size()));
    var scheme =
        VersionSchemes.byName(lines[0]).or(() -> VersionSchemes.byName(some)).orElseThrow();
    try {
      Constraint.parse(scheme, lines[1]).contains(lines[2]);
    } catch (InvalidConstraintException e) {
      // Refused, as it should be.
    }
  }
}
