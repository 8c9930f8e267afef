package io.breakwater.model;

import io.breakwater.model.CvssGrammar.Group;
import java.util.Optional;
import java.util.OptionalDouble;

/** CVSS 2.0, section 3.2 of its guide. */
record Cvss2(CvssVector vector) implements Cvss {
  static final CvssGrammar GRAMMAR =
      new CvssGrammar(
          false,
          true,
          """
          base           AV   L=0.395 A=0.646 N=1
          base           AC   H=0.35 M=0.61 L=0.71
          base           Au   M=0.45 S=0.56 N=0.704
          base           C    N=0 P=0.275 C=0.66
          base           I    N=0 P=0.275 C=0.66
          base           A    N=0 P=0.275 C=0.66
          temporal       E    U=0.85 POC=0.9 F=0.95 H=1 ND=1
          temporal       RL   OF=0.87 TF=0.9 W=0.95 U=1 ND=1
          temporal       RC   UC=0.9 UR=0.95 C=1 ND=1
          environmental  CDP  N=0 L=0.1 LM=0.3 MH=0.4 H=0.5 ND=0
          environmental  TD   N=0 L=0.25 M=0.75 H=1 ND=1
          environmental  CR   L=0.5 M=1 H=1.51 ND=1
          environmental  IR   L=0.5 M=1 H=1.51 ND=1
          environmental  AR   L=0.5 M=1 H=1.51 ND=1
          """);

  @Override
  public String version() {
    return "2.0";
  }

  @Override
  public double baseScore() {
    return baseScore(impact());
  }

  @Override
  public OptionalDouble exploitabilityScore() {
    return OptionalDouble.of(CvssRounding.nearest(exploitability()));
  }

  @Override
  public OptionalDouble impactScore() {
    return OptionalDouble.of(CvssRounding.nearest(impact()));
  }

  @Override
  public OptionalDouble temporalScore() {
    return vector.has(Group.TEMPORAL)
        ? OptionalDouble.of(temporal(baseScore()))
        : OptionalDouble.empty();
  }

  @Override
  public OptionalDouble environmentalScore() {
    if (!vector.has(Group.ENVIRONMENTAL)) return OptionalDouble.empty();
    double adjustedImpact =
        Math.min(
            10,
            impact(
                vector.weight("C") * vector.weight("CR"),
                vector.weight("I") * vector.weight("IR"),
                vector.weight("A") * vector.weight("AR")));
    double adjusted = temporal(baseScore(adjustedImpact));
    double damage = (10 - adjusted) * vector.weight("CDP");
    return OptionalDouble.of(CvssRounding.nearest((adjusted + damage) * vector.weight("TD")));
  }

  @Override
  public double score() {
    return environmentalScore().orElseGet(() -> temporalScore().orElseGet(this::baseScore));
  }

  @Override
  public Optional<String> metric(String name) {
    return vector.value(name);
  }

  @Override
  public String toString() {
    return vector.toString();
  }

  private double exploitability() {
    return 20 * vector.weight("AV") * vector.weight("AC") * vector.weight("Au");
  }

  private double impact() {
    return impact(vector.weight("C"), vector.weight("I"), vector.weight("A"));
  }

  private static double impact(double c, double i, double a) {
    return 10.41 * (1 - (1 - c) * (1 - i) * (1 - a));
  }

  private double baseScore(double impact) {
    if (impact <= 0) return 0;
    return CvssRounding.nearest((0.6 * impact + 0.4 * exploitability() - 1.5) * 1.176);
  }

  private double temporal(double score) {
    return CvssRounding.nearest(
        score * vector.weight("E") * vector.weight("RL") * vector.weight("RC"));
  }
}
