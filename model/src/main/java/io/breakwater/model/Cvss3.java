package io.breakwater.model;

import io.breakwater.model.CvssGrammar.Group;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * CVSS 3.0 and 3.1, section 7 of their specifications.
 *
 * @param revised whether this is 3.1, which weighs a modified impact on another scope differently
 */
record Cvss3(boolean revised, CvssVector vector) implements Cvss {
  static final CvssGrammar GRAMMAR =
      new CvssGrammar(
          false,
          false,
          """
          base           AV   N=0.85 A=0.62 L=0.55 P=0.2
          base           AC   L=0.77 H=0.44
          base           PR   N=0.85 L=0.62 H=0.27
          base           UI   N=0.85 R=0.62
          base           S    U=0 C=1
          base           C    H=0.56 L=0.22 N=0
          base           I    H=0.56 L=0.22 N=0
          base           A    H=0.56 L=0.22 N=0
          temporal       E    X=1 H=1 F=0.97 P=0.94 U=0.91
          temporal       RL   X=1 U=1 W=0.97 T=0.96 O=0.95
          temporal       RC   X=1 C=1 R=0.96 U=0.92
          environmental  CR   X=1 H=1.5 M=1 L=0.5
          environmental  IR   X=1 H=1.5 M=1 L=0.5
          environmental  AR   X=1 H=1.5 M=1 L=0.5
          environmental  MAV  as AV
          environmental  MAC  as AC
          environmental  MPR  as PR
          environmental  MUI  as UI
          environmental  MS   as S
          environmental  MC   as C
          environmental  MI   as I
          environmental  MA   as A
          """);

  private static final double HIGHEST_MODIFIED_LOSS = 0.915;

  @Override
  public String version() {
    return revised ? "3.1" : "3.0";
  }

  @Override
  public double baseScore() {
    return total(impact(), exploitability("AV", "AC", "PR", "UI", "S"), vector.is("S", "C"));
  }

  @Override
  public OptionalDouble exploitabilityScore() {
    return OptionalDouble.of(CvssRounding.nearest(exploitability("AV", "AC", "PR", "UI", "S")));
  }

  @Override
  public OptionalDouble impactScore() {
    return OptionalDouble.of(CvssRounding.nearest(Math.max(0, impact())));
  }

  @Override
  public OptionalDouble temporalScore() {
    return OptionalDouble.of(temporal(baseScore()));
  }

  @Override
  public OptionalDouble environmentalScore() {
    double exploitability =
        exploitability(
            vector.effective("AV"),
            vector.effective("AC"),
            vector.effective("PR"),
            vector.effective("UI"),
            vector.effective("S"));
    boolean changed = vector.is(vector.effective("S"), "C");
    return OptionalDouble.of(temporal(total(modifiedImpact(changed), exploitability, changed)));
  }

  @Override
  public double score() {
    if (vector.has(Group.ENVIRONMENTAL)) return environmentalScore().getAsDouble();
    return vector.has(Group.TEMPORAL) ? temporal(baseScore()) : baseScore();
  }

  @Override
  public Optional<String> metric(String name) {
    return vector.value(name);
  }

  @Override
  public String toString() {
    return "CVSS:" + version() + "/" + vector;
  }

  private double exploitability(String av, String ac, String pr, String ui, String s) {
    double privileges = vector.weight(pr);
    if (vector.is(s, "C")) {
      if (vector.is(pr, "L")) privileges = 0.68;
      if (vector.is(pr, "H")) privileges = 0.5;
    }
    return 8.22 * vector.weight(av) * vector.weight(ac) * privileges * vector.weight(ui);
  }

  private double impact() {
    double loss =
        1 - (1 - vector.weight("C")) * (1 - vector.weight("I")) * (1 - vector.weight("A"));
    return vector.is("S", "C") ? changedScope(loss, loss, 15) : 6.42 * loss;
  }

  private double modifiedImpact(boolean changed) {
    double kept = kept("C", "CR") * kept("I", "IR") * kept("A", "AR");
    double loss = Math.min(1 - kept, HIGHEST_MODIFIED_LOSS);
    if (!changed) return 6.42 * loss;
    return revised ? changedScope(loss, loss * 0.9731, 13) : changedScope(loss, loss, 15);
  }

  /** What is kept of confidentiality, integrity or availability, as far as it is required. */
  private double kept(String metric, String requirement) {
    return 1 - vector.weight(requirement) * vector.weight(vector.effective(metric));
  }

  private static double changedScope(double loss, double steeper, int exponent) {
    return 7.52 * (loss - 0.029) - 3.25 * Math.pow(steeper - 0.02, exponent);
  }

  private static double total(double impact, double exploitability, boolean changed) {
    if (impact <= 0) return 0;
    double sum = (impact + exploitability) * (changed ? 1.08 : 1);
    return CvssRounding.up(Math.min(sum, 10));
  }

  private double temporal(double score) {
    return CvssRounding.up(score * vector.weight("E") * vector.weight("RL") * vector.weight("RC"));
  }
}
