package io.breakwater.model;

import java.util.List;

/**
 * The score of a CVSS 4.0 vector, section 8 of the specification. A vector belongs to one of 270
 * macro vectors: six digits EQ1 to EQ6, each the level of some metrics, 0 being the worst. Experts
 * scored these ({@link Cvss4MacroVectors}). A vector scores below its macro vector: for each group
 * of metrics, by that part of the way down to the next macro vector that it is away from the worst
 * vectors of its own; the mean of these is taken off. Ways are counted in steps, one step being
 * from one value of a metric to the next.
 */
final class Cvss4Scoring {
  /**
   * A level of a group of metrics.
   *
   * @param depth how many steps there are from the worst to the least vector of the level
   * @param worst its worst vectors: one digit for each metric, its steps from the worst value
   */
  private record Level(int depth, List<String> worst) {}

  /** EQ1: AV PR UI. */
  private static final List<Level> EXPOSURE =
      List.of(level(1, "000"), level(4, "100", "010", "001"), level(5, "300", "111"));

  /** EQ2: AC AT. */
  private static final List<Level> COMPLEXITY = List.of(level(1, "00"), level(2, "10", "01"));

  /** EQ3 and EQ6, which hang together: VC VI VA CR IR AR. There is no 20. */
  private static final List<Level> HARM_REQUIRED =
      List.of(level(7, "000000"), level(8, "100000", "010000"));

  private static final List<Level> HARM =
      List.of(
          level(6, "001110", "000111"),
          level(8, "101010", "100011", "010101", "011100", "110001"),
          level(10, "111000"));

  /** EQ4: SC SI SA. */
  private static final List<Level> SUBSEQUENT =
      List.of(level(6, "100"), level(5, "111"), level(4, "222"));

  private static final int NO_HARM = 2;
  private static final int NO_SUBSEQUENT_HARM = 3;

  private final int[] exposure;
  private final int[] complexity;
  private final int[] harm;
  private final int[] subsequent;
  private final int eq5;

  private Cvss4Scoring(CvssVector vector) {
    exposure = steps(vector, "AV", "PR", "UI");
    complexity = steps(vector, "AC", "AT");
    harm = new int[6];
    System.arraycopy(steps(vector, "VC", "VI", "VA"), 0, harm, 0, 3);
    harm[3] = (int) vector.weight("CR");
    harm[4] = (int) vector.weight("IR");
    harm[5] = (int) vector.weight("AR");
    subsequent = steps(vector, "SC", "SI", "SA");
    eq5 = (int) vector.weight("E");
  }

  static double score(CvssVector vector) {
    var scoring = new Cvss4Scoring(vector);
    return scoring.isHarmless() ? 0 : scoring.interpolated();
  }

  private boolean isHarmless() {
    for (int i = 0; i < 3; i++) {
      if (harm[i] != NO_HARM || subsequent[i] != NO_SUBSEQUENT_HARM) return false;
    }
    return true;
  }

  private double interpolated() {
    int eq1 = eq1();
    int eq2 = complexity[0] == 0 && complexity[1] == 0 ? 0 : 1;
    int eq3 = eq3();
    int eq4 = eq4();
    int eq6 = eq6();
    double value = Cvss4MacroVectors.score(eq1, eq2, eq3, eq4, eq5, eq6);
    var means = new Mean();
    means.add(
        value - Cvss4MacroVectors.score(eq1 + 1, eq2, eq3, eq4, eq5, eq6),
        part(EXPOSURE.get(eq1), exposure));
    means.add(
        value - Cvss4MacroVectors.score(eq1, eq2 + 1, eq3, eq4, eq5, eq6),
        part(COMPLEXITY.get(eq2), complexity));
    means.add(
        value - belowHarm(eq1, eq2, eq3, eq4, eq6),
        part((eq6 == 0 ? HARM_REQUIRED : HARM).get(eq3), harm));
    means.add(
        value - Cvss4MacroVectors.score(eq1, eq2, eq3, eq4 + 1, eq5, eq6),
        part(SUBSEQUENT.get(eq4), subsequent));
    // EQ5 is one metric: its levels have no steps inside, yet it counts in the mean.
    means.add(value - Cvss4MacroVectors.score(eq1, eq2, eq3, eq4, eq5 + 1, eq6), 0);
    return CvssRounding.nearest(Math.clamp(value - means.mean(), 0, 10));
  }

  /** The score of the next macro vector down in EQ3 and EQ6; the higher one if there are two. */
  private double belowHarm(int eq1, int eq2, int eq3, int eq4, int eq6) {
    double lessHarm = Cvss4MacroVectors.score(eq1, eq2, eq3 + 1, eq4, eq5, eq6);
    double lessRequired = Cvss4MacroVectors.score(eq1, eq2, eq3, eq4, eq5, eq6 + 1);
    if (eq6 == 1) return lessHarm;
    return eq3 == 1 ? lessRequired : Math.max(lessHarm, lessRequired);
  }

  private int eq1() {
    boolean network = exposure[0] == 0;
    boolean physical = exposure[0] == 3;
    boolean anybody = exposure[1] == 0;
    boolean unaided = exposure[2] == 0;
    if (network && anybody && unaided) return 0;
    return !physical && (network || anybody || unaided) ? 1 : 2;
  }

  private int eq3() {
    if (harm[0] == 0 && harm[1] == 0) return 0;
    return harm[0] == 0 || harm[1] == 0 || harm[2] == 0 ? 1 : 2;
  }

  private int eq4() {
    if (subsequent[1] == 0 || subsequent[2] == 0) return 0;
    return subsequent[0] == 1 || subsequent[1] == 1 || subsequent[2] == 1 ? 1 : 2;
  }

  private int eq6() {
    for (int i = 0; i < 3; i++) {
      if (harm[i] == 0 && harm[i + 3] == 0) return 0;
    }
    return 1;
  }

  /** How far a vector is from the first worst vector that is not better in any metric: 0 to 1. */
  private static double part(Level level, int[] steps) {
    for (String worst : level.worst) {
      int distance = distance(worst, steps);
      if (distance >= 0) return (double) distance / level.depth;
    }
    throw new IllegalStateException("the levels of CVSS 4.0 do not cover this vector");
  }

  private static int distance(String worst, int[] steps) {
    int distance = 0;
    for (int i = 0; i < steps.length; i++) {
      int away = steps[i] - (worst.charAt(i) - '0');
      if (away < 0) return -1;
      distance += away;
    }
    return distance;
  }

  private static int[] steps(CvssVector vector, String... metrics) {
    var steps = new int[metrics.length];
    for (int i = 0; i < metrics.length; i++) {
      steps[i] = (int) vector.weight(vector.effective(metrics[i]));
    }
    return steps;
  }

  private static Level level(int depth, String... worst) {
    return new Level(depth, List.of(worst));
  }

  /** The mean of those ways down that exist. */
  private static final class Mean {
    private double sum;
    private int count;

    void add(double way, double part) {
      if (Double.isNaN(way)) return;
      sum += way * part;
      count++;
    }

    double mean() {
      return count == 0 ? 0 : sum / count;
    }
  }
}
