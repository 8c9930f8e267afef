package io.breakwater.model;

import java.util.Optional;
import java.util.OptionalDouble;

/** CVSS 4.0, sections 2 to 7 of its specification; {@link Cvss4Scoring} is section 8. */
record Cvss4(CvssVector vector) implements Cvss {
  /** The weight of a value is its number of steps from the worst; X counts as the worst. */
  static final CvssGrammar GRAMMAR =
      new CvssGrammar(
          true,
          false,
          """
          base           AV   N=0 A=1 L=2 P=3
          base           AC   L=0 H=1
          base           AT   N=0 P=1
          base           PR   N=0 L=1 H=2
          base           UI   N=0 P=1 A=2
          base           VC   H=0 L=1 N=2
          base           VI   H=0 L=1 N=2
          base           VA   H=0 L=1 N=2
          base           SC   H=1 L=2 N=3
          base           SI   H=1 L=2 N=3
          base           SA   H=1 L=2 N=3
          temporal       E    X=0 A=0 P=1 U=2
          environmental  CR   X=0 H=0 M=1 L=2
          environmental  IR   X=0 H=0 M=1 L=2
          environmental  AR   X=0 H=0 M=1 L=2
          environmental  MAV  as AV
          environmental  MAC  as AC
          environmental  MAT  as AT
          environmental  MPR  as PR
          environmental  MUI  as UI
          environmental  MVC  as VC
          environmental  MVI  as VI
          environmental  MVA  as VA
          environmental  MSC  as SC
          environmental  MSI  X=0 S=0 H=1 L=2 N=3
          environmental  MSA  X=0 S=0 H=1 L=2 N=3
          supplemental   S    X=0 N=0 P=0
          supplemental   AU   X=0 N=0 Y=0
          supplemental   R    X=0 A=0 U=0 I=0
          supplemental   V    X=0 D=0 C=0
          supplemental   RE   X=0 L=0 M=0 H=0
          supplemental   U    X=0 Clear=0 Green=0 Amber=0 Red=0
          """);

  @Override
  public String version() {
    return "4.0";
  }

  @Override
  public double baseScore() {
    return Cvss4Scoring.score(vector.base());
  }

  @Override
  public OptionalDouble exploitabilityScore() {
    return OptionalDouble.empty();
  }

  @Override
  public OptionalDouble impactScore() {
    return OptionalDouble.empty();
  }

  @Override
  public OptionalDouble temporalScore() {
    return OptionalDouble.empty();
  }

  @Override
  public OptionalDouble environmentalScore() {
    return OptionalDouble.empty();
  }

  @Override
  public double score() {
    return Cvss4Scoring.score(vector);
  }

  @Override
  public Optional<String> metric(String name) {
    return vector.value(name);
  }

  @Override
  public String toString() {
    return "CVSS:4.0/" + vector;
  }
}
