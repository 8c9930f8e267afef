package io.breakwater.advisory.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What constraints of each notation hold; the vectors and the native tools have the fine print. */
class ConstraintTest {

  @ParameterizedTest(name = "{0} {1} holds {2}: {3}")
  @CsvSource(
      delimiter = ';',
      value = {
        "npm; ; 0.0.1; true",
        "npm; >=1.0 <2.0 || 3.x; 1.9.9; true",
        "npm; >=1.0 <2.0 || 3.x; 2.0.0; false",
        "npm; >=1.0, <2.0; 1.5.0-rc.1; true",
        "npm; ^0.2.3; 0.3.0; false",
        "npm; 1.2 - 2; 2.9.0; true",
        "npm; *; not a version; false",
        "cargo; 1.2; 1.9.0; true",
        "cargo; 1.2; 2.0.0; false",
        "cargo; 1.2.*; 1.3.0; false",
        "cargo; >=0.3.5, <0.4; 0.3.99; true",
        "gem; ~> 2.1, != 2.2.0; 2.9; true",
        "gem; ~> 2.1.3; 2.2.0; false",
        "gem; < 1.19.3; 1.19.3-aarch64-linux-gnu; false",
        "composer; ^1.2|2.0.*; v1.9; true",
        "composer; <3.4.1; v3.4; true",
        "composer; >=3.4.0; v3.4; true",
        "composer; dev-main; dev-main; true",
        "composer; >=1.0; dev-main; false",
        "pypi; ~=1.4.2; 1.4.9; true",
        "pypi; ~=1.4.2; 1.5; false",
        "pypi; ==1.*, !=1.3; 1.3.0; false",
        "maven; [1.0,2.0); 1.9-SNAPSHOT; true",
        "maven; (,1.0],[1.2,); 1.1; false",
        "maven; [1.0]; 1; true",
        "maven; >= 1.0, < 1.5; 1.4.9; true",
        "nuget; (1.0,]; 1.0.0.1; true",
        "deb; << 1.0; 0.9; invalid",
        "deb; < 1:1.0-1; 2.0; true",
        "golang; < v1.2.4; 1.2.3; true",
        "rpm; = 1.0-1.el9 || = 1.0-2.el9; 0:1.0-2.el9; true",
        "npm; >< 1.0.0; 1.0.0; invalid",
        "npm; 1.2.3.4; 1.2.3; invalid",
        "npm; 1.x.3; 1.2.3; invalid",
        "gem; ~> ; 1; invalid",
        "maven; [1.0; 1.0; invalid",
        "maven; (1.0); 1.0; invalid",
        "composer; ^dev-main; 1.0; invalid",
        "pypi; => 2.0; 2.0; invalid",
      })
  void aConstraintHoldsItsVersionsOrIsRefused(
      String scheme, String constraint, String version, String expected) {
    var ours = Vectors.scheme(scheme);
    String text = constraint == null ? "" : constraint;

    if (expected.equals("invalid")) {
      assertThatThrownBy(() -> Constraint.parse(ours, text))
          .isInstanceOf(InvalidConstraintException.class)
          .hasMessageStartingWith("not a valid " + scheme + " constraint: \"" + text + "\": ");
    } else {
      assertThat(Constraint.parse(ours, text).contains(version)).isEqualTo(expected.equals("true"));
    }
  }
}
